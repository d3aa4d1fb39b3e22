import { type ReactNode, useId } from "react";
import type { WorkflowStep } from "../api/wire.ts";
import css from "./step-links.module.css";
import { lookOf } from "./step-look.ts";
import { StepMark } from "./step-mark.tsx";

interface Props {
  readonly title: string;
  readonly steps: readonly WorkflowStep[];
  readonly onSelect: (id: string) => void;
}

/** Other steps, each a way to it. */
export function StepLinks({ title, steps, onSelect }: Props): ReactNode {
  const id = useId();
  return (
    <section>
      <h4 id={id} className={css.title}>
        {title}
      </h4>
      <ul className={css.links} aria-labelledby={id}>
        {steps.map((step) => (
          <li key={step.id}>
            <button type="button" className={css.link} onClick={() => onSelect(step.id)}>
              <StepMark state={step.state} />
              <span className={css.name}>{step.name}</span>
              <span className={css.word}>{lookOf(step.state).word}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
