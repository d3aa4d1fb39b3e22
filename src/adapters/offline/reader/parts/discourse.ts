import type { FieldReading, Mention } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import type { KnownEntry, ReadRequest } from "../../../../ports/model.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/token.ts";
import { isElsewhere } from "./elsewhere.ts";
import { indexKnown, type KnownIndex } from "./known.ts";
import { isOfTheRoom } from "./room.ts";

/** Someone or something spoken of: an entry of the bible, or one this message brings in. */
export interface Referent {
  readonly name: string;
  readonly kind: string;
  readonly entry_id?: string | undefined;
  readonly gender?: string | undefined;
  /** The gender the given name mostly has; settles a pronoun where nothing better does. */
  readonly likely?: string | undefined;
  readonly occupation?: string | undefined;
  /** What else they are called, as this message tells. */
  readonly also?: readonly string[] | undefined;
  /** This message makes it. */
  readonly fresh: boolean;
}

export interface Unnamed {
  readonly fields: readonly FieldReading[];
  readonly request: object;
  /** The name they go by until they have one, where statements were made of them. */
  readonly standIn?: string;
}

/** Who a mention means, and where in the sentence it ends. */
export interface Party {
  readonly mention: Mention;
  readonly referent: Referent;
  readonly to: number;
  /** What the words that name them say of them ("his sister Ana" → female). */
  readonly fields: readonly FieldReading[];
}

/** What one message has spoken of so far. Lives for one reading. */
export interface Discourse {
  readonly text: string;
  readonly request: ReadRequest;
  readonly known: KnownIndex;
  /** Newest last. */
  readonly spoken: Referent[];
  readonly sentences: readonly Sentence[];
  /** The heading a list stands under ("cast:"). */
  list: "character" | "location" | "prop" | undefined;
  /** Someone asked for but not named yet ("we need a nurse."), for a "her name is …" that follows. */
  unnamed: Unnamed | undefined;
  /** Drafts that were asked for and have got a name since: the person tells, Backlot need not write. */
  readonly named: Set<object>;
  /** How many have been spoken of without a name. */
  nameless: number;
  /** Those of them who have got one since, by what stood in for it. */
  readonly names: Map<string, Mention>;
  /** Where the sentence begins that orders something made: "…, and a location called The Pit" is made too. */
  making: number;
  /** It speaks of another work or of people outside the film. */
  readonly elsewhere: boolean;
  /** The sentence began with "no" or "actually". */
  corrects: boolean;
  /** The scene from which on all of the sentence holds ("From scene 12 on, …"). */
  since: string | undefined;
  /** The ties of the sentence are kept from others ("Nobody knows that …"). */
  secret: boolean;
  /** A new name that stood alone in the sentence before. */
  bare: Party | undefined;
  /** The two or more last named together, whom "they" means. */
  pair: readonly Party[];
  /** Keys of new names that are likely somebody of the story; see judge/. */
  persons: ReadonlySet<string>;
  /** Sentences that begin before this offset have been read. */
  readUpTo: number;
}

export function startDiscourse(
  request: ReadRequest,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): Discourse {
  return {
    text: request.text,
    request,
    known: indexKnown(request, tokens),
    sentences,
    spoken: [],
    list: undefined,
    unnamed: undefined,
    named: new Set(),
    nameless: 0,
    names: new Map(),
    making: -1,
    elsewhere: isElsewhere(request.text) || isOfTheRoom(request.text),
    corrects: false,
    since: undefined,
    secret: false,
    bare: undefined,
    pair: [],
    persons: new Set(),
    readUpTo: 0,
  };
}

/** Someone asked for or told of has a name now: what was read of them is of its bearer. */
export function nameUnnamed(talk: Discourse, unnamed: Unnamed, mention: Mention): void {
  talk.unnamed = undefined;
  talk.named.add(unnamed.request);
  if (unnamed.standIn !== undefined) talk.names.set(unnamed.standIn, mention);
}

/** More than a message of talk ever needs; keeps a pasted book cheap. */
const MAX_SPOKEN = 24;

export function speakOf(talk: Discourse, referent: Referent): void {
  const index = talk.spoken.findIndex((one) => sameReferent(one, referent));
  const before = index < 0 ? undefined : talk.spoken.splice(index, 1)[0];
  talk.spoken.push({
    ...referent,
    fresh: referent.fresh || before?.fresh === true,
    gender: referent.gender ?? before?.gender,
    occupation: referent.occupation ?? before?.occupation,
    ...(referent.also === undefined && before?.also === undefined
      ? {}
      : { also: [...(before?.also ?? []), ...(referent.also ?? [])] }),
  });
  if (talk.spoken.length > MAX_SPOKEN) talk.spoken.shift();
}

export function sameReferent(a: Referent, b: Referent): boolean {
  if (a.entry_id !== undefined && b.entry_id !== undefined) return a.entry_id === b.entry_id;
  return nameKey(a.name) === nameKey(b.name) && a.kind === b.kind;
}

export function referentOf(entry: KnownEntry): Referent {
  return {
    name: entry.name,
    kind: entry.kind,
    entry_id: entry.entry_id,
    gender: entry.gender,
    occupation: entry.occupation,
    fresh: false,
  };
}

const FEMALE = new Set(["she", "her", "hers", "herself"]);
const MALE = new Set(["he", "him", "his", "himself"]);

export function pronounGender(word: string): "female" | "male" | undefined {
  if (FEMALE.has(word)) return "female";
  return MALE.has(word) ? "male" : undefined;
}

/** Who "she" is: the last one spoken of in this message that can be, else in the session's focus. Undefined when no one fits. */
export function resolvePronoun(talk: Discourse, word: string, except?: Referent): Referent | undefined {
  const gender = pronounGender(word);
  if (gender === undefined) return undefined;
  const fits = (one: Referent): boolean =>
    one.kind === "character" &&
    (one.gender === undefined || one.gender === gender) &&
    (except === undefined || !sameReferent(one, except));
  const spoken = talk.spoken.toReversed();
  const here =
    spoken.find((one) => fits(one) && (one.gender ?? one.likely ?? gender) === gender) ?? spoken.find(fits);
  if (here !== undefined) return here;
  const focus = talk.request.focus.find((one) => one.kind === "character" && fits({ ...one, fresh: false }));
  if (focus === undefined) return undefined;
  const entry = talk.known.all.find((one) => one.entry_id === focus.entry_id);
  return entry === undefined ? { ...focus, fresh: false } : referentOf(entry);
}

/** "the detective": the one character, spoken of or known, with that trade. */
export function resolveTrade(talk: Discourse, trade: string): Referent | undefined {
  const matches = (occupation: string | undefined): boolean =>
    occupation !== undefined &&
    (occupation.toLowerCase() === trade || occupation.toLowerCase().endsWith(` ${trade}`));
  const spoken = talk.spoken.filter((one) => one.kind === "character" && matches(one.occupation));
  if (spoken.length > 0) return spoken.length === 1 ? spoken[0] : undefined;
  const known = talk.known.all.filter((one) => one.kind === "character" && matches(one.occupation));
  const [only] = known;
  return only !== undefined && known.length === 1 ? referentOf(only) : undefined;
}

/** The last thing of a kind spoken of, or in focus ("that scene", "it"). */
export function lastOfKind(talk: Discourse, kinds: readonly string[]): Referent | undefined {
  const spoken = talk.spoken.findLast((one) => kinds.includes(one.kind));
  if (spoken !== undefined) return spoken;
  const focus = talk.request.focus.find((one) => kinds.includes(one.kind));
  return focus === undefined ? undefined : { ...focus, fresh: false };
}

/** The sentences that begin in [from, to) of the message, or reach into it from before; the first `most` of them. */
export function sentencesIn(
  talk: Discourse,
  from: number,
  to: number,
  most = Number.POSITIVE_INFINITY,
): readonly Sentence[] {
  const all = talk.sentences;
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.end ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < all.length && end - low < most && (all[end]?.start ?? to) < to) end += 1;
  return all.slice(low, end);
}
