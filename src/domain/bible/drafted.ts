import type { ItemFields } from "../operation.ts";
import type { Change } from "./change.ts";
import type { Entry } from "./entry.ts";
import type { EntryKind } from "./kinds.ts";

export interface DraftedInput {
  readonly entry_id: string;
  readonly change_id: string;
  readonly project_id: string;
  readonly session_id: string;
  readonly turn_id?: string;
  readonly operation_id?: string;
  readonly kind: EntryKind;
  readonly fields: ItemFields;
  readonly links?: Entry["links"];
  readonly at: string;
}

/** The change that adds an entry Backlot wrote itself: its facts are proposals without evidence, until a person confirms them. */
export function draftedChange(input: DraftedInput): Change {
  const name = String(input.fields.name ?? "");
  const facts = Object.fromEntries(
    Object.entries(input.fields)
      .filter(([field]) => field !== "name")
      .map(([field, value]) => [field, { value, status: "proposed" as const, by: "backlot", at: input.at }]),
  );
  const from = input.operation_id === undefined ? {} : { operation_id: input.operation_id };
  const entry: Entry = {
    id: input.entry_id,
    project_id: input.project_id,
    kind: input.kind,
    name,
    facts: { name: { value: name, status: "proposed", by: "backlot", at: input.at }, ...facts },
    links: input.links ?? {},
    status: "draft",
    ...from,
    version: 1,
    created_at: input.at,
    updated_at: input.at,
  };
  return {
    id: input.change_id,
    project_id: input.project_id,
    session_id: input.session_id,
    ...(input.turn_id === undefined ? {} : { turn_id: input.turn_id }),
    ...from,
    entry_id: entry.id,
    kind: entry.kind,
    action: "created",
    name,
    fields: Object.fromEntries(Object.entries(input.fields).map(([field, after]) => [field, { after }])),
    before: null,
    after: entry,
    undone: false,
    by: "backlot",
    at: input.at,
  };
}
