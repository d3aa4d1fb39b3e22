import type { Change } from "./change.ts";

/** Whose words a change wrote, by id: who accepts what somebody else said writes it, and the words stay the other's. */
export function speakersOf({ action, by, fields, after, undoes }: Change): readonly string[] {
  if (undoes !== undefined || action === "merged") return [by];
  const said = Object.keys(fields).flatMap((field) => after?.facts[field]?.by ?? []);
  return said.length === 0 ? [by] : [...new Set(said)];
}
