import { z } from "zod";
import { EntryKind } from "../src/domain/bible/kinds.ts";
import { defineCommand } from "./define-command.ts";

/** What rows are called; the film's own kinds are read, too. */
const KINDS = ["characters", "scenes", "locations", "props", "relationships"];

export const importRows = defineCommand({
  name: "import",
  summary: "many entries from a pasted table, CSV, JSON or list, previewed first",
  usage: "/import [characters | scenes | locations | props] <rows>",
  examples: ["/import", "/import characters Sarah, 28, journalist"],
  permission: "writer",
  rest: "data",
  completes: { kind: ({ suggest }, asking) => suggest.words(asking, KINDS) },
  unseen: ["action", "point", "message", "item", "as", "other", "keep", "over"],
  options: z.object({
    kind: z.string().default("").describe("what the rows are: characters, scenes, locations, props …"),
    data: z.string().default("").describe("the rows: CSV, a table, JSON or a list"),
    action: z
      .enum(["start", "redo", "new"])
      .default("start")
      .describe("start; redo reads the same rows otherwise, new takes only some of them"),
    point: z.string().default("").describe("the preview that is meant, by its id"),
    message: z.string().default("").describe("the message with the rows, by its id"),
    item: z.string().default("").describe("the rows to take"),
    as: EntryKind.optional().describe("what the rows are instead"),
    other: EntryKind.optional().describe("what they were read as before"),
    keep: z.boolean().default(false).describe("keep columns without a field as notes"),
    over: z.boolean().default(false).describe("the rows count where a person confirmed something else"),
  }),
  run: async (
    { imports, points },
    turn,
    { kind, data, action, point, message, item, as, other, keep, over },
  ) => {
    if (action === "start") return imports.start(turn, `${kind} ${data}`);
    if (action === "new") return imports.without(turn, point, await points.accept(turn, point, item));
    const kinds = { ...(as === undefined ? {} : { kind: as }), ...(other === undefined ? {} : { other }) };
    return imports.redo(turn, { point, message }, { ...kinds, keep, over });
  },
});
