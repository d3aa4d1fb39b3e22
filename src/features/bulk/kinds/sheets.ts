import { sheetPage } from "../../../domain/bible/sheet-text.ts";
import { UserError } from "../../../domain/errors.ts";
import { schemaOf } from "../../../domain/project.ts";
import { entriesOf } from "../entries-of.ts";
import { gatherSheets, sheetKey } from "../gather-sheets.ts";
import { targetEntry } from "../target-entry.ts";
import type { BulkKind } from "./kind.ts";

const EXAMPLE = "/bulk sheets";
/** More would be no paper that anybody reads. */
const SHEETS_LIMIT = 1_000;

/**
 * A sheet for each character, gathered into one file at the end: what goes to casting or wardrobe is one paper that can
 * be read through and printed, and a channel is not filled with a file for each of forty people. The bible stays as it is.
 */
export const sheets: BulkKind = {
  type: "sheets",
  one: "sheet",
  words: ["character sheets", "character sheet"],
  counted: false,
  targeted: true,
  writes: false,
  example: EXAMPLE,
  past: "made",
  done: (count) =>
    count === 1 ? "1 character has a sheet" : `${count} characters have a sheet, all in one file`,
  plan: async (parts, { film, count }) => {
    const limit = Math.min(count ?? SHEETS_LIMIT, SHEETS_LIMIT);
    const cast = await entriesOf(parts, { project_id: film.project.id, kind: "character", limit });
    if (cast.length > 0) return { ok: true, total: cast.length, targets: cast.map(({ id }) => id) };
    const reason = "There are no characters yet to make sheets of.";
    return { ok: false, reason: new UserError("not_found", reason, "Type for example: /bulk characters 10") };
  },
  begin: async (parts, { operation, project }) => ({
    make: async ({ index, target }) => {
      const entry = await targetEntry(parts, operation.project_id, target, { changed: false });
      const page = new TextEncoder().encode(sheetPage(entry, schemaOf(project)));
      await parts.blobs.put(sheetKey(operation.id, index), page);
      return { name: entry.name, result: { entry_id: entry.id, at: parts.clock.now().toISOString() } };
    },
  }),
  finish: gatherSheets,
};
