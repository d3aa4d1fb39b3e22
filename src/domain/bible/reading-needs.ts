import { mentionsIn } from "../reading/mentions.ts";
import type { Mention, Statement } from "../reading/reading.ts";
import type { Entry } from "./entry.ts";
import { linkTarget } from "./links.ts";
import { createNameIndex, lookupKeys, type NameIndex } from "./name-index.ts";
import { endedWith, endsBy, relationshipNames } from "./relations.ts";

/** What must be read from the bible before statements can be applied. Its size follows the statements, not the bible. */
export interface ReadingNeeds {
  readonly ids: readonly string[];
  readonly keys: readonly string[];
}

/** Whoever the statements name, by id and by the keys of their names. */
export function firstNeeds(statements: readonly Statement[]): ReadingNeeds {
  const mentions = statements.flatMap(mentionsIn);
  const names = [...mentions.flatMap(nameOf), ...statements.flatMap(namesIn)];
  return {
    ids: unique(mentions.flatMap((mention) => mention.entry_id ?? [])),
    keys: unique(names.flatMap(lookupKeys)),
  };
}

/** What follows from who they are: relationships kept under their full names, and (`ids`) those whose dependants a rename, removal or merge reaches. */
export function secondNeeds(statements: readonly Statement[], known: readonly Entry[]): ReadingNeeds {
  const index = createNameIndex(known);
  const byId = new Map(known.map((entry) => [entry.id, entry]));
  const meant = (mention: Mention) => whoseName(mention, byId, index);
  const called = (mention: Mention) => meant(mention)?.name ?? mention.name;
  const keys = statements.flatMap((statement) =>
    statement.type === "relationship" ? tieNames(statement, called).flatMap(lookupKeys) : [],
  );
  const ids = statements.flatMap((statement) =>
    reachedBy(statement).flatMap((mention) => meant(mention)?.id ?? []),
  );
  return { ids: unique(ids), keys: unique(keys) };
}

function tieNames(
  { from, to, relation, ends }: Statement & { type: "relationship" },
  called: (mention: Mention) => string,
): string[] {
  const relations = ends === true ? endedWith(relation) : [relation, endsBy(relation) ?? relation];
  return [...new Set(relations)].flatMap((each) => relationshipNames(called(from), called(to), each));
}

/** Whose dependants change with them. */
function reachedBy(statement: Statement): readonly Mention[] {
  return /^(rename|remove|merge)$/.test(statement.type) ? mentionsIn(statement) : [];
}

function whoseName(mention: Mention, byId: ReadonlyMap<string, Entry>, index: NameIndex): Entry | undefined {
  const meant = mention.entry_id === undefined ? undefined : byId.get(mention.entry_id);
  if (meant) return meant;
  const found = index.find(mention.name);
  return found.type === "one" ? found.entry : undefined;
}

/** A group is found by its members' own keys; only a scene has a name. */
const nameOf = ({ name, group }: Mention): readonly string[] =>
  group === undefined ? [name] : group.by === "scene" ? [group.value] : [];

/** Names beside the mentions: of other entries in fields, of a new name that may be taken, of a scene by its heading. */
function namesIn(statement: Statement): string[] {
  if (statement.type === "rename") return [statement.name];
  if (statement.type === "relationship") return statement.since === undefined ? [] : [statement.since];
  if (statement.type !== "entry") return [];
  return [...statement.fields, ...(statement.drops ?? [])].flatMap(({ field, value = [] }) => {
    const named =
      linkTarget(statement.kind, field) !== undefined ||
      (statement.kind === "scene" && /^(set|heading)$/.test(field));
    if (!named) return [];
    return Array.isArray(value) ? value : [String(value), ...String(value).split(/[,;\n]/)];
  });
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];
