import type { Turn } from "../../chat/turn.ts";
import { type Decision, decide } from "./decide.ts";
import type { ConverseParts } from "./parts.ts";

/** Decides once the files of the message are here; what could not be taken of them is told below. */
export async function decideWithFiles(parts: ConverseParts, asked: Turn): Promise<Decision> {
  const { turn, refused } = (await parts.collect?.(asked)) ?? { turn: asked, refused: [] };
  if (refused.length === 0) return decide(parts, turn);
  const { event } = turn;
  const silent = event.type === "message" && event.text.trim() === "" && event.files === undefined;
  const decision: Decision = silent ? { outcome: { blocks: [] } } : await decide(parts, turn);
  const lines = refused.map((text) => ({ type: "text" as const, text }));
  return { ...decision, outcome: { ...decision.outcome, blocks: [...decision.outcome.blocks, ...lines] } };
}
