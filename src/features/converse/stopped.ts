import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";

/** Said while nothing of an answer is there to be shown yet. */
export const WORKING = "_Working on it…_";

/** Answers `undefined`, at once, when it is stopped; what goes on behind is let go and can write nothing. */
export async function unlessStopped<T>(
  work: Promise<T>,
  stop: AbortSignal | undefined,
): Promise<T | undefined> {
  if (!stop) return work;
  const { promise: stopped, resolve } = Promise.withResolvers<undefined>();
  const tell = () => resolve(undefined);
  stop.addEventListener("abort", tell, { once: true });
  if (stop.aborted) tell();
  try {
    return await Promise.race([work, stopped]);
  } catch (error) {
    if (stop.aborted) return undefined;
    throw error;
  } finally {
    stop.removeEventListener("abort", tell);
  }
}

/** What a turn comes to that somebody stopped: nothing is written before the end of a turn, so nothing of it was. */
export function stoppedOutcome(turn: Turn, by: string, shown: string, more: boolean): Outcome {
  const begun = shown === WORKING ? "" : shown;
  const kept =
    turn.event.type === "message" || turn.event.type === "command"
      ? "What was said stays in the conversation, but nothing of it was saved to the film."
      : "Nothing was done, and the button or form works again.";
  const cut = begun === "" ? "" : "The answer above ends where I was. ";
  const next = more ? " I go on with what was said after it." : "";
  return {
    blocks: [
      ...(begun === "" ? [] : [{ type: "text" as const, text: begun }]),
      { type: "text", text: `⏹ Stopped by ${by}. ${cut}${kept}${next}` },
    ],
  };
}
