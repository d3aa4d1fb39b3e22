import { z } from "zod";
import { Role } from "../../../domain/role.ts";
import { cleanLine, SentId } from "./text.ts";

const MAX_TYPED = 2_000;

const CommandOption = z.object({
  name: z.string(),
  description: z.string(),
  required: z.boolean(),
  type: z.string(),
  choices: z.array(z.string()).optional(),
  completed: z
    .boolean()
    .optional()
    .describe("Ask `POST /api/v1/chat/complete` how it may go on while it is typed."),
  hidden: z
    .boolean()
    .optional()
    .describe("Given by buttons, forms and calls alone; people are not offered it."),
});

export const CompleteBody = z.object({
  session_id: SentId,
  command: cleanLine(64).describe("Without its slash."),
  option: cleanLine(64),
  typed: z.string().max(MAX_TYPED).default("").describe("What stands in the option so far."),
  given: z
    .record(z.string().max(64), z.string().max(MAX_TYPED))
    .default({})
    .describe("The other options, as far as they are filled in."),
});

export const CompleteAnswer = z.object({
  suggestions: z.array(
    z.object({ label: z.string(), value: z.string().describe("What is sent when it is picked.") }),
  ),
});

export const CommandAnswer = z
  .object({
    name: z.string(),
    summary: z.string(),
    usage: z.string(),
    examples: z.array(z.string()),
    permission: Role,
    options: z.array(CommandOption).describe("In the order they are typed."),
    rest: z.string().optional().describe("The option that takes all the words that are left."),
  })
  .meta({ id: "Command" });
export type CommandAnswer = z.infer<typeof CommandAnswer>;
