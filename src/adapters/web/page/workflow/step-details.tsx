import { Check, Circle } from "lucide-react";
import type { ReactNode } from "react";
import type { WorkflowStep } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { clockTime } from "../text/format.ts";
import { useNow } from "../text/use-now.ts";
import { StepActionsBar } from "./step-actions-bar.tsx";
import css from "./step-details.module.css";
import { StepLinks } from "./step-links.tsx";
import { openBefore, whyWords } from "./step-words.ts";

export interface StepDetailsProps {
  readonly step: WorkflowStep;
  readonly steps: readonly WorkflowStep[];
  /** Goes to another step. */
  readonly onSelect: (id: string) => void;
  readonly onAnswered: () => void;
  readonly onTalk: () => void;
}

/** All that is known of a step: why it stands where it does, what it asks for, where it leads, and what can be done to it. */
export function StepDetails({ step, steps, onSelect, onAnswered, onTalk }: StepDetailsProps): ReactNode {
  const { minutes, difficulty, impact } = step;
  const before = openBefore(step, steps);
  const after = steps.filter(({ id }) => step.unlocks.includes(id));
  return (
    <div className={css.details}>
      <Why step={step} />
      {before.length > 0 && <StepLinks title="Comes after" steps={before} onSelect={onSelect} />}
      <Needs step={step} />
      <p className={css.facts}>
        about {minutes < 60 ? `${minutes} min` : `${round(minutes / 60)} h`} · {difficulty} · {impact} impact
      </p>
      {after.length > 0 && <StepLinks title="Leads to" steps={after} onSelect={onSelect} />}
      <StepActionsBar key={step.id} step={step} steps={steps} onAnswered={onAnswered} onTalk={onTalk} />
    </div>
  );
}

function Why({ step }: { readonly step: WorkflowStep }): ReactNode {
  const words = whyWords(step);
  const told = step.state === "stale" ? (step.reasons ?? []) : step.state === "blocked" ? step.missing : [];
  return (
    <>
      {words !== "" && <p className={css.why}>{words}</p>}
      {told.length > 0 && (
        <ul className={css.told} data-state={step.state}>
          {told.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <Mark step={step} />
    </>
  );
}

const MARKS: Readonly<Record<string, string>> = {
  completed: "Marked done",
  skipped: "Skipped",
  opened: "Opened before its time",
};

/** What a person said of the step. */
function Mark({ step: { mark } }: { readonly step: WorkflowStep }): ReactNode {
  const { nameOf } = useTalkTools();
  const now = useNow();
  if (mark === undefined) return null;
  const name = nameOf(mark.by);
  const by = name === "You" ? "you" : (mark.by_name ?? name);
  return (
    <p className={css.why}>
      {MARKS[mark.state] ?? mark.state} by {by}, {clockTime(mark.at, now)}
      {mark.reason !== undefined && (
        <>
          : <q className={css.reason}>{mark.reason}</q>
        </>
      )}
    </p>
  );
}

/** What it asks for, counted, met or not. */
function Needs({ step: { needs = [] } }: { readonly step: WorkflowStep }): ReactNode {
  if (needs.length === 0) return null;
  return (
    <section>
      <h4 className={css.title}>What it asks for</h4>
      <ul className={css.needs}>
        {needs.map(({ text, met }) => (
          <li key={text} data-met={met || undefined}>
            {met ? (
              <Check size={15} strokeWidth={2.5} aria-label="there:" />
            ) : (
              <Circle size={15} aria-label="missing:" />
            )}
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const round = (hours: number): string => hours.toLocaleString("en", { maximumFractionDigits: 1 });
