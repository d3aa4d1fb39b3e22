import { useCallback, useState } from "react";
import type { OfferedChoice, Turn } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";

export interface StepAnswer {
  readonly text: string;
  /** The reply in the talk, where it holds one. */
  readonly message_id?: string;
  /** What the reply offers. */
  readonly choices: readonly OfferedChoice[];
  /** The action it answers. */
  readonly key: string;
}

export interface StepCommand {
  /** The action or the choice under way. */
  readonly busy: string | undefined;
  readonly answer: StepAnswer | undefined;
  readonly send: (key: string, line: string) => Promise<void>;
  readonly choose: (choice_id: string) => Promise<void>;
}

/** Says a command in the talk and keeps what Backlot answered, so that it can be read and answered where the button was pressed. */
export function useStepCommand(onAnswered: () => void): StepCommand {
  const { say, press } = useTalkTools();
  const [busy, setBusy] = useState<string>();
  const [answer, setAnswer] = useState<StepAnswer>();
  const run = useCallback(
    async (key: string, turn: Promise<Turn | undefined>, failed: string) => {
      setBusy(key);
      const ended = await turn;
      setAnswer(ended === undefined ? { key, text: failed, choices: [] } : answerOf(key, ended));
      setBusy(undefined);
      onAnswered();
    },
    [onAnswered],
  );
  const send = useCallback(
    (key: string, line: string) => {
      setAnswer(undefined);
      return run(key, say(line), "That did not go through. It waits in the talk, to be sent again.");
    },
    [say, run],
  );
  const choose = useCallback(
    (choice_id: string) => run(choice_id, press(choice_id), "That did not go through. Try it once more."),
    [press, run],
  );
  return { busy, answer, send, choose };
}

function answerOf(key: string, { reply }: Turn): StepAnswer {
  if (reply === undefined)
    return { key, text: "Backlot is at work on it. Its answer comes in the talk.", choices: [] };
  const choices = reply.blocks.flatMap((block) => (block.type === "choices" ? block.choices : []));
  return { key, text: reply.text, message_id: reply.message_id, choices };
}
