import { type Edge, type Node, Position } from "@xyflow/react";
import type { WorkflowStep } from "../../api/wire.ts";
import { isPassed } from "../step-look.ts";
import { edgePath } from "./edge-path.ts";
import type { MapLayout } from "./lay-out.ts";

/** walked: both ends are done · next: leads from what is done to what is open · met: to what waits for others, too · far: not reached. */
type EdgeLook = "walked" | "next" | "met" | "far";

export type StepNode = Node<{ step: WorkflowStep }, "step">;
export type StepEdge = Edge<{ path: string; look: EdgeLook; near: boolean }, "step">;

/** A layout as the drawing library takes it. Nothing of it can be dragged, joined or taken away. */
export function toFlow(
  layout: MapLayout,
  steps: readonly WorkflowStep[],
  selected: string | undefined,
): { nodes: StepNode[]; edges: StepEdge[] } {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const [sourcePosition, targetPosition] =
    layout.direction === "right" ? [Position.Right, Position.Left] : [Position.Bottom, Position.Top];
  const nodes = layout.nodes.flatMap(({ id, x, y }): StepNode[] => {
    const step = byId.get(id);
    if (step === undefined) return [];
    const size = { ...layout.node };
    return [
      {
        id,
        type: "step",
        data: { step },
        position: { x, y },
        ...size,
        measured: size,
        // The step's own button takes presses.
        style: { pointerEvents: "all" },
        sourcePosition,
        targetPosition,
      },
    ];
  });
  const edges = layout.edges.map(({ from, to, points }): StepEdge => {
    const near = from === selected || to === selected;
    return {
      id: JSON.stringify([from, to]),
      type: "step",
      source: from,
      target: to,
      data: {
        path: edgePath(points, layout.direction),
        look: lookOfEdge(byId.get(from), byId.get(to)),
        near,
      },
      zIndex: near ? 1 : 0,
      // What leads where is told by each step's own words.
      domAttributes: { "aria-hidden": true },
    };
  });
  return { nodes, edges };
}

function lookOfEdge(from: WorkflowStep | undefined, to: WorkflowStep | undefined): EdgeLook {
  if (from === undefined || to === undefined || !isPassed(from)) return "far";
  if (isPassed(to)) return "walked";
  return to.state === "locked" ? "met" : "next";
}
