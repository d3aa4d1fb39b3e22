import { useState } from "react";
import type { Answer, Point } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";

export interface Answering {
  /** Which button was pressed and still waits. */
  readonly busy: string | undefined;
  /** Resolves with whether it was taken. */
  readonly answer: (name: string, given: Answer) => Promise<boolean>;
}

/** Sends one answer at a time; `onAnswered` is told what Backlot said to it. */
export function useAnswer(point: Point, onAnswered: (point: Point, said: string) => void): Answering {
  const tools = useTalkTools();
  const [busy, setBusy] = useState<string>();
  return {
    busy,
    answer: async (name, given) => {
      if (busy !== undefined) return false;
      setBusy(name);
      const said = await tools.answer(point.id, given);
      setBusy(undefined);
      if (said !== undefined) onAnswered(point, said);
      return said !== undefined;
    },
  };
}
