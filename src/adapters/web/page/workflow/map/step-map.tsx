import "@xyflow/react/dist/base.css";
import { MiniMap, ReactFlow } from "@xyflow/react";
import { type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useMemo, useState } from "react";
import type { Workflow } from "../../api/wire.ts";
import { firstView, MAX_ZOOM, MIN_ZOOM, type Size } from "./framing.ts";
import { layOut } from "./lay-out.ts";
import { buttonId, MapContext, type MapTools } from "./map-context.ts";
import { MapControls } from "./map-controls.tsx";
import { mapKeys } from "./map-keys.ts";
import { StepEdgeLine } from "./step-edge-line.tsx";
import css from "./step-map.module.css";
import { StepNodeButton } from "./step-node-button.tsx";
import { type StepEdge, type StepNode, toFlow } from "./to-flow.ts";
import { useMapMoves } from "./use-map-moves.ts";

/** A map this wide, in pixels, and not much higher, reads to the right. */
const WIDE = 640;
const nodeTypes = { step: StepNodeButton };
const edgeTypes = { step: StepEdgeLine };
/** The library's own keys and gestures that a map to look at has no use for. */
const NO_EDITING = {
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  deleteKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  panActivationKeyCode: null,
  disableKeyboardA11y: true,
  zoomOnDoubleClick: false,
} as const;
const HELP =
  "Map of the workflow. Arrow keys go from step to step, Enter opens one. Plus and minus enlarge it, 0 shows all of it.";

export interface StepMapHandle {
  readonly focusStep: (id: string) => void;
}

interface Props {
  readonly ref: Ref<StepMapHandle>;
  readonly workflow: Workflow;
  readonly selected: string | undefined;
  /** `keys`: opened by the keyboard. */
  readonly onOpen: (id: string, keys: boolean) => void;
  readonly detailsId: string;
  readonly screen: Size;
  /** Whether there is room for a small map of the map. */
  readonly overview: boolean;
}

/** The steps in layers, drawn by a library that pans and zooms. */
export function StepMap(props: Props): ReactNode {
  const { workflow, selected, onOpen, detailsId, screen, overview } = props;
  const { steps } = workflow;
  const current = workflow.current ?? undefined;
  const mapId = useId();
  const direction = screen.width >= WIDE && screen.width > screen.height * 0.8 ? "right" : "down";
  const layout = useMemo(() => layOut(steps, direction), [steps, direction]);
  const flow = useMemo(() => toFlow(layout, steps, selected), [layout, steps, selected]);
  const moves = useMapMoves(layout, screen);
  const [focused, setFocused] = useState<string>();
  const stop =
    [focused, selected, current].find((id) => steps.some((step) => step.id === id)) ?? steps[0]?.id;

  const focusStep = (id: string): void => {
    setFocused(id);
    moves.reveal(id);
    document.getElementById(buttonId(mapId, id))?.focus({ preventScroll: true });
  };
  useImperativeHandle(props.ref, () => ({ focusStep }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened details take room from the map.
  useEffect(() => {
    if (selected !== undefined) moves.reveal(selected);
  }, [selected, screen.width, screen.height, moves]);

  const tools: MapTools = {
    mapId,
    detailsId,
    selected,
    stop,
    onOpen,
    onFocused: (id) => {
      setFocused(id);
      moves.reveal(id);
    },
  };
  return (
    <MapContext value={tools}>
      <ReactFlow<StepNode, StepEdge>
        // A turned map begins where the film is, as a new one does.
        key={direction}
        {...NO_EDITING}
        nodes={flow.nodes}
        edges={flow.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultViewport={firstView(layout, screen, selected ?? current)}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        panOnScroll
        className={css.map ?? ""}
        aria-label={HELP}
        onKeyDown={mapKeys({ layout, moves, stop, focusStep })}
        onInit={(instance) => {
          moves.flow.current = instance;
        }}
      >
        <MapControls moves={moves} current={current} />
        {overview && (
          <MiniMap<StepNode>
            pannable
            ariaLabel="The whole map in small"
            className={css.overview ?? ""}
            nodeColor={({ data }) => SMALL_COLOURS[data.step.state] ?? "var(--line-strong)"}
          />
        )}
      </ReactFlow>
    </MapContext>
  );
}

const SMALL_COLOURS: Readonly<Record<string, string>> = {
  completed: "var(--ink-2)",
  skipped: "var(--ink-3)",
  active: "var(--accent)",
  stale: "var(--accent-text)",
  blocked: "var(--bad)",
};
