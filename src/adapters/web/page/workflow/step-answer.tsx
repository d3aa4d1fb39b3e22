import { Button } from "@mantine/core";
import type { ReactNode, Ref } from "react";
import { ChoiceButton } from "../blocks/choice-button.tsx";
import choices from "../blocks/choices-block.module.css";
import { useTalkTools } from "../state/talk-context.ts";
import { MarkdownView } from "../text/markdown-view.tsx";
import css from "./step-answer.module.css";
import type { StepCommand } from "./use-step-command.ts";

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly command: StepCommand;
  /** Whether the answer's buttons decide what was asked for. */
  readonly offers: boolean;
  /** Makes room for the talk. */
  readonly onTalk: () => void;
}

/** What Backlot said to what was pressed above. It takes the focus then, since the pressed button may be gone. */
export function StepAnswerView({ ref, command, offers, onTalk }: Props): ReactNode {
  const { busy, answer, choose } = command;
  const { showMessage } = useTalkTools();
  const message_id = answer?.message_id;
  return (
    <div ref={ref} role="status" tabIndex={-1} className={css.said}>
      {busy !== undefined && <p className={css.wait}>Telling Backlot …</p>}
      {answer !== undefined && <MarkdownView text={answer.text} />}
      {offers && answer !== undefined && answer.choices.length > 0 && (
        <div className={`${choices.choices} ${css.choices}`}>
          {answer.choices.map((choice) => (
            <ChoiceButton
              key={choice.id}
              choice={choice}
              busy={busy === choice.id}
              held={busy !== undefined}
              onPress={() => void choose(choice.id)}
            />
          ))}
        </div>
      )}
      {message_id !== undefined && (
        <Button
          className={css.show ?? ""}
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => {
            onTalk();
            showMessage(message_id);
          }}
        >
          Show it in the talk
        </Button>
      )}
    </div>
  );
}
