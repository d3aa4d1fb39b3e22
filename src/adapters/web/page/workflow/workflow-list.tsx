import { type ReactNode, useRef } from "react";
import type { Workflow } from "../api/wire.ts";
import { NextChoices } from "./next-choices.tsx";
import { StepItem } from "./step-item.tsx";
import css from "./workflow-list.module.css";

export interface WorkflowViewProps {
  readonly workflow: Workflow;
  /** The step whose details are open. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
  readonly onAnswered: () => void;
  /** Makes room for the talk. */
  readonly onTalk: () => void;
}

/** The steps in order, one a line. */
export function WorkflowList({
  workflow,
  selected,
  onSelect,
  onAnswered,
  onTalk,
}: WorkflowViewProps): ReactNode {
  const { steps, next } = workflow;
  const list = useRef<HTMLOListElement>(null);
  const goTo = (id: string): void => {
    onSelect(id);
    list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`)?.focus();
  };
  return (
    <div className={`scroll ${css.scroll}`}>
      <ol ref={list} className={css.steps}>
        {steps.map((step) => (
          <StepItem
            key={step.id}
            step={step}
            steps={steps}
            opened={step.id === selected}
            onToggle={() => onSelect(step.id === selected ? undefined : step.id)}
            onSelect={goTo}
            onAnswered={onAnswered}
            onTalk={onTalk}
          />
        ))}
      </ol>
      {next.length > 0 && <NextChoices choices={next} />}
    </div>
  );
}
