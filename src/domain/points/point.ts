import { z } from "zod";
import { ChangeAction } from "../bible/change.ts";
import { FactValue } from "../bible/fact.ts";
import { EntryKind } from "../bible/kinds.ts";
import { Statement } from "../reading/reading.ts";
import { Role } from "../role.ts";

/** What one part of a proposal would write, as a person reads it. */
export const ProposedLine = z.object({
  action: ChangeAction,
  kind: EntryKind,
  name: z.string(),
  field: z.string().optional(),
  before: FactValue.optional(),
  after: FactValue.optional(),
  /** The words that say it. */
  quote: z.string().optional(),
});
export type ProposedLine = z.infer<typeof ProposedLine>;

/** A part that is accepted or declined by itself: what it says, and how it reads. `id` is "1", "2" … within its point. */
export const ProposedItem = z.object({
  id: z.string(),
  statement: Statement,
  line: ProposedLine,
  state: z.enum(["open", "accepted", "declined"]),
});
export type ProposedItem = z.infer<typeof ProposedItem>;

export const Candidate = z.object({ entry_id: z.string(), name: z.string(), label: z.string() });
export type Candidate = z.infer<typeof Candidate>;

/** Statements of one message that wait for one answer, beside the first. */
export const MAX_ALSO = 20;

export const ProposalReason = z.enum([
  "saving",
  "role",
  "review",
  "guess",
  "import",
  "merge",
  "stale",
  "edit",
]);

/**
 * proposal: changes that are written once accepted. which: a name that means several. missing: a field that must be filled.
 * name: somebody who has none yet (`wants` says which name of the statement). conflict: what was said contradicts what is confirmed.
 */
const Asked = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("proposal"),
    reason: ProposalReason,
    title: z.string(),
    items: z.array(ProposedItem).max(2_000),
  }),
  z.object({
    type: z.literal("which"),
    name: z.string(),
    candidates: z.array(Candidate).max(25),
    statement: Statement,
    /** What else the same message says of them. */
    also: z.array(Statement).max(MAX_ALSO).optional(),
  }),
  z.object({
    type: z.literal("missing"),
    entry_id: z.string(),
    kind: EntryKind,
    name: z.string(),
    field: z.string(),
  }),
  z.object({ type: z.literal("name"), statement: Statement, wants: z.enum(["subject", "from", "to"]) }),
  z.object({
    type: z.literal("conflict"),
    entry_id: z.string(),
    kind: EntryKind,
    name: z.string(),
    field: z.string(),
    /** The field that holds what is kept, when it is another one. */
    kept_field: z.string().optional(),
    kept: FactValue,
    said: FactValue,
    statement: Statement,
  }),
]);
export type Asked = z.infer<typeof Asked>;

/**
 * Something Backlot put to the people of a session and waits for. Nothing of it is written before it is answered, and it
 * may be answered whenever, by anyone in the session whose role is enough. Statements keep their places in `message_id`.
 */
export const Point = z.object({
  id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  turn_id: z.string(),
  /** The message whose words the statements quote. Absent for what was not said in a message. */
  message_id: z.string().optional(),
  /** Who said it: the facts are theirs, whoever accepts them. */
  by: z.string(),
  at: z.iso.datetime(),
  state: z.enum(["open", "answered", "dismissed"]),
  /** The role it takes to accept it, when that is more than a writer's. `author` may accept as well. */
  needs: z.object({ role: Role, author: z.string().optional() }).optional(),
  answered_by: z.string().optional(),
  answered_at: z.iso.datetime().optional(),
  /** 0 until it is stored; the store raises it by one at each write. */
  version: z.int().nonnegative(),
  asks: Asked,
});
export type Point = z.infer<typeof Point>;
