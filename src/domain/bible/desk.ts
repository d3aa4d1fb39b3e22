import { deepEqual } from "../../lib/deep-equal.ts";
import type { Change, FieldChange } from "./change.ts";
import type { Entry } from "./entry.ts";
import type { Evidence, Fact, FactStatus, FactValue, LaterValue } from "./fact.ts";
import type { EntryKind } from "./kinds.ts";
import { withLinks } from "./links.ts";
import { createNameIndex, type NameIndex } from "./name-index.ts";
import { factText } from "./value-text.ts";

/** Who writes, when, and on whose behalf. `fact_status` is "confirmed" for what a person said and "proposed" for what Backlot made up. */
export interface Author {
  readonly project_id: string;
  readonly session_id?: string | undefined;
  readonly turn_id?: string | undefined;
  readonly operation_id?: string | undefined;
  readonly by: string;
  /** Who said it, when somebody else accepts it. */
  readonly said_by?: string | undefined;
  readonly at: string;
  readonly fact_status: FactStatus;
  readonly nextId: (kind: "entry" | "change") => string;
}

/** Where one turn's writes to the bible gather, so that an entry touched five times makes one change. */
export interface Desk {
  readonly author: Author;
  readonly names: NameIndex;
  readonly stored: ReadonlyMap<string, Entry>;
  readonly working: Map<string, Entry>;
  readonly evidence: Map<string, Evidence>;
  /** Entries that took another one in. */
  readonly merged: Set<string>;
  /** By entry: the change that is taken back, when the desk is an undo's. */
  readonly reverses: Map<string, Pick<Change, "undoes" | "redoes">>;
}

export function openDesk(author: Author, known: readonly Entry[]): Desk {
  const stored = new Map(known.map((entry) => [entry.id, entry]));
  return {
    author,
    names: createNameIndex(stored.values()),
    stored,
    working: new Map(),
    evidence: new Map(),
    merged: new Set(),
    reverses: new Map(),
  };
}

/** An entry as it stands now, removed ones included. */
export const onDesk = (desk: Desk, id: string): Entry | undefined =>
  desk.working.get(id) ?? desk.stored.get(id);

/** The state of an entry at hand now. */
export const current = (desk: Desk, entry: Entry): Entry => desk.working.get(entry.id) ?? entry;

/** All entries as they stand now that are not removed. */
export function livingOn(desk: Desk): Entry[] {
  const all = new Map([...desk.stored, ...desk.working]);
  return [...all.values()].filter((entry) => entry.status !== "removed");
}

/** A person's entry counts as confirmed, Backlot's own as a draft. */
export function createOn(desk: Desk, kind: EntryKind, name: string, evidence?: Evidence): Entry {
  const { author } = desk;
  const entry: Entry = {
    id: author.nextId("entry"),
    project_id: author.project_id,
    kind,
    name,
    facts: { name: factOf(author, name, evidence) },
    links: {},
    status: author.fact_status === "proposed" ? "draft" : "confirmed",
    ...(author.operation_id === undefined ? {} : { operation_id: author.operation_id }),
    version: 1,
    created_at: author.at,
    updated_at: author.at,
  };
  return write(desk, entry, evidence);
}

/** Writes a field, or clears it when the value is undefined. The value must have passed `checkField`. The same value again writes nothing. */
export function setFact(
  desk: Desk,
  entry: Entry,
  field: string,
  value: FactValue | undefined,
  evidence?: Evidence,
): Entry {
  const old = entry.facts[field];
  if (value === undefined) {
    const { [field]: _cleared, ...facts } = entry.facts;
    return old === undefined ? entry : write(desk, { ...entry, facts }, evidence);
  }
  if (old !== undefined && deepEqual(old.value, value)) return entry;
  const facts = { ...entry.facts, [field]: factOf(desk.author, value, evidence) };
  return write(desk, { ...entry, facts }, evidence);
}

/** Writes a field with a fact that another entry holds: who said it, when and in which words go with it. */
export function takeFact(desk: Desk, entry: Entry, field: string, fact: Fact): Entry {
  return deepEqual(entry.facts[field], fact)
    ? entry
    : write(desk, { ...entry, facts: { ...entry.facts, [field]: fact } });
}

/** Notes that an entry took another in, which its change then says; the one that went in is written on its own. */
export function setMerged(desk: Desk, entry: Entry, evidence?: Evidence): void {
  desk.merged.add(entry.id);
  write(desk, entry, evidence);
}

/** What a field becomes from a scene on, beside what it is. The field must have a value; an entry without it stays as it is. */
export function setLater(desk: Desk, entry: Entry, field: string, later: LaterValue): Entry {
  const fact = entry.facts[field];
  if (fact === undefined) return entry;
  const others = (fact.later ?? []).filter((each) => each.from_id !== later.from_id);
  return write(
    desk,
    { ...entry, facts: { ...entry.facts, [field]: { ...fact, later: [...others, later] } } },
    later.evidence,
  );
}

export function setName(desk: Desk, entry: Entry, name: string, evidence?: Evidence): Entry {
  if (entry.name === name) return entry;
  const facts = { ...entry.facts, name: factOf(desk.author, name, evidence) };
  return write(desk, { ...entry, name, facts }, evidence);
}

export function setLinks(desk: Desk, entry: Entry, field: string, ids: readonly string[]): Entry {
  const links = withLinks(entry.links, field, ids);
  return deepEqual(links, entry.links) ? entry : write(desk, { ...entry, links });
}

export const setStatus = (desk: Desk, entry: Entry, status: Entry["status"], evidence?: Evidence): Entry =>
  write(desk, { ...entry, status }, evidence);

/** Locks an entry in somebody's name, or opens it again: what holds guesses of Backlot is a draft then. */
export function setLock(desk: Desk, entry: Entry, locked: Entry["locked"]): Entry {
  const { locked: _before, ...rest } = entry;
  if (locked) return write(desk, { ...rest, status: "locked", locked });
  const guesses = Object.values(entry.facts).some((fact) => fact.status === "proposed");
  return write(desk, { ...rest, status: guesses ? "draft" : "confirmed" });
}

/** Replaces the whole content at once, as the undo of a change does. */
export function setContent(desk: Desk, entry: Entry, reverses: Pick<Change, "undoes" | "redoes">): void {
  desk.reverses.set(entry.id, reverses);
  write(desk, entry);
}

/** What was written, one change an entry, in the order in which the entries were first touched. What was made and unmade leaves none. */
export function clearDesk(desk: Desk): Change[] {
  return [...desk.working.values()].flatMap((after) => {
    const before = desk.stored.get(after.id) ?? null;
    const idle = before !== null && sameContent(before, after) && !desk.merged.has(after.id);
    if (idle || (before === null && after.status === "removed")) return [];
    return changeOf(desk, before, after);
  });
}

/** A name nobody of the kind has: the wanted one, or with a number in brackets. */
export function freeName(desk: Desk, kind: EntryKind, wanted: string, own?: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    const holder = desk.names.named(name, kind);
    if (holder === undefined || holder.id === own) return name;
  }
}

function write(desk: Desk, entry: Entry, evidence?: Evidence): Entry {
  desk.working.set(entry.id, entry);
  desk.names.put(entry);
  if (evidence !== undefined && !desk.evidence.has(entry.id)) desk.evidence.set(entry.id, evidence);
  return entry;
}

function changeOf(desk: Desk, before: Entry | null, touched: Entry): Change {
  const { author } = desk;
  const evidence = desk.evidence.get(touched.id);
  const reverses = desk.reverses.get(touched.id);
  const after: Entry = before ? { ...touched, version: before.version + 1, updated_at: author.at } : touched;
  return {
    id: author.nextId("change"),
    project_id: author.project_id,
    ...(author.session_id === undefined ? {} : { session_id: author.session_id }),
    ...(author.turn_id === undefined ? {} : { turn_id: author.turn_id }),
    ...(author.operation_id === undefined ? {} : { operation_id: author.operation_id }),
    entry_id: after.id,
    kind: after.kind,
    action: actionOf(before, after, desk.merged.has(after.id)),
    name: after.name,
    fields: fieldChanges(before, after),
    before,
    after,
    ...(evidence === undefined ? {} : { evidence }),
    ...reverses,
    undone: false,
    by: author.by,
    at: author.at,
  };
}

function actionOf(before: Entry | null, after: Entry, merged: boolean): Change["action"] {
  if (before === null) return "created";
  const removed = after.status === "removed";
  if ((before.status === "removed") === removed) return merged ? "merged" : "updated";
  return removed ? "removed" : "restored";
}

/** Fields whose value differs. A removed entry keeps its fields for undo, and its change names none. */
function fieldChanges(before: Entry | null, after: Entry): Record<string, FieldChange> {
  const fields = new Set([...Object.keys(before?.facts ?? {}), ...Object.keys(after.facts)]);
  const changes: Record<string, FieldChange> = {};
  for (const field of fields) {
    const old = toldValue(before?.facts[field]);
    const now = toldValue(after.facts[field]);
    if (deepEqual(old, now)) continue;
    changes[field] = {
      ...(old === undefined ? {} : { before: old }),
      ...(now === undefined ? {} : { after: now }),
    };
  }
  return changes;
}

/** A value that changes in the story is told in words. */
const toldValue = (fact: Fact | undefined): FactValue | undefined =>
  fact?.later === undefined ? fact?.value : factText(fact);

/** Whether two states of an entry say the same: its name, facts, links and status, whatever their version. */
export const sameContent = (a: Entry, b: Entry): boolean =>
  a.name === b.name && a.status === b.status && deepEqual(a.links, b.links) && deepEqual(a.facts, b.facts);

const factOf = (author: Author, value: FactValue, evidence: Evidence | undefined): Fact => ({
  value,
  status: author.fact_status,
  ...(evidence === undefined ? {} : { evidence }),
  by: author.said_by ?? author.by,
  at: author.at,
});
