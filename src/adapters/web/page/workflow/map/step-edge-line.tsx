import type { EdgeProps } from "@xyflow/react";
import type { ReactNode } from "react";
import css from "./step-edge-line.module.css";
import type { StepEdge } from "./to-flow.ts";

/** The line from a step to one that requires it. */
export function StepEdgeLine({ data }: EdgeProps<StepEdge>): ReactNode {
  if (data === undefined) return null;
  return <path className={css.line} d={data.path} data-look={data.look} data-near={data.near || undefined} />;
}
