import { z } from "zod";
import { defineCommand } from "./define-command.ts";

const ACTIONS = ["list", "details", "history", "pause", "resume", "cancel", "retry", "undo"] as const;

export const jobs = defineCommand({
  name: "jobs",
  summary: "bulk work: what runs, waits or failed, item by item, and what ran before",
  usage: "/jobs [operation | history]",
  examples: ["/jobs", "/jobs history", "/jobs opn_1", "/jobs pause opn_1"],
  permission: "viewer",
  unseen: ["action", "after", "before", "rest"],
  completes: {
    about: async ({ suggest }, asking) => [
      ...suggest.words(asking, ACTIONS),
      ...(await suggest.operations(asking)),
    ],
    operation: ({ suggest }, asking) => suggest.operations(asking),
  },
  options: z.object({
    about: z.string().default("").describe("an operation, history; or pause, resume, cancel, retry or undo"),
    operation: z.string().default("").describe("the operation, by its id"),
    action: z.enum(ACTIONS).optional().describe("what to do"),
    after: z.coerce.number().int().min(0).optional().describe("items after this one, by its index"),
    before: z.string().optional().describe("what ran before this operation, by its id"),
    rest: z.boolean().or(z.stringbool()).default(false).describe("undo without what was changed since"),
  }),
  run: async ({ bulk, bible }, turn, { about, operation, action, after, before, rest }) => {
    const word = ACTIONS.find((known) => known === about.toLowerCase());
    const id = operation || (word ? "" : about);
    switch (action ?? word ?? (id === "" ? "list" : "details")) {
      case "list":
        return bulk.list(turn);
      case "details":
        return bulk.details(turn, id, after);
      case "history":
        return bulk.past(turn, before);
      case "pause":
        return bulk.pause(turn, id);
      case "resume":
        return bulk.resume(turn, id);
      case "cancel":
        return bulk.cancel(turn, id);
      case "retry":
        return bulk.retry(turn, id);
      case "undo":
        await bulk.mayUndo(turn, id);
        return bible.undoOperation(turn, id, rest);
    }
  },
});
