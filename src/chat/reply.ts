import { z } from "zod";
import { ChangeAction } from "../domain/bible/change.ts";
import { FactValue } from "../domain/bible/fact.ts";
import { EntryKind } from "../domain/bible/kinds.ts";
import { Choice, type ChoiceAction, type Offer, type Vote } from "../domain/choice.ts";
import { OperationStatus } from "../domain/operation.ts";
import { ProposedLine } from "../domain/points/point.ts";

const Text = z.object({ type: z.literal("text"), text: z.string() });

const Card = z.object({
  type: z.literal("card"),
  title: z.string(),
  subtitle: z.string().optional(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  entry_id: z.string().optional(),
  kind: EntryKind.optional(),
});

/** What a turn wrote to the bible, one line an entry. */
const Receipt = z.object({
  type: z.literal("receipt"),
  lines: z.array(
    z.object({
      action: ChangeAction,
      kind: EntryKind,
      name: z.string(),
      entry_id: z.string(),
      change_id: z.string(),
      fields: z.array(
        z.object({ name: z.string(), before: FactValue.optional(), after: FactValue.optional() }),
      ),
    }),
  ),
});

/** The line that proves an answer. */
const Citation = z.object({
  type: z.literal("citation"),
  quote: z.string(),
  message_id: z.string(),
  by: z.string(),
  at: z.string(),
});

const List = z.object({ type: z.literal("list"), title: z.string().optional(), items: z.array(z.string()) });

/** Rows beside one another: what an import reads, two entries before they become one, versions of an entry. Every row has a cell for each column. */
const Table = z.object({
  type: z.literal("table"),
  title: z.string().optional(),
  columns: z.array(z.string()).min(1).max(12),
  rows: z.array(z.array(z.string())).max(200),
  /** What the rows leave out: "and 180 more". */
  note: z.string().optional(),
});

/** Changes that wait for a yes, one line each. Nothing of them is written yet. */
const Proposal = z.object({
  type: z.literal("proposal"),
  point_id: z.string(),
  title: z.string(),
  lines: z
    .array(ProposedLine.extend({ id: z.string(), state: z.enum(["open", "accepted", "declined"]) }))
    .max(200),
  /** What the lines leave out: "and 180 more". */
  note: z.string().optional(),
});

const Progress = z.object({
  type: z.literal("progress"),
  operation_id: z.string(),
  label: z.string(),
  status: OperationStatus,
  completed: z.int(),
  total: z.int(),
  failed: z.int(),
  cancelled: z.int(),
  names: z.array(z.string()),
  /** Why items failed. `count`: so many for this reason, 1 when left out. */
  failures: z.array(
    z.object({ name: z.string().optional(), error: z.string(), count: z.int().positive().optional() }),
  ),
  seconds_left: z.number().optional(),
});

const File = z.object({
  type: z.literal("file"),
  name: z.string(),
  url: z.string(),
  media_type: z.string(),
  size: z.int(),
});

/** A picture that Backlot drew. `file_id` names its bytes in the blobs, `url` where its own workspace may fetch it. */
const Image = z.object({
  type: z.literal("image"),
  name: z.string(),
  /** Says what the picture says, for who does not see it. */
  alt: z.string().max(1_000),
  file_id: z.string(),
  url: z.string(),
  media_type: z.literal("image/png"),
  size: z.int(),
  /** In pixels. */
  width: z.int(),
  height: z.int(),
});

export const FormField = z.object({
  name: z.string(),
  label: z.string(),
  input: z.enum(["text", "paragraph", "number", "select"]),
  value: z.string().optional(),
  options: z.array(z.string()).optional(),
  required: z.boolean().optional(),
});
export type FormField = z.infer<typeof FormField>;

const Form = z.object({
  type: z.literal("form"),
  form_id: z.string(),
  title: z.string(),
  fields: z.array(FormField),
});
const Choices = z.object({
  type: z.literal("choices"),
  prompt: z.string().optional(),
  /** They go with an answer that nobody asked them for: their labels are enough where many read along, and Details says the rest. */
  brief: z.boolean().optional(),
  choices: z.array(Choice.omit({ action: true })),
});

const plain = [Text, Card, Receipt, Citation, List, Table, Proposal, Progress, File, Image] as const;

/** One block of a reply as it is stored and rendered; a platform adapter turns it into what that platform can show. */
export const Block = z.discriminatedUnion("type", [...plain, Form, Choices]);
export type Block = z.infer<typeof Block>;
export type ReceiptBlock = z.infer<typeof Receipt>;
export type ProposalBlock = z.infer<typeof Proposal>;
export type TableBlock = z.infer<typeof Table>;
export type ProgressBlock = z.infer<typeof Progress>;
export type ImageBlock = z.infer<typeof Image>;
export type FileBlock = z.infer<typeof File>;
export type ChoicesBlock = z.infer<typeof Choices>;

/** A block as a feature hands it over: offers and forms get their ids when the turn is recorded. */
export type DraftBlock =
  | Exclude<Block, { type: "form" }>
  | {
      readonly type: "offers";
      readonly prompt?: string;
      /** As in the block of choices. */
      readonly brief?: boolean;
      readonly offers: readonly Offer[];
      /** So many of the first are the workflow's next moves: they may be worded for the film, and "Something else…" is put after them. */
      readonly next?: number;
      /** Labels of those that are next moves, where they stand among others and are worded as they are. */
      readonly moves?: readonly string[];
      /** What those who wish for it already have said, where the project decides together. */
      readonly votes?: readonly Vote[];
      /** The id of a single offer that was pressed before it was stored. */
      readonly id?: string;
    }
  | {
      readonly type: "ask_form";
      readonly title: string;
      readonly fields: readonly FormField[];
      readonly action: ChoiceAction & { type: "command" };
    };
