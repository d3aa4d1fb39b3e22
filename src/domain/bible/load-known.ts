import { UserError } from "../errors.ts";
import type { Statement } from "../reading/reading.ts";
import type { Entry } from "./entry.ts";
import { expandGroups } from "./groups.ts";
import { castIds, loadMembers, type MemberSource } from "./load-members.ts";
import { firstNeeds, secondNeeds } from "./reading-needs.ts";

const NAMED_LIMIT = 1_000;
/** Many names at once, as rows have, may each be one entry's own and a part of another's. */
const ENTRIES_PER_KEY = 2;
/** A rename or removal rewrites every entry that names the one it is about. */
const LINKED_LIMIT = 2_000;

/** Where entries are looked up; a bible store is one. */
export interface EntrySource extends MemberSource {
  get(ids: readonly string[]): Promise<readonly Entry[]>;
  linkedTo(ids: readonly string[], limit: number): Promise<readonly Entry[]>;
}

/**
 * The entries that statements may mean, in at most four reads whatever the size of the bible: by id and by name, then
 * the relationships under their full names and what is linked to whoever is renamed or removed. Statements about groups
 * take up to three more: for those of a group or trade, for all characters, and for the cast of scenes. `nearby` are ids of
 * entries the session spoke of lately, which may name someone who is made only now.
 */
export async function loadKnown(
  source: EntrySource,
  projectId: string,
  statements: readonly Statement[],
  nearby: readonly string[] = [],
): Promise<Entry[]> {
  const first = firstNeeds(statements);
  const ids = [...first.ids, ...nearby];
  const [byId, byName, members] = await Promise.all([
    ids.length > 0 ? source.get(ids) : [],
    first.keys.length > 0 ? source.byKeys(projectId, first.keys, limitFor(first.keys)) : [],
    loadMembers(source, projectId, statements),
  ]);
  const called = own(projectId, [...byId, ...byName, ...members]);
  const casts = castIds(statements, called);
  const named = casts.length > 0 ? own(projectId, [...called, ...(await source.get(casts))]) : called;
  const second = secondNeeds(expandGroups(statements, named).statements, named);
  const [linked, ties] = await Promise.all([
    loadLinked(source, second.ids),
    second.keys.length > 0 ? source.byKeys(projectId, second.keys, NAMED_LIMIT) : [],
  ]);
  return own(projectId, [...named, ...linked, ...ties]);
}

/** What is linked to any of these. Throws UserError when that is more than one message may change. */
export async function loadLinked(source: EntrySource, ids: readonly string[]): Promise<readonly Entry[]> {
  if (ids.length === 0) return [];
  const linked = await source.linkedTo(ids, LINKED_LIMIT + 1);
  if (linked.length <= LINKED_LIMIT) return linked;
  throw new UserError(
    "too_large",
    `More than ${LINKED_LIMIT} entries would change with that, which is more than one message may change.`,
    "Take the name out of some of the scenes first.",
  );
}

const limitFor = (keys: readonly string[]): number => Math.max(NAMED_LIMIT, keys.length * ENTRIES_PER_KEY);

const own = (projectId: string, entries: readonly Entry[]): Entry[] =>
  [...new Map(entries.map((entry) => [entry.id, entry])).values()].filter(
    (entry) => entry.project_id === projectId,
  );
