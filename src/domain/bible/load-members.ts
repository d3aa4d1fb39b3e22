import { UserError } from "../errors.ts";
import type { Statement } from "../reading/reading.ts";
import type { Entry } from "./entry.ts";
import { groupKey } from "./group-keys.ts";
import { groupsIn, sceneOf } from "./groups.ts";
import type { EntryKind } from "./kinds.ts";
import { createNameIndex } from "./name-index.ts";

/** One message rewrites no more characters than this. */
const MEMBERS_LIMIT = 1_000;

/** Where members are looked up. */
export interface MemberSource {
  byKeys(projectId: string, keys: readonly string[], limit: number): Promise<readonly Entry[]>;
  list(projectId: string, filter: { kind?: EntryKind; limit: number }): Promise<readonly Entry[]>;
}

/** Everyone of the groups and trades that statements speak of, and all characters where they speak of all. Throws UserError when that is more than one message may change. */
export async function loadMembers(
  source: MemberSource,
  projectId: string,
  statements: readonly Statement[],
): Promise<readonly Entry[]> {
  const groups = groupsIn(statements).map((mention) => mention.group);
  if (groups.length === 0) return [];
  const keys = [...new Set(groups.flatMap((group) => groupKey(group) ?? []))];
  const all = groups.some((group) => group.by === "all");
  const [members, everyone] = await Promise.all([
    keys.length > 0 ? source.byKeys(projectId, keys, MEMBERS_LIMIT + 1) : [],
    all ? source.list(projectId, { kind: "character", limit: MEMBERS_LIMIT + 1 }) : [],
  ]);
  if (Math.max(members.length, everyone.length) <= MEMBERS_LIMIT) return [...members, ...everyone];
  throw new UserError(
    "too_large",
    `More than ${MEMBERS_LIMIT.toLocaleString("en")} characters would change with that, which is more than one message may change.`,
    "Say it of a smaller group.",
  );
}

/** Who is in the scenes whose cast statements speak of. */
export function castIds(statements: readonly Statement[], known: readonly Entry[]): string[] {
  const scenes = groupsIn(statements).filter((mention) => mention.group.by === "scene");
  if (scenes.length === 0) return [];
  const index = createNameIndex(known);
  return scenes.flatMap((mention) => sceneOf(mention, mention.group, known, index)?.links.characters ?? []);
}
