import { useReducedMotion } from "@mantine/hooks";
import type { ReactFlowInstance } from "@xyflow/react";
import { type RefObject, useMemo, useRef } from "react";
import { revealing, type Size, type View, wholeView } from "./framing.ts";
import type { MapLayout } from "./lay-out.ts";
import type { StepEdge, StepNode } from "./to-flow.ts";

const MOVE_MS = 220;
const ZOOM_STEP = 1.25;

export type Flow = ReactFlowInstance<StepNode, StepEdge>;

/** Ways to move the map that are not a pointer's. None of them glides for people who asked for less motion. */
export interface MapMoves {
  readonly flow: RefObject<Flow | undefined>;
  readonly whole: () => void;
  readonly zoom: (way: 1 | -1) => void;
  readonly pan: (x: number, y: number) => void;
  /** Moves no further than it takes to see a step. */
  readonly reveal: (id: string) => void;
  /** Puts a step in the middle. */
  readonly goTo: (id: string) => void;
}

export function useMapMoves(layout: MapLayout, screen: Size): MapMoves {
  const flow = useRef<Flow>(undefined);
  const now = useRef({ layout, screen });
  now.current = { layout, screen };
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  return useMemo(() => {
    const duration = still ? 0 : MOVE_MS;
    const move = (to: (view: View) => View): void => {
      const view = flow.current?.getViewport();
      if (view !== undefined) void flow.current?.setViewport(to(view), { duration });
    };
    return {
      flow,
      whole: () => move(() => wholeView(now.current.layout, now.current.screen)),
      zoom: (way) =>
        void flow.current?.zoomTo((flow.current?.getZoom() ?? 1) * ZOOM_STEP ** way, { duration }),
      pan: (x, y) => move((view) => ({ ...view, x: view.x + x, y: view.y + y })),
      reveal: (id) => move((view) => revealing(now.current.layout, now.current.screen, view, id)),
      goTo: (id) => {
        const { nodes, node } = now.current.layout;
        const at = nodes.find((each) => each.id === id);
        if (at === undefined) return;
        const zoom = Math.max(1, flow.current?.getZoom() ?? 1);
        void flow.current?.setCenter(at.x + node.width / 2, at.y + node.height / 2, { zoom, duration });
      },
    };
  }, [still]);
}
