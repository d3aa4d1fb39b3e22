import { type ReactNode, useState } from "react";
import type { Workflow } from "../api/wire.ts";
import { ChoiceButton } from "../blocks/choice-button.tsx";
import choices from "../blocks/choices-block.module.css";
import { Loading } from "../shell/loading.tsx";
import { ProblemNote } from "../shell/problem-note.tsx";
import { useTalkTools } from "../state/talk-context.ts";
import type { Resource } from "../state/use-resource.ts";
import { StepItem } from "./step-item.tsx";
import css from "./workflow-panel.module.css";

export function WorkflowPanel({ workflow }: { readonly workflow: Resource<Workflow> }): ReactNode {
  const { data, problem, refresh } = workflow;
  if (data === undefined)
    return problem === undefined ? (
      <Loading label="Loading the workflow" />
    ) : (
      <ProblemNote problem={problem} onRetry={refresh} />
    );
  const done = data.steps.filter(({ state }) => state === "completed" || state === "skipped").length;
  return (
    <div className={`scroll ${css.panel}`}>
      <p className={css.percent}>
        {data.percent}
        <span className={css.sign}>%</span>
        <span className={css.of}>
          {done} of {data.steps.length} steps done
        </span>
      </p>
      <div
        className={css.bar}
        role="progressbar"
        aria-label="Workflow"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={data.percent}
      >
        <div className="stripes" style={{ width: `${data.percent}%` }} />
      </div>
      <ol className={css.steps}>
        {data.steps.map((step) => (
          <StepItem key={step.id} step={step} />
        ))}
      </ol>
      {data.next.length > 0 && <Next choices={data.next} />}
    </div>
  );
}

function Next({ choices: offered }: { readonly choices: Workflow["next"] }): ReactNode {
  const { press } = useTalkTools();
  const [pressing, setPressing] = useState<string>();
  const pressOne = async (id: string): Promise<void> => {
    setPressing(id);
    await press(id);
    setPressing(undefined);
  };
  return (
    <section aria-labelledby="next-title" className={css.next}>
      <h3 id="next-title" className={css.nextTitle}>
        What may come next
      </h3>
      <div className={choices.choices}>
        {offered.map((choice) => (
          <ChoiceButton
            key={choice.id}
            choice={choice}
            mine={false}
            busy={pressing === choice.id}
            held={pressing !== undefined}
            onPress={() => void pressOne(choice.id)}
          />
        ))}
      </div>
    </section>
  );
}
