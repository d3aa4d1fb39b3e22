import type { Change } from "../../src/domain/bible/change.ts";
import type { Entry } from "../../src/domain/bible/entry.ts";
import type { FactValue } from "../../src/domain/bible/fact.ts";
import type { EntryKind } from "../../src/domain/bible/kinds.ts";
import type { Session } from "../../src/domain/session.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { AT, aRecord, newId } from "./samples.ts";

export function anEntry(
  session: Session,
  kind: EntryKind,
  name: string,
  values: Record<string, FactValue> = {},
  over: Partial<Entry> = {},
): Entry {
  const facts = Object.entries({ name, ...values }).map(
    ([field, value]) => [field, { value, status: "confirmed", by: "u1", at: AT }] as const,
  );
  return {
    id: newId("entry"),
    project_id: session.project_id,
    kind,
    name,
    facts: Object.fromEntries(facts),
    links: {},
    status: "confirmed",
    version: 1,
    created_at: AT,
    updated_at: AT,
    ...over,
  };
}

/** The change that makes an entry. */
export function creation(session: Session, after: Entry, over: Partial<Change> = {}): Change {
  return {
    id: newId("change"),
    project_id: after.project_id,
    session_id: session.id,
    entry_id: after.id,
    kind: after.kind,
    action: "created",
    name: after.name,
    fields: { name: { after: after.name } },
    before: null,
    after,
    undone: false,
    by: "u1",
    at: AT,
    ...over,
  };
}

/** The change that turns an entry into its next version. */
export function revision(session: Session, before: Entry, patch: Partial<Entry>, over: Partial<Change> = {}) {
  const after: Entry = { ...before, ...patch, version: before.version + 1 };
  const change: Change = {
    ...creation(session, after),
    action: after.status === "removed" ? "removed" : "updated",
    before,
    ...over,
  };
  return { change, after };
}

/** Commits a turn with these changes; each change says which turn it is of. */
export async function commitChanges(
  stores: Stores,
  session: Session,
  changes: readonly Change[],
  undone: readonly string[] = [],
): Promise<readonly Change[]> {
  const turn_id = newId("turn");
  const ofTurn = changes.map((change) => ({ ...change, turn_id }));
  await stores.turns.commit(aRecord(session, { turn_id, changes: ofTurn, undone }));
  return ofTurn;
}

/** Makes entries, all in one turn. */
export async function makeEntries(stores: Stores, session: Session, ...entries: Entry[]): Promise<void> {
  await commitChanges(
    stores,
    session,
    entries.map((entry) => creation(session, entry)),
  );
}
