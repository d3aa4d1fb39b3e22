import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { WorkflowStep } from "../api/wire.ts";
import { type StepAction, stepActions } from "./step-actions.ts";
import css from "./step-actions-bar.module.css";
import { StepAnswerView } from "./step-answer.tsx";
import { StepAsk } from "./step-ask.tsx";
import { useStepCommand } from "./use-step-command.ts";

interface Props {
  readonly step: WorkflowStep;
  readonly steps: readonly WorkflowStep[];
  /** Reads the workflow again. */
  readonly onAnswered: () => void;
  /** Makes room for the talk. */
  readonly onTalk: () => void;
}

/** What can be done to a step, and what Backlot said to the last of it. */
export function StepActionsBar({ step, steps, onAnswered, onTalk }: Props): ReactNode {
  const command = useStepCommand(onAnswered);
  const { busy, answer } = command;
  const [asking, setAsking] = useState<string>();
  const bar = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const actions = stepActions(step, steps);
  const asked = actions.find(({ key }) => key === asking);
  useEffect(() => {
    if (answer !== undefined) said.current?.scrollIntoView({ block: "nearest" });
  }, [answer]);

  const act = (action: StepAction, reason = ""): void => {
    setAsking(undefined);
    said.current?.focus();
    void command.send(action.key, action.line(reason));
  };
  const stopAsking = (): void => {
    setAsking(undefined);
    window.requestAnimationFrame(() =>
      bar.current?.querySelector<HTMLElement>(`[data-key="${asking}"]`)?.focus(),
    );
  };
  return (
    <div className={css.actions}>
      {asked === undefined ? (
        <div ref={bar} className={css.bar}>
          {actions.map((action, index) => (
            <Button
              key={action.key}
              data-key={action.key}
              size="compact-sm"
              variant={index === 0 && isForward(action) ? "filled" : "default"}
              loading={busy === action.key}
              disabled={busy !== undefined && busy !== action.key}
              onClick={() => (action.question === undefined ? act(action) : setAsking(action.key))}
            >
              {action.label}
              {isForward(action) ? "" : "…"}
            </Button>
          ))}
        </div>
      ) : (
        <StepAsk key={asked.key} action={asked} onGo={(reason) => act(asked, reason)} onCancel={stopAsking} />
      )}
      <StepAnswerView
        ref={said}
        command={command}
        offers={actions.some(({ key, answeredBy }) => key === answer?.key && answeredBy !== undefined)}
        onTalk={onTalk}
      />
    </div>
  );
}

/** Done as soon as it is pressed. */
const isForward = ({ question, answeredBy }: StepAction): boolean =>
  question === undefined && answeredBy === undefined;
