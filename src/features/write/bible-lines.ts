import { relationshipLine, summaryLine } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { valueText } from "../../domain/bible/value-text.ts";

/** Beside name, age and occupation, what a writer needs of a character. */
const DRIVES = ["role", "archetype", "gender", "motivation", "want"] as const;

/**
 * The bible as a writer is given it: one line an entry, who matters first. People a person spoke of come before drafts
 * Backlot made up, leads before the rest, and what was made earlier before what came later.
 */
export function bibleLines(entries: readonly Entry[]): string[] {
  return entries.toSorted(byWeight).map((entry) => `${entry.kind}: ${lineOf(entry)}`);
}

function lineOf(entry: Entry): string {
  if (entry.kind === "relationship") return relationshipLine(entry);
  if (entry.kind !== "character") return summaryLine(entry);
  const drives = DRIVES.flatMap((field) => {
    const fact = entry.facts[field];
    return fact === undefined ? [] : [valueText(fact.value).replace(/\.$/, "")];
  });
  return [summaryLine(entry), ...drives].join(", ");
}

function byWeight(a: Entry, b: Entry): number {
  return weight(b) - weight(a) || a.created_at.localeCompare(b.created_at);
}

const weight = (entry: Entry) =>
  (entry.facts.role?.value === "lead" ? 2 : 0) + (entry.status === "draft" ? 0 : 3);
