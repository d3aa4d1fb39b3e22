import { draftEntries, planCount } from "../drafted-entries.ts";
import type { BulkKind } from "./kind.ts";

const EXAMPLE = "/bulk locations 5";

export const locations: BulkKind = {
  type: "locations",
  one: "location",
  words: ["places", "place", "sets", "set"],
  gate: "location",
  counted: true,
  targeted: false,
  writes: true,
  example: EXAMPLE,
  past: "made",
  done: (count) => `${count === 1 ? "1 location is" : `${count} locations are`} in the bible as drafts`,
  plan: (_parts, request) => planCount(EXAMPLE, request),
  begin: (parts, work) =>
    draftEntries(parts, work, { kind: "location", shared: { cast: [], places: [] }, links: () => ({}) }),
};
