import { z } from "zod";
import { Entry } from "./entry.ts";
import { Evidence, FactValue } from "./fact.ts";
import { EntryKind } from "./kinds.ts";

export const ChangeAction = z.enum(["created", "updated", "merged", "removed", "restored"]);
export type ChangeAction = z.infer<typeof ChangeAction>;

export const FieldChange = z.object({ before: FactValue.optional(), after: FactValue.optional() });
export type FieldChange = z.infer<typeof FieldChange>;

/** One write to the bible. `before` and `after` are the whole entry, so that undo restores exactly. */
export const Change = z.object({
  id: z.string(),
  project_id: z.string(),
  session_id: z.string().optional(),
  turn_id: z.string().optional(),
  operation_id: z.string().optional(),
  entry_id: z.string(),
  kind: EntryKind,
  action: ChangeAction,
  name: z.string(),
  fields: z.record(z.string(), FieldChange),
  before: Entry.nullable(),
  after: Entry.nullable(),
  evidence: Evidence.optional(),
  /** The change this one reverses. */
  undoes: z.string().optional(),
  /** When it reverses an undo: the change that stands again with it, as if it had never been undone. */
  redoes: z.string().optional(),
  undone: z.boolean(),
  by: z.string(),
  /** The name they went by. */
  by_name: z.string().optional(),
  at: z.iso.datetime(),
});
export type Change = z.infer<typeof Change>;
