import type { Turn } from "../../chat/turn.ts";
import type { ErrorCode } from "../../domain/errors.ts";
import { type Decision, decide } from "./decide.ts";
import type { ConverseParts } from "./parts.ts";

/** `untaken`: why each file that was not taken was not. */
export interface FiledDecision extends Decision {
  readonly untaken?: readonly ErrorCode[];
}

/** Decides once the files of the message are here; what could not be taken of them is told below. */
export async function decideWithFiles(parts: ConverseParts, asked: Turn): Promise<FiledDecision> {
  const { turn, refused } = (await parts.collect?.(asked)) ?? { turn: asked, refused: [] };
  const [first] = refused;
  if (first === undefined) return decide(parts, turn);
  const { event } = turn;
  const silent = event.type === "message" && event.text.trim() === "" && event.files === undefined;
  const decision: Decision = silent ? { outcome: { blocks: [], refusal: first } } : await decide(parts, turn);
  const lines = refused.map(({ message, hint }) => ({ type: "text" as const, text: `${message} ${hint}` }));
  return {
    ...decision,
    outcome: { ...decision.outcome, blocks: [...decision.outcome.blocks, ...lines] },
    untaken: refused.map(({ code }) => code),
  };
}
