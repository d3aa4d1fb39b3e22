import { z } from "zod";
import { defineCommand } from "./define-command.ts";

export const bulk = defineCommand({
  name: "bulk",
  summary: "make many characters, locations or scenes at once, in the background",
  usage: "/bulk <characters | locations | scenes> <count> [brief]",
  examples: [
    "/bulk characters 10",
    "/bulk characters 40 background people for the market scenes",
    "/bulk list",
  ],
  permission: "writer",
  rest: "brief",
  options: z.object({
    kind: z.string().default("").describe("characters, locations or scenes; or list"),
    count: z.string().default("").describe("how many, from 1 to 1000"),
    brief: z.string().default("").describe("what they should be like"),
    action: z
      .enum(["start", "list", "cancel", "retry"])
      .default("start")
      .describe("start, list, cancel or retry"),
    operation: z.string().default("").describe("the operation to cancel or retry"),
  }),
  run: async ({ bulk: work }, turn, { kind, count, brief, action, operation }) => {
    if (action === "list" || kind === "list") return work.list(turn);
    if (action === "cancel" || kind === "cancel") return work.cancel(turn, operation || count);
    if (action === "retry" || kind === "retry") return work.retry(turn, operation || count);
    return work.start(turn, kind, count, brief);
  },
});
