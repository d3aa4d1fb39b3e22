import type { Entry } from "../../../domain/bible/entry.ts";
import { draftEntries, planCount } from "../drafted-entries.ts";
import { entriesOf } from "../entries-of.ts";
import type { BulkKind } from "./kind.ts";

const EXAMPLE = "/bulk characters 10";
/** Whose occupations are passed over; of a larger cast the first by name. */
const CAST_LIMIT = 300;

export const characters: BulkKind = {
  type: "characters",
  one: "character",
  words: ["people", "person"],
  gate: "character",
  counted: true,
  targeted: false,
  writes: true,
  example: EXAMPLE,
  past: "made",
  done: (count) => `${count === 1 ? "1 character is" : `${count} characters are`} in the bible as drafts`,
  plan: (_parts, request) => planCount(EXAMPLE, request),
  begin: async (parts, work) => {
    const { id, project_id } = work.operation;
    const cast = await entriesOf(parts, { project_id, kind: "character", limit: CAST_LIMIT });
    // Those of the same operation are left out, so that every worker passes over the same ones: an index draws one
    // occupation wherever it runs, and no two indexes the same.
    const others = cast.filter((entry) => entry.operation_id !== id);
    return draftEntries(parts, work, {
      kind: "character",
      shared: { cast: [], places: [], occupations: others.flatMap(occupationOf) },
      links: () => ({}),
    });
  },
};

function occupationOf({ facts }: Entry): string[] {
  const value = facts.occupation?.value;
  return typeof value === "string" ? [value] : [];
}
