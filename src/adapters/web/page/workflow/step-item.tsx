import { Check, Circle, CircleDot, Lock, RotateCcw, SkipForward } from "lucide-react";
import type { ReactNode } from "react";
import type { WorkflowStep } from "../api/wire.ts";
import css from "./step-item.module.css";

const LOOKS: Readonly<Record<string, { readonly icon: typeof Check; readonly word: string }>> = {
  completed: { icon: Check, word: "done" },
  skipped: { icon: SkipForward, word: "skipped" },
  active: { icon: CircleDot, word: "now" },
  available: { icon: Circle, word: "open" },
  blocked: { icon: Lock, word: "blocked" },
  locked: { icon: Lock, word: "waits" },
  stale: { icon: RotateCcw, word: "may be out of date" },
};
const UNKNOWN = { icon: Circle, word: "" } as const;

export function StepItem({ step }: { readonly step: WorkflowStep }): ReactNode {
  const { icon: Icon, word } = LOOKS[step.state] ?? { ...UNKNOWN, word: step.state };
  const waits = step.state === "locked";
  return (
    <li
      className={css.step}
      data-state={step.state}
      aria-current={step.state === "active" ? "step" : undefined}
    >
      <span className={css.mark}>
        <Icon size={13} strokeWidth={2.5} aria-hidden="true" />
      </span>
      <div>
        <p className={css.name}>
          {step.name} <span className={css.word}>{word}</span>
        </p>
        {step.reasons?.map((reason) => (
          <p key={reason} className={css.missing}>
            {reason}
          </p>
        ))}
        {step.missing.length > 0 && (
          <p className={css.missing}>
            {waits
              ? `after ${step.missing.join(", ").toLowerCase()}`
              : `Still needs: ${step.missing.join(", ")}`}
          </p>
        )}
      </div>
    </li>
  );
}
