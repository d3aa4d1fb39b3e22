import { z } from "zod";
import { MAX_DOCUMENT_CHARS } from "../src/domain/project.ts";
import { defineCommand } from "./define-command.ts";

export const stale = defineCommand({
  name: "stale",
  summary: "what may be out of date, and new versions of it",
  usage: "/stale [list | update | fine] [name | all]",
  examples: ["/stale", "/stale update all", '/stale fine "INT. DINER - NIGHT"', "/stale update synopsis"],
  permission: "viewer",
  rest: "name",
  unseen: ["page", "skip", "text", "was"],
  completes: {
    name: async ({ suggest }, asking) => [
      ...suggest.words(asking, ["all"]),
      ...suggest.documents(asking),
      ...(await suggest.entries(asking, "scene")),
    ],
  },
  options: z.object({
    action: z.enum(["list", "update", "fine", "keep"]).default("list").describe("list, update or fine"),
    name: z.string().default("").describe("a scene, a document, or all"),
    page: z.coerce.number().int().min(0).default(0).describe("which part of a long list, from 0"),
    skip: z.string().default("").describe("ids to leave out, with commas between"),
    text: z.string().max(MAX_DOCUMENT_CHARS).default("").describe("the version of a document to keep"),
    was: z.string().default("").describe("a mark of the text that version was made from"),
  }),
  run: async ({ stale: behind }, turn, { action, name, page, skip, text, was }) => {
    switch (action) {
      case "list":
        return behind.list(turn, page);
      case "update":
        return behind.update(turn, name, skip);
      case "fine":
        return behind.fine(turn, name);
      case "keep":
        return behind.keep(turn, name, text, was);
    }
  },
});
