import { slashOf } from "../../chat/entry-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import { kindLabel, pluralOf } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { createNameIndex, lookupKeys, type NameIndex } from "../../domain/bible/name-index.ts";
import { nearestName, nearKeys } from "../../domain/bible/twins.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import type { MergeParts } from "./parts.ts";

const FOUND_LIMIT = 200;

/** Which two are meant: by their ids, or in words as they are typed after a command ("Jon into John", "Jon" "John"). */
export type PairWords =
  | { readonly ids: readonly [string, string] }
  | { readonly name: string; readonly text: string };

export type Pair = readonly [one: Entry, other: Entry];
type Names = readonly [string, string];

/** The two living entries of the kind, in the order in which they are named. Throws a UserError that says what is missing, or suggests a name. */
export async function findPair(
  parts: MergeParts,
  turn: Turn,
  kind: EntryKind,
  words: PairWords,
): Promise<Pair> {
  return "ids" in words ? byIds(parts, turn, kind, words.ids) : byNames(parts, turn, kind, words);
}

async function byIds(parts: MergeParts, turn: Turn, kind: EntryKind, ids: Names): Promise<Pair> {
  const found = (await parts.bible.get(ids)).filter(
    (entry) => entry.project_id === turn.project.id && entry.kind === kind && entry.status !== "removed",
  );
  const [one, other] = ids.map((id) => found.find((entry) => entry.id === id));
  if (one && other) return [one, other];
  throw new UserError(
    "not_found",
    "One of the two is gone.",
    `Type ${slashOf(kind)} to see the ${pluralOf(kind, schemaOf(turn.project))} there are.`,
  );
}

async function byNames(
  parts: MergeParts,
  turn: Turn,
  kind: EntryKind,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<Pair> {
  const ways = readings(name.trim(), text.trim());
  const [likeliest] = ways;
  if (!likeliest)
    throw new UserError(
      "bad_request",
      `Which two ${pluralOf(kind, schemaOf(turn.project))} are one?`,
      `Type both names: ${slashOf(kind)} merge "Jon" "John"`,
    );
  const keys = [...new Set(ways.flat().flatMap(lookupKeys))];
  const index = createNameIndex(await parts.bible.byKeys(turn.project.id, keys, FOUND_LIMIT));
  for (const way of ways) {
    const [one, other] = way.map((each) => index.find(each, kind));
    if (one?.type === "one" && other?.type === "one") return [one.entry, other.entry];
  }
  throw await trouble(parts, turn, kind, likeliest, index);
}

/** Every way to part the words into two names, the likeliest first: quotes are gone by now, and names may hold "and". */
function readings(name: string, text: string): Names[] {
  if (name === "" || text === "") return [];
  const joint = /^(?:into|and|with|&|\+)\s+(.+)$/is.exec(text)?.[1];
  const whole = `${name} ${text}`;
  const parted = [...whole.matchAll(/\s+(into|and|with|&|\+)\s+/gi)]
    .toSorted((a, b) => Number(/into/i.test(b[0])) - Number(/into/i.test(a[0])))
    .map((at): Names => [whole.slice(0, at.index), whole.slice(at.index + at[0].length)]);
  return [...(joint === undefined ? [] : [[name, joint] as const]), ...parted, [name, text]];
}

async function trouble(
  parts: MergeParts,
  turn: Turn,
  kind: EntryKind,
  names: Names,
  index: NameIndex,
): Promise<UserError> {
  for (const name of names) {
    const found = index.find(name, kind);
    if (found.type !== "several") continue;
    const called = found.entries.map((entry) => entry.name);
    return new UserError("conflict", `${name} may be ${wordList(called, 8, "or")}.`, "Type the whole name.");
  }
  const own = schemaOf(turn.project);
  const unknown = names.find((name) => index.find(name, kind).type === "none") ?? names[0];
  const near = await parts.bible.byKeys(turn.project.id, nearKeys(kind, unknown), FOUND_LIMIT);
  const meant = nearestName(unknown, kind, near);
  return new UserError(
    "not_found",
    `There is no ${kindLabel(kind, own)} called ${ellipsis(unknown, 60)} in this project.`,
    meant
      ? `Did you mean ${meant.name}?`
      : `Type ${slashOf(kind)} to see the ${pluralOf(kind, own)} there are.`,
  );
}
