import { z } from "zod";
import { FactValue } from "../bible/fact.ts";
import { EntryKind, RELATIONSHIP_TYPES } from "../bible/kinds.ts";
import { OperationType, Selection } from "../operation.ts";
import { DocumentKind } from "../project.ts";

/**
 * What a message says, before it is held against the bible. Spans are UTF-16 offsets into the message,
 * end exclusive; what has no place in the text does not belong in a reading.
 */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof Span>;

/** Someone or something as the message names it. `entry_id` is set where the reader knows which entry is meant (a name, an alias, a pronoun). */
/**
 * Several characters at once: everybody, the members of a group ("the heist crew"), those of an occupation ("the cops"),
 * those of a scene.
 */
export const Group = z.object({ by: z.enum(["all", "group", "occupation", "scene"]), value: z.string() });
export type Group = z.infer<typeof Group>;

/** Somebody by name; with `group`, everybody the group holds, and the name is its words. */
export const Mention = Span.extend({
  name: z.string(),
  entry_id: z.string().optional(),
  group: Group.optional(),
});
export type Mention = z.infer<typeof Mention>;

export const FieldReading = Span.extend({ field: z.string(), value: FactValue });
export type FieldReading = z.infer<typeof FieldReading>;

/** What no longer holds of a field: the value given, or whatever it holds. */
export const FieldDrop = Span.extend({ field: z.string(), value: FactValue.optional() });
export type FieldDrop = z.infer<typeof FieldDrop>;

/** Only a model understood it so. What takes something away is then shown to people first. */
const guess = z.boolean().optional();

export const Statement = z.discriminatedUnion("type", [
  /**
   * An entry and what is said of it. `explicit`: the person asks for it to be made ("create a character …", "there's a …", a slug line);
   * without it the statement only holds for an entry that exists already.
   */
  z.object({
    type: z.literal("entry"),
    kind: EntryKind,
    subject: Mention,
    explicit: z.boolean(),
    fields: z.array(FieldReading),
    /** "Sarah is no longer brave", "forget her age". */
    drops: z.array(FieldDrop).optional(),
    /** The person means to change what is known ("make her 31", "she is actually a photographer", "31, not 28"); without it a contradiction is asked about. */
    corrects: z.boolean().optional(),
    span: Span,
  }),
  /** `from` is the `relation` of `to`. Both may be new when `explicit`. */
  z.object({
    type: z.literal("relationship"),
    from: Mention,
    to: Mention,
    relation: z.enum(RELATIONSHIP_TYPES),
    description: z.string().optional(),
    secret: z.boolean().optional(),
    /** The scene it begins in, as the message names it. */
    since: z.string().optional(),
    /** "They are no longer married", "Sarah and John are not siblings": the tie is taken out. */
    ends: z.boolean().optional(),
    guess,
    explicit: z.boolean(),
    span: Span,
  }),
  z.object({ type: z.literal("rename"), subject: Mention, name: z.string(), guess, span: Span }),
  z.object({
    type: z.literal("remove"),
    kind: EntryKind.optional(),
    subject: Mention,
    guess,
    span: Span,
  }),
  /** Two entries are one: the subject goes into `into`, whose name stays, and whose fields stay but for those in `takes`. */
  z.object({
    type: z.literal("merge"),
    subject: Mention,
    into: Mention,
    takes: z.array(z.string()).optional(),
    span: Span,
  }),
]);
export type Statement = z.infer<typeof Statement>;

/** A statement that lacks somebody's name: "create a character, 28", "Sarah has a brother". The empty name is to be asked for. */
export const Gap = z.object({ statement: Statement, wants: z.enum(["subject", "from", "to"]) });
export type Gap = z.infer<typeof Gap>;

export const Question = z.object({
  /** who: all about an entry. field: one field. relation: between two, or all of one. scenes: where someone appears. list: all of a kind. count: how many. open: anything else. */
  type: z.enum(["who", "field", "relation", "scenes", "list", "count", "next", "open"]),
  subjects: z.array(Mention),
  field: z.string().optional(),
  kind: EntryKind.optional(),
  relation: z.enum(RELATIONSHIP_TYPES).optional(),
});
export type Question = z.infer<typeof Question>;

export const Request = z.discriminatedUnion("type", [
  /** So many new ones; or, with `selection`, work on what there is, of which a number takes the first. */
  z.object({
    type: z.literal("bulk"),
    operation: OperationType,
    count: z.number().optional(),
    selection: Selection.optional(),
    brief: z.string(),
  }),
  /** Backlot is to write one entry itself ("invent a villain", "give me a scene in the diner"). */
  z.object({
    type: z.literal("draft"),
    kind: z.enum(["character", "scene", "location"]),
    brief: z.string(),
    subjects: z.array(Mention),
  }),
  /** `text` is set when the person gives the words ("the logline is: …"); without it Backlot writes. */
  z.object({
    type: z.literal("document"),
    document: DocumentKind,
    text: z.string().optional(),
    brief: z.string(),
  }),
  /**
   * The last thing, or so many. `subject`: the last change to it; with `all`, every one. `mine`: of the one who asks alone.
   * `by`: of somebody who talks here, as they are called; where the subject is called so too, one of both is meant.
   */
  z.object({
    type: z.literal("undo"),
    count: z.int().positive().optional(),
    subject: Mention.optional(),
    by: z.string().optional(),
    mine: z.boolean().optional(),
    all: z.boolean().optional(),
  }),
  /** What was undone comes back; `subject`, which may be no entry any more, was taken out. */
  z.object({
    type: z.literal("redo"),
    count: z.int().positive().optional(),
    subject: Mention.optional(),
  }),
  z.object({ type: z.literal("help") }),
]);
export type Request = z.infer<typeof Request>;

export const Reading = z.object({
  statements: z.array(Statement),
  questions: z.array(Question),
  requests: z.array(Request),
  gaps: z.array(Gap).optional(),
  /** The message tries to steer Backlot rather than the film: nothing more is to be read into it, by a model least of all. */
  steers: z.boolean().optional(),
});
export type Reading = z.infer<typeof Reading>;

export const EMPTY_READING: Reading = { statements: [], questions: [], requests: [] };
