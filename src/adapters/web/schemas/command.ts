import { z } from "zod";
import { Role } from "../../../domain/role.ts";

const CommandOption = z.object({
  name: z.string(),
  description: z.string(),
  required: z.boolean(),
  type: z.string(),
  choices: z.array(z.string()).optional(),
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
