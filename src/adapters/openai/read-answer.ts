import { z } from "zod";
import { RELATIONSHIP_TYPES } from "../../domain/bible/kinds.ts";
import { OPERATION_TYPES, Selection } from "../../domain/operation.ts";
import { DOCUMENT_KINDS } from "../../domain/project.ts";

const KINDS = ["character", "scene", "location", "prop"] as const;
const Named = z.object({
  name: z.string().describe("The entry's name; for a pronoun, the name it stands for"),
  quote: z.string().describe("The exact words of the message that name it"),
});

/** What a model is asked to find. Places are quotes, not numbers: models cannot count characters. */
export const ReadAnswer = z.object({
  entries: z.array(
    z.object({
      kind: z.string().describe(`${KINDS.join(", ")}, or a kind of the project's own`),
      subject: Named,
      is_new: z.boolean().describe("True only where the message introduces it or asks for it to be made"),
      group: z
        .object({ by: z.enum(["all", "group", "occupation", "scene"]), value: z.string() })
        .nullable()
        .describe(
          "Set when the subject is several characters at once: everyone in a group, of a job, of a scene",
        ),
      fields: z.array(
        z.object({
          field: z.string(),
          value: z.string().describe("As short as the words allow; one item of a list"),
          quote: z.string().describe("The exact words of the message that say it"),
        }),
      ),
      drops: z
        .array(z.object({ field: z.string(), value: z.string().nullable(), quote: z.string() }))
        .describe("What no longer holds: a value, or all of a field when the value is null"),
      corrects: z
        .boolean()
        .describe("True only where the person says that they change or correct what was known"),
    }),
  ),
  relationships: z.array(
    z.object({
      from: Named,
      to: Named,
      relation: z.enum(RELATIONSHIP_TYPES).describe("from is the … of to"),
      is_new: z.boolean(),
      secret: z.boolean(),
      since: z.string().nullable().describe("The scene it begins in, in the message's words"),
      ends: z.boolean().describe("True where the message says that it is over or not so"),
      quote: z.string(),
    }),
  ),
  merges: z.array(z.object({ goes: Named, stays: Named, quote: z.string() })),
  renames: z.array(z.object({ subject: Named, new_name: z.string(), quote: z.string() })),
  removals: z.array(z.object({ subject: Named, quote: z.string() })),
  questions: z.array(
    z.object({
      type: z.enum(["who", "field", "relation", "scenes", "list", "count", "next", "open"]),
      subjects: z.array(Named),
      field: z.string().nullable(),
      kind: z.enum([...KINDS, "relationship"]).nullable(),
    }),
  ),
  requests: z.array(
    z.object({
      type: z.enum(["bulk", "draft", "document", "undo", "redo", "help"]),
      operation: z.enum(OPERATION_TYPES).nullable(),
      count: z.number().nullable(),
      selection: Selection.nullable().describe(
        "Only for summaries of scenes and sheets of characters that are there: those that lack one, or all anew",
      ),
      kind: z.enum(["character", "scene", "location"]).nullable(),
      document: z.enum(DOCUMENT_KINDS).nullable(),
      text: z.string().nullable().describe("Only when the person gives the document's words"),
      brief: z.string().nullable(),
    }),
  ),
});
export type ReadAnswer = z.infer<typeof ReadAnswer>;
