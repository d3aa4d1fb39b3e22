import { z } from "zod";
import { Fact } from "./fact.ts";
import { EntryKind } from "./kinds.ts";

export const EntryStatus = z.enum(["draft", "confirmed", "locked", "removed"]);
export type EntryStatus = z.infer<typeof EntryStatus>;

/**
 * One thing of the story bible. `facts` holds its fields; `links` says which entries a field's names mean
 * (`{characters: [entry ids], location: [entry id]}`), so that a rename finds its dependants.
 */
export const Entry = z.object({
  id: z.string(),
  project_id: z.string(),
  kind: EntryKind,
  name: z.string(),
  facts: z.record(z.string(), Fact),
  links: z.record(z.string(), z.array(z.string())),
  status: EntryStatus,
  /** Who locked it, under the name they go by. Absent unless it is locked. */
  locked: z.object({ by: z.string(), name: z.string().optional(), at: z.iso.datetime() }).optional(),
  operation_id: z.string().optional(),
  version: z.int().positive(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type Entry = z.infer<typeof Entry>;
