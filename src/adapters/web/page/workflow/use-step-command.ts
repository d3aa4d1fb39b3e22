import { useCallback, useState } from "react";
import type { Turn } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";

export interface StepAnswer {
  readonly text: string;
  /** The reply in the talk, where it holds one. */
  readonly message_id?: string;
}

export interface StepCommand {
  /** The action under way. */
  readonly busy: string | undefined;
  readonly answer: StepAnswer | undefined;
  readonly send: (key: string, line: string) => Promise<void>;
}

/** Says a command in the talk and keeps what Backlot answered, so that it can be read where the button was pressed. */
export function useStepCommand(onAnswered: () => void): StepCommand {
  const { say } = useTalkTools();
  const [busy, setBusy] = useState<string>();
  const [answer, setAnswer] = useState<StepAnswer>();
  const send = useCallback(
    async (key: string, line: string) => {
      setBusy(key);
      setAnswer(undefined);
      const turn = await say(line);
      setAnswer(answerOf(turn));
      setBusy(undefined);
      onAnswered();
    },
    [say, onAnswered],
  );
  return { busy, answer, send };
}

function answerOf(turn: Turn | undefined): StepAnswer {
  if (turn === undefined) return { text: "That did not go through. It waits in the talk, to be sent again." };
  if (turn.reply === undefined) return { text: "Backlot is at work on it. Its answer comes in the talk." };
  return { text: turn.reply.text, message_id: turn.reply.message_id };
}
