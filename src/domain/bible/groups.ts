import { nameKey } from "../../lib/name-keys.ts";
import type { Group, Mention, Statement } from "../reading/reading.ts";
import type { Entry } from "./entry.ts";
import { groupKey, memberKeys } from "./group-keys.ts";
import { createNameIndex, type NameIndex } from "./name-index.ts";
import type { Note } from "./note.ts";

export interface Expanded {
  readonly statements: readonly Statement[];
  /** A group that holds nobody. */
  readonly notes: readonly Note[];
}

type Member = Pick<Mention, "name" | "entry_id">;

/**
 * One statement a member for each statement about a group, in the same place; all others as they are. Members are those
 * of the entries at hand (see `loadKnown`), and whoever an earlier statement of the same message puts into the group.
 */
export function expandGroups(statements: readonly Statement[], known: readonly Entry[]): Expanded {
  if (!statements.some(isOfGroup)) return { statements, notes: [] };
  const index = createNameIndex(known);
  const notes: Note[] = [];
  const expanded = statements.flatMap((statement, at): readonly Statement[] => {
    if (!isOfGroup(statement)) return [statement];
    const each = statement.type === "relationship" ? ofTie : ofEntry;
    return each(statement, (mention) => {
      if (mention.group === undefined) return [mention];
      const found = membersOf(mention, mention.group, known, index, statements.slice(0, at));
      if (found.length === 0) notes.push(nobodyIn(mention, mention.group, known, index, statement));
      const { group: _group, entry_id: _scene, ...place } = mention;
      return found.map((member) => ({ ...place, ...member }));
    });
  });
  return { statements: expanded, notes };
}

/** The groups that statements speak of, with their mentions. */
export const groupsIn = (statements: readonly Statement[]): (Mention & { readonly group: Group })[] =>
  statements.flatMap((statement) =>
    partsOf(statement).flatMap((mention) =>
      mention.group === undefined ? [] : { ...mention, group: mention.group },
    ),
  );

const isOfGroup = (statement: Statement): boolean =>
  partsOf(statement).some((mention) => mention.group !== undefined);

function partsOf(statement: Statement): readonly Mention[] {
  if (statement.type === "entry") return [statement.subject];
  return statement.type === "relationship" ? [statement.from, statement.to] : [];
}

function ofEntry(statement: Statement, members: (mention: Mention) => Mention[]): Statement[] {
  if (statement.type !== "entry") return [statement];
  return members(statement.subject).map((subject) => ({ ...statement, subject, explicit: false }));
}

function ofTie(statement: Statement, members: (mention: Mention) => Mention[]): Statement[] {
  if (statement.type !== "relationship") return [statement];
  const others = members(statement.to);
  return members(statement.from).flatMap((from) =>
    others.flatMap((to) => (isSame(from, to) ? [] : { ...statement, from, to })),
  );
}

function membersOf(
  mention: Mention,
  group: Group,
  known: readonly Entry[],
  index: NameIndex,
  before: readonly Statement[],
): Member[] {
  const people = known.filter((entry) => entry.kind === "character" && entry.status !== "removed");
  const members = people
    .filter(memberTest(mention, group, known, index))
    .map((entry): Member => ({ name: entry.name, entry_id: entry.id }));
  const said = before.flatMap((statement): Member[] => {
    if (statement.type !== "entry" || statement.kind !== "character") return [];
    if (!isSaidToBeIn(statement, group)) return [];
    const found = index.find(statement.subject.name, "character");
    const entry_id = statement.subject.entry_id ?? (found.type === "one" ? found.entry.id : undefined);
    return [{ name: statement.subject.name, ...(entry_id === undefined ? {} : { entry_id }) }];
  });
  const all = [...members, ...said];
  return all.filter((one, at) => all.findIndex((other) => isSame(other, one)) === at);
}

function memberTest(
  mention: Mention,
  group: Group,
  known: readonly Entry[],
  index: NameIndex,
): (entry: Entry) => boolean {
  if (group.by === "all") return () => true;
  if (group.by === "scene") {
    const cast = new Set(sceneOf(mention, group, known, index)?.links.characters);
    return (entry) => cast.has(entry.id);
  }
  const key = groupKey(group);
  return (entry) => key !== undefined && memberKeys((field) => entry.facts[field]?.value).includes(key);
}

/** The scene a group is the cast of: the one the mention points at, else the only one of that name. */
export function sceneOf(
  { entry_id }: Mention,
  group: Group,
  known: readonly Entry[],
  index: NameIndex,
): Entry | undefined {
  const meant = known.find((entry) => entry.id === entry_id && entry.kind === "scene");
  if (meant) return meant;
  const found = index.find(group.value, "scene");
  return found.type === "one" ? found.entry : undefined;
}

function isSaidToBeIn(statement: Statement & { type: "entry" }, group: Group): boolean {
  if (group.by === "all") return statement.explicit;
  const key = groupKey(group);
  const said = (field: string) => statement.fields.findLast((each) => each.field === field)?.value;
  return key !== undefined && memberKeys(said).includes(key);
}

function nobodyIn(
  mention: Mention,
  group: Group,
  known: readonly Entry[],
  index: NameIndex,
  statement: Statement,
): Note {
  const name = mention.name;
  if (group.by !== "scene" || sceneOf(mention, group, known, index)) return { type: "nobody", name, group };
  const found = index.find(group.value, "scene");
  if (found.type !== "several") return { type: "unknown", name: group.value, kind: "scene" };
  const candidates = found.entries.map((entry) => entry.name);
  return { type: "ambiguous", name, candidates, entries: found.entries, statement };
}

const isSame = (one: Member, other: Member): boolean =>
  one.entry_id !== undefined && other.entry_id !== undefined
    ? one.entry_id === other.entry_id
    : nameKey(one.name) === nameKey(other.name);
