import type { Change } from "../../domain/bible/change.ts";
import { contradictedIn, isGone, NOTHING_CARRIED, renamedIn } from "../../domain/bible/contradicted.ts";
import { saysTheSame } from "../../domain/bible/field-check.ts";
import type { StaleMark } from "../../domain/bible/stale.ts";
import type { Revision } from "../../ports/model.ts";

/**
 * What became of the things a text was made from, since it was made: of a field that changed several times the first
 * and the last value. Whoever has another name since goes by the one that the text knows. `changes` oldest first.
 */
export function revisionsOf(marks: readonly StaleMark[], changes: readonly Change[]): Revision[] {
  const byId = new Map(marks.map((mark) => [mark.change_id, mark]));
  const folded = new Map<string, Part>();
  for (const change of changes) {
    const mark = byId.get(change.id);
    if (mark === undefined) continue;
    for (const revision of revisionsIn(change, mark)) {
      const key = `${change.entry_id} ${revision.field} ${revision.part ?? 0}`;
      const first = folded.get(key);
      folded.set(key, first ? { ...revision, name: first.name, before: first.before } : revision);
    }
  }
  return [...folded]
    .filter(([, { before, after }]) => !isSame(before, after))
    .map(([key, { part: _part, ...revision }]) => {
      const name = folded.get(`${key.split(" ", 1)[0]} name 0`)?.name;
      return name === undefined ? revision : { ...revision, name };
    });
}

/** `part`: which word of a name. */
type Part = Revision & { readonly part?: number };

function revisionsIn(change: Change, { into }: StaleMark): Part[] {
  const { kind, name } = change;
  if (isGone(change)) return [{ kind, name, field: "name", before: name, after: into }];
  if (change.before?.status === "removed") return [{ kind, name, field: "name", after: name }];
  return [
    ...renamed(change),
    ...contradictedIn(change, NOTHING_CARRIED).map(({ field, before, after }) => ({
      kind,
      name,
      field,
      before,
      after,
    })),
  ];
}

/** The whole name, and each word that another one took the place of: a text may say the first name alone. */
function renamed(change: Change): Part[] {
  const names = renamedIn(change);
  if (!names) return [];
  const { kind } = change;
  const revision = (before: string, after: string, part: number): Part => ({
    kind,
    name: names.from,
    field: "name",
    before,
    after,
    part,
  });
  const [old, now] = [names.from, names.to].map((name) => name.split(/\s+/));
  const words =
    kind !== "character" || !old || !now || old.length < 2 || old.length !== now.length
      ? []
      : old.flatMap((word, at) => (word === now[at] ? [] : revision(word, now[at] ?? word, at + 1)));
  return [revision(names.from, names.to, 0), ...words];
}

const isSame = (before: Revision["before"], after: Revision["after"]): boolean =>
  before !== undefined && after !== undefined && saysTheSame(before, after);
