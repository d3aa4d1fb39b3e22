import type { Entry } from "../../../domain/bible/entry.ts";
import type { EntryAnswer } from "../schemas/entry.ts";

export function entryAnswer(entry: Entry): EntryAnswer {
  const fields = Object.fromEntries(Object.entries(entry.facts).map(([name, fact]) => [name, fact.value]));
  return { ...entry, fields };
}
