import { nameKey, nameKeys } from "../../lib/name-keys.ts";
import { nearSoundKeys, soundKeys } from "../../lib/sound-key.ts";
import type { Change } from "./change.ts";
import { type Author, clearDesk, openDesk, setLinks } from "./desk.ts";
import type { Entry } from "./entry.ts";
import type { EntryKind } from "./kinds.ts";
import { linkedIds, NOT_SAME } from "./links.ts";
import { type Likeness, personLikeness, RANKS, thingLikeness } from "./name-likeness.ts";
import { namePartsOf } from "./name-parts.ts";
import { genderOf } from "./relation-words.ts";
import { alsoCalled } from "./short-names.ts";

/** An entry that may be the same as another one, and what speaks for it. */
export interface Twin extends Likeness {
  readonly entry: Entry;
}

const MAX_NAMES = 6;
const MAX_APART = 60;

/** Kinds of which two entries may be taken for one: scenes share headings, and relationships are named after others. */
export const mayHaveTwins = (kind: EntryKind): boolean => kind !== "scene" && kind !== "relationship";

/**
 * Who among the candidates may be the same as the entry, the likeliest first: of its kind, not told apart from it, and
 * alike by name or alias. Where a part of a name or a last name could be that of several, it is none of them.
 */
export function findTwins(entry: Entry, candidates: readonly Entry[]): Twin[] {
  if (!mayHaveTwins(entry.kind)) return [];
  const found = candidates.flatMap((other): Twin[] => {
    const likeness = mayBeOne(entry, other) ? entryLikeness(entry, other) : undefined;
    return likeness ? [{ entry: other, ...likeness }] : [];
  });
  return onlyClear(found).toSorted((a, b) => a.rank - b.rank);
}

/** The one entry that a name nobody has is likely meant for; undefined where there is none, or more than one. */
export function nearestName(
  name: string,
  kind: EntryKind | undefined,
  candidates: readonly Entry[],
): Entry | undefined {
  const found = candidates
    .filter((other) => other.status !== "removed" && mayHaveTwins(other.kind))
    .filter((other) => kind === undefined || other.kind === kind)
    .flatMap((other): Twin[] => {
      const ways = namesOf(other).flatMap((called) => likeness(other.kind, name, called) ?? []);
      const [best] = ways.filter(({ rank }) => rank < RANKS.part).toSorted((a, b) => a.rank - b.rank);
      return best ? [{ entry: other, ...best }] : [];
    });
  const rank = Math.min(...found.map((each) => each.rank));
  const [nearest, ...others] = found.filter((each) => each.rank === rank);
  return others.length === 0 ? nearest?.entry : undefined;
}

/** The keys under which whoever may be meant by a name is found (`byKeys`): about thirty. */
export function nearKeys(kind: EntryKind | undefined, name: string): string[] {
  const keys = plainKeys(kind, name);
  return [...new Set([...keys, ...keys.slice(-1).flatMap(nearSoundKeys)])];
}

/** The keys for all names of an entry. */
export const twinKeys = (entry: Entry): string[] => [
  ...new Set(namesOf(entry).flatMap((name) => nearKeys(entry.kind, name))),
];

/** As `twinKeys`, but for slips of a consonant: few enough for every entry of a page. */
export const listKeys = (entry: Entry): string[] => [
  ...new Set(namesOf(entry).flatMap((name) => plainKeys(entry.kind, name))),
];

/** Whether something means both of them: a scene they are in, a tie between them. Then they are two. */
export const areTogether = (one: Entry, other: Entry, linked: readonly Entry[]): boolean =>
  linked.some((entry) => {
    const ids = linkedIds(entry);
    return ids.includes(one.id) && ids.includes(other.id);
  });

/** Keeps in mind that the two are not one, on the younger of them. */
export function keepApart(author: Author, one: Entry, other: Entry): readonly Change[] {
  const [older, younger] = one.id < other.id ? [one, other] : [other, one];
  const desk = openDesk(author, [younger]);
  setLinks(desk, younger, NOT_SAME, [...(younger.links[NOT_SAME] ?? []), older.id].slice(-MAX_APART));
  return clearDesk(desk);
}

/**
 * A person's words as they are and by what else they may be called, and last what the whole sounds like. A word of
 * several is looked for as it is written alone: what merely sounds like one would be half of a cast.
 */
function plainKeys(kind: EntryKind | undefined, name: string): string[] {
  const { words } = namePartsOf(name);
  const isPerson = kind === undefined || kind === "character";
  const parts = isPerson ? [...words.flatMap(nameKeys), ...words.flatMap(alsoCalled)] : [];
  return [nameKey(name), ...parts, ...soundKeys(words.join(" ")).slice(-1)].filter((key) => key !== "");
}

function mayBeOne(entry: Entry, other: Entry): boolean {
  if (entry.id === other.id || entry.kind !== other.kind || other.status === "removed") return false;
  const apart = (a: Entry, b: Entry) => a.links[NOT_SAME]?.includes(b.id) === true;
  if (apart(entry, other) || apart(other, entry)) return false;
  const [his, hers] = [genderOf(entry), genderOf(other)];
  return his === undefined || hers === undefined || his === hers;
}

/** By name, or by a name that one is also called. */
function entryLikeness(entry: Entry, other: Entry): Likeness | undefined {
  const ways = namesOf(entry).flatMap((mine, at) =>
    namesOf(other).flatMap((theirs, place) => {
      const aliases = Number(at > 0) + Number(place > 0);
      if (aliases > 0 && nameKey(mine) === nameKey(theirs))
        return [{ rank: aliases === 1 ? RANKS.same : RANKS.short, reason: `both are called ${theirs}` }];
      const found = likeness(entry.kind, mine, theirs);
      if (!found || aliases === 0) return found ?? [];
      const [owner, alias] = place > 0 ? [other.name, theirs] : [entry.name, mine];
      const reason = `${owner} is also called ${alias}`;
      return found.rank < RANKS.initial ? { rank: found.rank, reason } : [];
    }),
  );
  return ways.toSorted((a, b) => a.rank - b.rank)[0];
}

const likeness = (kind: EntryKind, one: string, other: string): Likeness | undefined =>
  kind === "character" ? personLikeness(one, other) : thingLikeness(one, other);

const onlyClear = (found: readonly Twin[]): Twin[] => {
  const vague = found.filter(({ rank }) => rank >= RANKS.title);
  return vague.length > 1 ? found.filter((twin) => !vague.includes(twin)) : [...found];
};

function namesOf(entry: Entry): string[] {
  const aliases = entry.facts.aliases?.value;
  return [entry.name, ...(Array.isArray(aliases) ? aliases : [])].slice(0, MAX_NAMES);
}
