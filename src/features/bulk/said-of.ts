import type { Entry } from "../../domain/bible/entry.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { BulkParts } from "./parts.ts";

const MAX_LINES = 3;
const MAX_MESSAGES = 10;
const MAX_LINE_CHARS = 300;
/** Fewer words are a name or a heading, which the fields say already. */
const MIN_WORDS = 5;
/** What is said to Backlot rather than about the story. */
const ORDER =
  /^(?:\/|(?:please|can you|could you|let's)\b|(?:create|add|make|write|draft|give|invent|generate|rename|delete|remove|set|change|update|undo)\b)/i;

/** What people said of an entry: the sentences that prove its facts, oldest first, each once. */
export async function saidOf(
  { messages }: Pick<BulkParts, "messages">,
  { name, facts }: Entry,
): Promise<readonly string[]> {
  const proofs = Object.values(facts).flatMap(({ evidence }) => evidence ?? []);
  const ids = [...new Set(proofs.map(({ message_id }) => message_id))].slice(0, MAX_MESSAGES);
  if (ids.length === 0) return [];
  const texts = new Map((await messages.getMany(ids)).map(({ id, text }) => [id, text]));
  const known = new Set(
    [name, facts.heading?.value, facts.summary?.value].map((value) => nameKey(String(value ?? ""))),
  );
  const sentences = proofs.map(({ message_id, start }) => sentenceAt(texts.get(message_id) ?? "", start));
  return [...new Set(sentences)]
    .filter((line) => line.split(/\s+/).length >= MIN_WORDS && line.length <= MAX_LINE_CHARS)
    .filter((line) => !ORDER.test(line) && !known.has(nameKey(line)))
    .slice(0, MAX_LINES);
}

function sentenceAt(text: string, place: number): string {
  for (const { 0: sentence, index } of text.matchAll(/[^.!?\n]+[.!?]*/g))
    if (index <= place && place < index + sentence.length) return sentence.trim();
  return "";
}
