import { ActionIcon, Tooltip } from "@mantine/core";
import { Panel } from "@xyflow/react";
import { LocateFixed, Minus, Plus, Scan } from "lucide-react";
import type { ReactNode } from "react";
import css from "./map-controls.module.css";
import type { MapMoves } from "./use-map-moves.ts";

interface Props {
  readonly moves: MapMoves;
  /** Undefined when the film has no step to work on. */
  readonly current: string | undefined;
}

/** Buttons for what a wheel and a pinch do. */
export function MapControls({ moves, current }: Props): ReactNode {
  const buttons = [
    { label: "Larger", icon: Plus, press: () => moves.zoom(1) },
    { label: "Smaller", icon: Minus, press: () => moves.zoom(-1) },
    { label: "Whole map", icon: Scan, press: moves.whole },
    ...(current === undefined
      ? []
      : [{ label: "Where the film is now", icon: LocateFixed, press: () => moves.goTo(current) }]),
  ];
  return (
    <Panel position="bottom-left" className={css.controls ?? ""}>
      {buttons.map(({ label, icon: Icon, press }) => (
        <Tooltip key={label} label={label} position="top">
          <ActionIcon variant="default" size="md" aria-label={label} onClick={press}>
            <Icon size={15} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Panel>
  );
}
