import type { Block } from "../../chat/reply.ts";
import type { Fact } from "../../domain/bible/fact.ts";
import type { BrainParts } from "./parts.ts";

const MAX_CITATIONS = 3;
const MAX_QUOTE_CHARS = 400;

type Citation = Block & { type: "citation" };

/** The lines that prove these facts, each said once: the sentence around the evidence, who said it and when. */
export async function cite(parts: BrainParts, facts: readonly (Fact | undefined)[]): Promise<Citation[]> {
  const evidence = facts.flatMap((fact) => (fact?.evidence ? [fact.evidence] : []));
  const ids = [...new Set(evidence.map((found) => found.message_id))];
  if (ids.length === 0) return [];
  const messages = new Map((await parts.messages.getMany(ids)).map((message) => [message.id, message]));
  const citations = new Map<string, Citation>();
  for (const found of evidence) {
    const message = messages.get(found.message_id);
    if (!message) continue;
    const quote = sentenceAround(message.text, found.start, found.end);
    citations.set(`${message.id} ${quote}`, {
      type: "citation",
      quote,
      message_id: message.id,
      by: message.user_name ?? message.user_id,
      at: message.at,
    });
  }
  return [...citations.values()].slice(0, MAX_CITATIONS);
}

/** The sentence or line of `text` that holds the span; the span alone when that is long. Ends of sentences inside "INT." or "Dr." only make the quote longer. */
export function sentenceAround(text: string, start: number, end: number): string {
  const before = Math.max(text.lastIndexOf("\n", start - 1) + 1, lastEnd(text.slice(0, start)));
  const next = text.slice(end).search(/(?<=[.!?])\s|\n/);
  const quote = text.slice(before, next < 0 ? text.length : end + next).trim();
  return quote.length <= MAX_QUOTE_CHARS ? quote : text.slice(start, end);
}

function lastEnd(text: string): number {
  const ends = [...text.matchAll(/(?<!\b(?:INT|EXT|EST|I\/E|Dr|Mr|Mrs|Ms|St))[.!?]\s+/gi)];
  const last = ends.at(-1);
  return last ? last.index + last[0].length : 0;
}
