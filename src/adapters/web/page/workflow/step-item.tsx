import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { StepDetails, type StepDetailsProps } from "./step-details.tsx";
import css from "./step-item.module.css";
import { lookOf } from "./step-look.ts";
import { StepMark } from "./step-mark.tsx";
import { stepLine } from "./step-words.ts";

interface Props extends StepDetailsProps {
  readonly opened: boolean;
  readonly onToggle: () => void;
}

/** A step of the list: a line that says where it stands, and all about it when opened. */
export function StepItem({ opened, onToggle, ...details }: Props): ReactNode {
  const { step } = details;
  const id = useId();
  const head = useRef<HTMLButtonElement>(null);
  const line = stepLine(step);
  useEffect(() => {
    if (opened) head.current?.scrollIntoView({ block: "nearest" });
  }, [opened]);
  return (
    <li
      className={css.step}
      data-state={step.state}
      aria-current={step.state === "active" ? "step" : undefined}
    >
      <StepMark state={step.state} />
      <div className={css.body}>
        <button
          ref={head}
          type="button"
          id={`${id}-head`}
          data-step={step.id}
          className={css.head}
          aria-expanded={opened}
          aria-controls={id}
          onClick={onToggle}
        >
          <span className={css.name}>
            {step.name} <span className={css.word}>{lookOf(step.state).word}</span>
          </span>
          {line !== "" && !opened && <span className={css.missing}>{line}</span>}
          <ChevronDown className={css.chevron} size={15} aria-hidden="true" />
        </button>
        <section id={id} hidden={!opened} aria-labelledby={`${id}-head`}>
          {opened && <StepDetails {...details} />}
        </section>
      </div>
    </li>
  );
}
