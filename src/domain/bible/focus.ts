import type { SessionMemory } from "../session.ts";
import type { Change } from "./change.ts";
import type { Entry } from "./entry.ts";
import { linkedIds } from "./links.ts";

type Focus = SessionMemory["focus"];

const MAX_FOCUS = 8;

/**
 * What the session spoke of lately, newest first, once these changes are made: the entries they touched and those these
 * are tied to, then what was in focus before. Relationships are spoken of by their two ends. `known` are the entries
 * read for the changes.
 */
export function focusAfter(focus: Focus, changes: readonly Change[], known: readonly Entry[]): Focus {
  const written = changes.flatMap((change) => (change.after ? [change.after] : []));
  const byId = new Map([...known, ...written].map((entry) => [entry.id, entry]));
  const spoken = written
    .toReversed()
    .flatMap((entry) => [entry, ...linkedIds(entry).flatMap((id) => byId.get(id) ?? [])])
    .filter((entry) => entry.kind !== "relationship");
  return inFocus([...spoken, ...focus.map((each) => byId.get(each.entry_id) ?? each)]);
}

/** Puts entries before what was in focus, as an answer about them does. */
export const focusOn = (focus: Focus, entries: readonly Entry[]): Focus =>
  inFocus([...entries.filter((entry) => entry.kind !== "relationship"), ...focus]);

function inFocus(candidates: readonly (Entry | Focus[number])[]): Focus {
  const seen = new Map<string, Focus[number] | undefined>();
  for (const candidate of candidates) {
    const id = "id" in candidate ? candidate.id : candidate.entry_id;
    if (!seen.has(id)) seen.set(id, "id" in candidate ? spokenOf(candidate) : candidate);
  }
  return [...seen.values()].filter((each) => each !== undefined).slice(0, MAX_FOCUS);
}

function spokenOf(entry: Entry): Focus[number] | undefined {
  if (entry.status === "removed") return undefined;
  const gender = entry.facts.gender?.value;
  return {
    entry_id: entry.id,
    kind: entry.kind,
    name: entry.name,
    ...(typeof gender === "string" ? { gender } : {}),
  };
}
