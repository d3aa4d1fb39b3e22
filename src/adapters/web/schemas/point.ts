import { z } from "zod";
import { FormField } from "../../../chat/reply.ts";
import { Evidence, FactValue } from "../../../domain/bible/fact.ts";
import { EntryKind, MAX_TEXT_CHARS } from "../../../domain/bible/kinds.ts";
import { Candidate, Point, ProposalReason, ProposedItem } from "../../../domain/points/point.ts";
import { cleanLine } from "./text.ts";
import { Who } from "./who.ts";

/** What a question is about: the words that raised it, where they were said in a message. */
const evidence = Evidence.optional();
const about = { entry_id: z.string(), kind: EntryKind, name: z.string(), field: z.string() };

const Proposal = z.object({
  type: z.literal("proposal"),
  reason: ProposalReason,
  title: z.string(),
  items: z
    .array(
      ProposedItem.omit({ statement: true }).extend({
        input: FormField.optional().describe("How its value is changed before it is accepted."),
      }),
    )
    .describe("The first parts, those that still wait before those that are settled."),
  total: z.int(),
  open: z.int().describe("How many parts still wait."),
});
const Which = z.object({
  type: z.literal("which"),
  name: z.string(),
  candidates: z.array(Candidate),
  evidence,
});
const Missing = z.object({ type: z.literal("missing"), ...about, input: FormField });
const Name = z.object({ type: z.literal("name"), evidence });
const Conflict = z.object({
  type: z.literal("conflict"),
  ...about,
  label: z.string().describe("The field as people call it."),
  kept: FactValue,
  said: FactValue,
  both: z.boolean().describe("Whether both may be true, as in a longer text."),
  evidence,
});

/** A point as people see it: the statements that would be written stay inside. */
export const PointAnswer = Point.omit({ asks: true, answered_by: true, answered_at: true })
  .extend({
    question: z.string().describe("What is asked, in a sentence of Markdown."),
    asks: z.discriminatedUnion("type", [Proposal, Which, Missing, Name, Conflict]),
  })
  .meta({ id: "Point" });
export type PointAnswer = z.infer<typeof PointAnswer>;

const Parts = z.union([z.literal("all"), z.array(z.string().regex(/^\d{1,6}$/)).min(1)]);
const MAX_ID_CHARS = 200;

export const AnswerBody = Who.extend({
  accept: Parts.optional().describe("Parts of a proposal to write; with `value` one part, as it should be."),
  decline: Parts.optional().describe('Parts of a proposal to leave out. "all" passes over a question.'),
  value: cleanLine(MAX_TEXT_CHARS + MAX_ID_CHARS)
    .optional()
    .describe(
      'The answer to a question: a value or a name; the `entry_id` of a candidate; for a contradiction "keep", "change", "both", or "from" and a scene.',
    ),
});
export type AnswerBody = z.infer<typeof AnswerBody>;
