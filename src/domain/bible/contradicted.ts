import { nameKey } from "../../lib/name-keys.ts";
import type { Change } from "./change.ts";
import type { FactValue } from "./fact.ts";
import { saysTheSame } from "./field-check.ts";
import { linkTarget } from "./links.ts";
import { toldOn } from "./told-further.ts";

/** A name is carried everywhere by its rename, and nothing is made from notes. */
const WITHOUT_DEPENDANTS: readonly string[] = ["name", "aliases", "notes", "casting_notes"];
/** What of a scene tells where it is: follows the name of its place. */
const PLACE_FIELDS: readonly string[] = ["set", "heading"];

/** A field that no longer says what it said: another value, none, or a list that lost `lost`. */
export interface Contradiction {
  readonly field: string;
  readonly before: FactValue;
  readonly after: FactValue | undefined;
  readonly lost?: readonly string[];
}

/** What the rest of a turn carried into an entry without anybody saying it of that entry. */
export interface Carried {
  /** Keys of the old names of what was renamed, removed or merged. */
  readonly names: ReadonlySet<string>;
  readonly renamedIds: ReadonlySet<string>;
  readonly goneIds: ReadonlySet<string>;
  /** What is gone, and what took something in: ties to them move by themselves. */
  readonly movedIds: ReadonlySet<string>;
}

export const NOTHING_CARRIED: Carried = {
  names: new Set(),
  renamedIds: new Set(),
  goneIds: new Set(),
  movedIds: new Set(),
};

export function carriedIn(changes: readonly Change[]): Carried {
  const renamed = changes.filter((change) => change.before !== null && change.fields.name !== undefined);
  const gone = changes.filter(isGone);
  return {
    names: new Set([...renamed, ...gone].map((change) => nameKey(change.before?.name ?? change.name))),
    renamedIds: new Set(renamed.map((change) => change.entry_id)),
    goneIds: new Set(gone.map((change) => change.entry_id)),
    movedIds: new Set(
      changes.flatMap((change) => (isGone(change) || change.action === "merged" ? change.entry_id : [])),
    ),
  };
}

/** Whether a change takes a living entry out of the bible. */
export const isGone = ({ before, after }: Change): boolean =>
  before !== null && before.status !== "removed" && (after === null || after.status === "removed");

/** The fields in which a change contradicts what was there before. What is added to nothing contradicts nothing. */
export function contradictedIn(change: Change, carried: Carried): Contradiction[] {
  const placeRenamed = change.before?.links.location?.some((id) => carried.renamedIds.has(id)) === true;
  return Object.entries(change.fields).flatMap(([field, { before, after }]): Contradiction[] => {
    if (before === undefined || WITHOUT_DEPENDANTS.includes(field)) return [];
    if (placeRenamed && PLACE_FIELDS.includes(field)) return [];
    if (after !== undefined && saysTheSame(before, after)) return [];
    if (isMore(before, after)) return [];
    const names = linkTarget(change.kind, field) !== undefined;
    if (!Array.isArray(before)) {
      const follows = names && carried.names.has(nameKey(String(before)));
      return follows ? [] : [{ field, before, after }];
    }
    const left = new Set((Array.isArray(after) ? after : [String(after ?? "")]).map(nameKey));
    const lost = before.filter((item) => {
      const key = nameKey(item);
      return !left.has(key) && !(names && carried.names.has(key));
    });
    return lost.length > 0 ? [{ field, before, after, lost }] : [];
  });
}

/**
 * The old and the new name of what a change gives another one. Names follow by themselves wherever they are linked, but
 * not in texts. Scenes and ties are named after what is in them.
 */
export function renamedIn({
  kind,
  fields,
  before,
}: Change): { readonly from: string; readonly to: string } | undefined {
  if (before === null || kind === "scene" || kind === "relationship") return undefined;
  const { before: from, after: to } = fields.name ?? {};
  return typeof from === "string" && typeof to === "string" && from !== to ? { from, to } : undefined;
}

/** A text that was only told further takes nothing back. */
const isMore = (before: FactValue, after: FactValue | undefined): boolean =>
  typeof before === "string" && typeof after === "string" && toldOn(before, after);
