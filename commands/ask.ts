import { z } from "zod";
import { defineCommand } from "./define-command.ts";

export const ask = defineCommand({
  name: "ask",
  summary: "ask the bible, and get the line that proves the answer",
  usage: "/ask <question>",
  examples: ["/ask Who is Sarah?", "/ask How are Sarah and John related?", "/ask Which scenes is Sarah in?"],
  permission: "viewer",
  rest: "question",
  options: z.object({
    question: z
      .string("what do you want to know?")
      .trim()
      .min(1, "what do you want to know?")
      .describe("the question"),
  }),
  run: async ({ brain }, turn, { question }) => brain.ask(turn, question),
});
