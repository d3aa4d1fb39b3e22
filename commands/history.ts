import { z } from "zod";
import { defineCommand } from "./define-command.ts";

export const history = defineCommand({
  name: "history",
  summary: "who changed what and when: in all, of an entry, by a person, of a document",
  usage: "/history [name] [by person] [how many]",
  examples: ["/history", "/history Sarah", "/history by Ana 20", "/history logline"],
  permission: "viewer",
  rest: "about",
  unseen: ["entry", "before", "restore"],
  completes: {
    about: async ({ suggest }, asking) => [...(await suggest.entries(asking)), ...suggest.documents(asking)],
  },
  options: z.object({
    about: z.string().default("").describe("a name, by and a person, how many; or a document"),
    entry: z.string().optional().describe("an entry, by its id"),
    by: z.string().optional().describe("a person, by name or id"),
    limit: z.coerce.number().int().min(1).max(25).optional().describe("how many lines"),
    before: z.string().optional().describe("what came before this change, by its id"),
    restore: z.string().optional().describe("put the text a document had before this change back"),
  }),
  run: async ({ history: log }, turn, { restore, ...query }) =>
    restore === undefined ? log.show(turn, query) : log.restoreText(turn, restore),
});
