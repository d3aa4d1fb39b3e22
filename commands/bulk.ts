import { z } from "zod";
import { toAsker } from "../src/chat/to-asker.ts";
import { OPERATION_TYPES, Selection } from "../src/domain/operation.ts";
import { defineCommand } from "./define-command.ts";

const CONTROLS = ["list", "cancel", "retry"];
const Confirmed = z.literal("any").or(z.coerce.number().int().min(0));

export const bulk = defineCommand({
  name: "bulk",
  summary: "many characters, scenes, summaries at once, in the background",
  usage:
    "/bulk <characters | locations | scenes | relationships> <count> [brief], or /bulk <summaries | sheets> [all]",
  examples: [
    "/bulk characters 10",
    "/bulk characters 40 background people for the market scenes",
    "/bulk summaries all",
    "/bulk list",
  ],
  permission: "writer",
  rest: "brief",
  unseen: ["action", "operation", "rows", "confirmed", "again"],
  completes: {
    kind: ({ suggest }, asking) => suggest.words(asking, [...OPERATION_TYPES, ...CONTROLS]),
    count: ({ suggest }, asking) =>
      asking.given.kind === "cancel" || asking.given.kind === "retry" ? suggest.operations(asking) : [],
    selection: ({ suggest }, asking) => suggest.words(asking, Selection.options),
  },
  options: z.object({
    kind: z
      .string()
      .default("")
      .describe("characters, locations, scenes, relationships, summaries or sheets; or list"),
    count: z
      .string()
      .default("")
      .describe("how many, from 1 to 10000; summaries and sheets take all, missing or nothing"),
    brief: z.string().default("").describe("what they should be like"),
    action: z
      .enum(["start", "list", "cancel", "retry"])
      .default("start")
      .describe("start, list, cancel or retry"),
    operation: z.string().default("").describe("the operation to cancel or retry"),
    selection: z.string().default("").describe("of what there is: missing (what lacks it) or all"),
    rows: z.string().default("").describe("the message with the rows to make, by its id"),
    confirmed: Confirmed.optional().describe(
      "so many items were shown and wanted; any for whatever there are",
    ),
    again: z.boolean().or(z.stringbool()).default(false).describe("start one more like one that runs"),
  }),
  run: async ({ bulk: work }, turn, options) => {
    const { kind, count, brief, action, operation, ...more } = options;
    if (action === "list" || kind === "list") return work.list(turn);
    if (action === "cancel" || kind === "cancel") return work.cancel(turn, operation || count);
    if (action === "retry" || kind === "retry") return work.retry(turn, operation || count);
    if (kind.trim() === "") return toAsker(turn, work.help());
    return work.start(turn, kind, count, brief, moreOf(more));
  },
  consider: async ({ bulk: work }, turn, { kind, count, brief, action: _, operation: __, ...more }) =>
    kind.trim() === "" ? work.help() : work.consider(turn, { kind, count, brief, ...moreOf(more) }),
});

/** Without what was left open. */
function moreOf({
  confirmed,
  ...more
}: {
  selection: string;
  rows: string;
  again: boolean;
  confirmed?: z.infer<typeof Confirmed> | undefined;
}) {
  return { ...more, ...(confirmed === undefined ? {} : { confirmed }) };
}
