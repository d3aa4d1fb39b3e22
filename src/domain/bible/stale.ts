import { z } from "zod";

/**
 * Something made from an entry (a scene with that character, a document that tells of it) whose entry changed since.
 * `dependant_id` is an entry's id, or "<project id>:<document>" for a document. It stays until somebody brings the
 * dependant up to date, says it is fine as it is, or takes the change back.
 */
export const StaleMark = z.object({
  project_id: z.string(),
  dependant_id: z.string(),
  cause_id: z.string(),
  change_id: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
});
export type StaleMark = z.infer<typeof StaleMark>;

/** What a turn does to the marks. A cause marks every scene that is linked to the entry, but those the same turn writes. */
export interface StaleWrite {
  readonly causes: readonly Omit<StaleMark, "dependant_id">[];
  readonly marks: readonly StaleMark[];
  /** Ids of dependants that are up to date again. */
  readonly cleared: readonly string[];
}
