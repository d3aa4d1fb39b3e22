import { useState } from "react";
import type { Answer, Point } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";

/** Told when an answer is sent, and what Backlot said to it; undefined when it was refused. */
export interface Watch {
  readonly onStart: (point: Point) => void;
  readonly onEnd: (point: Point, said: string | undefined) => void;
}

export interface Answering {
  /** Which button was pressed and still waits. */
  readonly busy: string | undefined;
  /** Resolves with whether it was taken. */
  readonly answer: (name: string, given: Answer) => Promise<boolean>;
}

/** Sends one answer at a time. */
export function useAnswer(point: Point, { onStart, onEnd }: Watch): Answering {
  const tools = useTalkTools();
  const [busy, setBusy] = useState<string>();
  return {
    busy,
    answer: async (name, given) => {
      if (busy !== undefined) return false;
      setBusy(name);
      onStart(point);
      const said = await tools.answer(point.id, given);
      onEnd(point, said);
      setBusy(undefined);
      return said !== undefined;
    },
  };
}
