import { Handle, type NodeProps, Position } from "@xyflow/react";
import type { ReactNode } from "react";
import { lookOf } from "../step-look.ts";
import { StepMark } from "../step-mark.tsx";
import { shortLine, spokenStep } from "../step-words.ts";
import { buttonId, useMapTools } from "./map-context.ts";
import css from "./step-node-button.module.css";
import type { StepNode } from "./to-flow.ts";

/** A step on the map: a button that opens its details. */
export function StepNodeButton({ data, sourcePosition, targetPosition }: NodeProps<StepNode>): ReactNode {
  const { step } = data;
  const { mapId, detailsId, selected, stop, onOpen, onFocused } = useMapTools();
  const opened = step.id === selected;
  const line = shortLine(step);
  return (
    <>
      <Handle
        className={css.handle ?? ""}
        type="target"
        position={targetPosition ?? Position.Left}
        isConnectable={false}
      />
      <button
        type="button"
        id={buttonId(mapId, step.id)}
        className={css.node}
        data-state={step.state}
        aria-label={spokenStep(step)}
        aria-current={step.state === "active" ? "step" : undefined}
        aria-expanded={opened}
        aria-controls={opened ? detailsId : undefined}
        tabIndex={step.id === stop ? 0 : -1}
        // A press of Enter or Space counts no clicks.
        onClick={(event) => onOpen(step.id, event.detail === 0)}
        onFocus={() => onFocused(step.id)}
      >
        <StepMark state={step.state} />
        <span className={css.words}>
          <span className={css.name}>{step.name}</span>
          <span className={css.state}>
            <span className={css.word}>{lookOf(step.state).word}</span>
            {line !== "" && ` · ${line}`}
          </span>
        </span>
      </button>
      <Handle
        className={css.handle ?? ""}
        type="source"
        position={sourcePosition ?? Position.Right}
        isConnectable={false}
      />
    </>
  );
}
