import { Button } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import type { WorkflowStep } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { MarkdownView } from "../text/markdown-view.tsx";
import { type StepAction, stepActions } from "./step-actions.ts";
import css from "./step-actions-bar.module.css";
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
  const { busy, answer, send } = useStepCommand(onAnswered);
  const { showMessage } = useTalkTools();
  const [asking, setAsking] = useState<string>();
  const said = useRef<HTMLDivElement>(null);
  const actions = stepActions(step, steps);
  const asked = actions.find(({ key }) => key === asking);
  const bar = useRef<HTMLDivElement>(null);

  const act = (action: StepAction, reason = ""): void => {
    setAsking(undefined);
    // The pressed button may be gone once it has done its work.
    said.current?.focus();
    void send(action.key, action.line(reason));
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
              variant={index === 0 && action.asks === "nothing" ? "filled" : "default"}
              loading={busy === action.key}
              disabled={busy !== undefined && busy !== action.key}
              onClick={() => (action.asks === "nothing" ? act(action) : setAsking(action.key))}
            >
              {action.label}
              {action.asks === "nothing" ? "" : "…"}
            </Button>
          ))}
        </div>
      ) : (
        <StepAsk key={asked.key} action={asked} onGo={(reason) => act(asked, reason)} onCancel={stopAsking} />
      )}
      <div ref={said} role="status" tabIndex={-1} className={css.said}>
        {busy !== undefined && <p className={css.wait}>Telling Backlot …</p>}
        {answer !== undefined && <MarkdownView text={answer.text} />}
        {answer?.message_id !== undefined && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => {
              onTalk();
              showMessage(answer.message_id ?? "");
            }}
          >
            Show it in the talk
          </Button>
        )}
      </div>
    </div>
  );
}
