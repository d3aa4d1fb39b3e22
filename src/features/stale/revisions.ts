import type { Change } from "../../domain/bible/change.ts";
import { contradictedIn, isGone, NOTHING_CARRIED } from "../../domain/bible/contradicted.ts";
import { saysTheSame } from "../../domain/bible/field-check.ts";
import type { StaleMark } from "../../domain/bible/stale.ts";
import type { Revision } from "../../ports/model.ts";

/**
 * What became of the things a text was made from, since it was made: of a field that changed several times the first
 * and the last value. `changes` oldest first.
 */
export function revisionsOf(marks: readonly StaleMark[], changes: readonly Change[]): Revision[] {
  const byId = new Map(marks.map((mark) => [mark.change_id, mark]));
  const folded = new Map<string, Revision>();
  for (const change of changes) {
    const mark = byId.get(change.id);
    if (mark === undefined) continue;
    for (const revision of revisionsIn(change, mark)) {
      const key = `${change.entry_id} ${revision.field}`;
      const first = folded.get(key);
      folded.set(key, first ? { ...revision, before: first.before } : revision);
    }
  }
  return [...folded.values()].filter(({ before, after }) => !isSame(before, after));
}

function revisionsIn(change: Change, { into }: StaleMark): Revision[] {
  const { kind, name } = change;
  if (isGone(change)) return [{ kind, name, field: "name", before: name, after: into }];
  if (change.before?.status === "removed") return [{ kind, name, field: "name", after: name }];
  return contradictedIn(change, NOTHING_CARRIED).map(({ field, before, after }) => ({
    kind,
    name,
    field,
    before,
    after,
  }));
}

const isSame = (before: Revision["before"], after: Revision["after"]): boolean =>
  before !== undefined && after !== undefined && saysTheSame(before, after);
