import type { Applied, ApplyInput } from "./apply-reading.ts";
import { clearDesk, current, openDesk, setFact, setLinks, setName } from "./desk.ts";
import type { Entry } from "./entry.ts";
import { type Hearing, mayChange } from "./hearing.ts";
import { linkLate } from "./link-late.ts";
import { linkTarget } from "./links.ts";
import { EMPTY_SCHEMA } from "./project-schema.ts";
import { nameOfTie } from "./relations.ts";
import { renameEntry } from "./rename-entry.ts";
import { writeField } from "./write-field.ts";

export interface EditInput
  extends Omit<ApplyInput, "reading" | "message" | "lists" | "withhold" | "fact_status"> {
  readonly entry: Entry;
  /** New values by field; null or empty text clears the field. A list that is given takes the place of the old one. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Writes the fields a person filled in a form or gave to a command. `known` as for `applyReading`; for a new name with all that is linked to the entry. */
export function applyEdit(input: EditInput): Applied {
  const known = [input.entry, ...input.known.filter((entry) => entry.id !== input.entry.id)];
  const hearing: Hearing = {
    desk: openDesk({ ...input, fact_status: "confirmed" }, known),
    message: undefined,
    notes: [],
    schema: input.schema ?? EMPTY_SCHEMA,
    withhold: [],
    lists: "replace",
    unresolved: [],
    places: new Set(),
    contradictions: "write",
    statement: undefined,
  };
  if (mayChange(hearing, input.entry)) {
    for (const [field, raw] of Object.entries(input.values))
      edit(hearing, current(hearing.desk, input.entry), field, raw);
    linkLate(hearing);
  }
  return { changes: clearDesk(hearing.desk), notes: hearing.notes.filter((note) => note.type !== "same") };
}

function edit(hearing: Hearing, entry: Entry, field: string, raw: unknown): void {
  const { kind } = entry;
  const cleared = raw === null || (typeof raw === "string" && raw.trim() === "");
  if (field === "name") renameEntry(hearing, entry, String(raw ?? ""));
  else if (kind === "relationship" && (field === "from" || field === "to"))
    refuseEnds(hearing, entry, field, raw);
  else if (!cleared) retitle(hearing, writeField(hearing, entry, field, raw));
  else if (kind === "relationship" && field === "type") writeField(hearing, entry, field, "");
  else {
    const emptied = setFact(hearing.desk, entry, field, undefined);
    if (linkTarget(kind, field)) setLinks(hearing.desk, emptied, field, []);
  }
}

function refuseEnds(hearing: Hearing, entry: Entry, field: string, raw: unknown): void {
  if (raw === entry.facts[field]?.value) return;
  const reason = "A relationship keeps its two characters";
  hearing.notes.push({
    type: "invalid",
    name: entry.name,
    reason,
    hint: "Delete it and say the new one, for example “Sarah is John’s mentor”.",
  });
}

/** A relationship's name tells its type. */
function retitle(hearing: Hearing, entry: Entry): void {
  if (entry.kind !== "relationship") return;
  const name = nameOfTie(entry);
  const holder = hearing.desk.names.named(name, "relationship");
  if (holder === undefined || holder.id === entry.id) setName(hearing.desk, entry, name);
  else hearing.notes.push({ type: "taken", name, kind: "relationship", entry_id: holder.id });
}
