import { z } from "zod";
import { EntryKind } from "../src/domain/bible/kinds.ts";
import { defineCommand } from "./define-command.ts";

export const importRows = defineCommand({
  name: "import",
  summary: "many entries at once from a pasted table, CSV, JSON or list, previewed first",
  usage: "/import [characters | scenes | locations | props] <rows>",
  examples: ["/import", "/import characters Sarah, 28, journalist"],
  permission: "writer",
  rest: "data",
  options: z.object({
    kind: z.string().default("").describe("what the rows are: characters, scenes, locations, props …"),
    data: z.string().default("").describe("the rows: CSV, a table, JSON or a list"),
    action: z
      .enum(["start", "redo"])
      .default("start")
      .describe("start, or redo to read the same rows otherwise"),
    point: z.string().default("").describe("the preview to redo, by its id"),
    as: EntryKind.optional().describe("what the rows are instead"),
    other: EntryKind.optional().describe("what they were read as before"),
    keep: z.boolean().default(false).describe("keep columns without a field as notes"),
    over: z.boolean().default(false).describe("the rows count where a person confirmed something else"),
  }),
  run: async ({ imports }, turn, { kind, data, action, point, as, other, keep, over }) => {
    if (action === "start") return imports.start(turn, `${kind} ${data}`);
    const kinds = { ...(as === undefined ? {} : { kind: as }), ...(other === undefined ? {} : { other }) };
    return imports.redo(turn, point, { ...kinds, keep, over });
  },
});
