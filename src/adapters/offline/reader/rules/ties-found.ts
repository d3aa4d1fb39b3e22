import type { Mention, Statement } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { pronounGender } from "../parts/discourse.ts";
import { type Kin, kinAt } from "../parts/kin.ts";
import { isNameless } from "../parts/nameless.ts";
import { type PeopleIn, type Person, peopleTold } from "../parts/people-told.ts";
import { at, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Relation } from "../words/relations.ts";
import { adjectiveField } from "../words/traits.ts";
import { wordSet } from "../words/word-set.ts";
import { isHedged } from "./mood.ts";
import { verbTies } from "./ties-by-verb.ts";
import { groupTies } from "./ties-of-group.ts";

type Tied = Extract<Statement, { type: "relationship" }>;

/** A paste of more sentences is no talk. */
const MAX_SENTENCES = 60;

/**
 * The ties between people of the story that the rules have passed over, once it is known who they are: "…, and her little
 * brother, Günther", "Viktor's daughter turns up in 3. Irina.", "three sisters: …".
 */
export function withTiesFound(talk: Discourse, statements: readonly Statement[]): Statement[] {
  if (talk.elsewhere || talk.sentences.length > MAX_SENTENCES || !statements.some(bringsIn))
    return [...statements];
  const peopleIn = peopleTold(talk, statements);
  const all = [...statements];
  const add = (ties: readonly Tied[]): void => {
    for (const tie of ties)
      if (!all.some((one) => one.type === "relationship" && isSame(one, tie))) all.push(tie);
  };
  const owned = ownedTies(talk, peopleIn);
  for (const tie of owned) drop(all, tie);
  add(owned);
  add(awaitedTies(talk, peopleIn, all));
  add(groupTies(talk, peopleIn));
  add(verbTies(talk, peopleIn));
  return all;
}

/** A rule that took "her" for somebody else, farther away. */
function drop(all: Statement[], { from, to, relation }: Tied): void {
  const wrong = all.findIndex(
    (one) =>
      one.type === "relationship" &&
      one.relation === relation &&
      one.from.name === from.name &&
      one.to.start === to.start &&
      one.to.name !== to.name,
  );
  if (wrong >= 0) all.splice(wrong, 1);
}

const bringsIn = (one: Statement): boolean =>
  one.type === "entry" && one.kind === "character" && one.explicit && one.subject.entry_id === undefined;

/** Two who are something to each other already are not told anew. */
const isSame = (one: Tied, { from, to }: Tied): boolean =>
  (one.from.name === from.name && one.to.name === to.name) ||
  (one.from.name === to.name && one.to.name === from.name);

export const tieOf = (from: Mention, to: Mention, kin: Kin, s: Sentence): Tied => ({
  type: "relationship",
  from,
  to,
  relation: kin.noun.relation,
  explicit: true,
  span: spanOf(s, 0, s.tokens.length),
  ...(kin.description === undefined ? {} : { description: kin.description }),
});

const OWN = new Set(["his", "her"]);
const BESIDE = pattern("is|'s|was? ,|(|:|=|-|–|—? named|called?");
const MAX_ADJECTIVES = 3;

/** Words for kin after who has them, past adjectives: "unmarried daughter", "formidable mother". */
export function kinAfter(s: Sentence, index: number): Kin | undefined {
  for (let here = index; here <= index + MAX_ADJECTIVES; here += 1) {
    const kin = kinAt(s, here);
    if (kin !== undefined) return kin;
    if (!s.tags(here).has("Adjective") && adjectiveField(low(s, here)) === undefined) return undefined;
  }
  return undefined;
}

/** "Herta, twelve, and her little brother, Günther", "Recha's mother, the formidable Mathilde". */
function ownedTies(talk: Discourse, peopleIn: PeopleIn): Tied[] {
  const ties: Tied[] = [];
  let before: readonly Person[] = [];
  for (const s of talk.sentences) {
    const people = peopleIn(s);
    if (!s.asks && !isHedged(s)) {
      for (let here = 0; here < s.tokens.length - 1; here += 1) {
        const owner = ownerAt(s, here, people, before);
        const kin = owner === undefined ? undefined : kinAfter(s, owner.to);
        if (owner === undefined || kin === undefined || kin.noun.plural) continue;
        const named =
          people.find(({ from }) => from >= kin.to && isBeside(s, kin.to, from)) ??
          (isApposed(s, here, kin.to, owner) ? people.find(({ to }) => to === owner.from - 1) : undefined);
        if (named === undefined || named.mention.name === owner.mention.name || isOwner(s, named.to))
          continue;
        if (kin.noun.gender !== undefined && (named.gender ?? kin.noun.gender) !== kin.noun.gender) continue;
        if (named.fresh || owner.fresh) ties.push(tieOf(named.mention, owner.mention, kin, s));
      }
    }
    before = [...before, ...people];
  }
  return ties;
}

const ARTICLES = wordSet("the a an little young old poor dear formidable");
/** Nothing but a link and an article between the words for kin and the name. */
function isBeside(s: Sentence, kinEnd: number, name: number): boolean {
  let here = Math.max(BESIDE(s, kinEnd), kinEnd);
  while (here < name && (ARTICLES.has(low(s, here)) || s.tags(here).has("Adjective"))) here += 1;
  return here === name;
}

/** "Delphine, Karen's god-daughter, is …", "Odile = his mistress". */
const isApposed = (s: Sentence, index: number, end: number, owner: Owner): boolean =>
  APPOSING.has(low(s, owner.from - 1)) && (at(s, end).type === "mark" || at(s, end).text === "") && index > 0;
const APPOSING = new Set([",", "=", "-", "–", "—", "(", ":"]);

const isOwner = (s: Sentence, index: number): boolean => ["'s", "'"].includes(low(s, index));

interface Owner {
  readonly mention: Mention;
  readonly from: number;
  readonly to: number;
  readonly fresh: boolean;
}

/** "her", of the nearest one named before whom it can mean; "Recha's". */
function ownerAt(
  s: Sentence,
  index: number,
  people: readonly Person[],
  before: readonly Person[],
): Owner | undefined {
  if (!OWN.has(low(s, index))) {
    const named = people.find(({ to }) => to === index);
    if (named?.owns === true) return named;
    return named !== undefined && isOwner(s, index) ? { ...named, to: index + 1 } : undefined;
  }
  const gender = pronounGender(low(s, index));
  const fits = (one: Person): boolean => (one.gender ?? gender) === gender;
  const here = people.filter(({ to }) => to <= index).findLast(fits);
  const one = here ?? before.findLast(fits);
  const mention = one && { ...one.mention, ...spanOf(s, index, index + 1) };
  return one && mention && { mention, from: index, to: index + 1, fresh: one.fresh };
}

const HAS = pattern("has|had|have|needs|gets|'s|got got?");
const ONE = wordSet("a an one another");
const HAS_REACH = 5;
/** "has in the story one daughter": where the words for whom somebody has begin, or -1. */
function hasAt(s: Sentence, index: number): number {
  const from = HAS(s, index);
  for (let here = from; from > 0 && here < from + HAS_REACH; here += 1)
    if (ONE.has(low(s, here))) return here + 1;
  return -1;
}
const CALLED = wordSet("called named name name's names is 's = :");
const PAST = wordSet("died drowned dead was killed left lost buried gone");
const REACH = 2;

interface Awaited {
  readonly owner: Person;
  /** What stands for the name in statements that were made already. */
  readonly standIn?: string | undefined;
  readonly kin: Kin;
  readonly place: number;
  readonly from: number;
}

/** "Viktor's daughter turns up in 3. Irina.", "he's got a son. Kid's called Leo": the kin first, and the name after more words. */
function awaitedTies(talk: Discourse, peopleIn: PeopleIn, told: readonly Statement[]): Tied[] {
  const ties: Tied[] = [];
  let awaited: Awaited | undefined;
  let last: Person | undefined;
  talk.sentences.forEach((s, place) => {
    const people = peopleIn(s);
    if (s.asks || isHedged(s)) awaited = undefined;
    else {
      if (awaited !== undefined && place - awaited.place > REACH) awaited = undefined;
      const found = awaitedIn(s, place, people, last, talk);
      const one = found && { ...found, standIn: standInAt(told, at(s, found.from - 1).start) };
      const own = [one, bareKin(s, place, people, last, talk)].find(
        (each) => each !== undefined && !isTold(told, at(s, each.from - 1).start),
      );
      const from = own?.from ?? 0;
      const open = own ?? awaited;
      const newcomer = open && people.find((one) => one.fresh && one.from >= from && opensWith(s, one));
      if (open !== undefined && newcomer !== undefined && newcomer.mention.name !== open.owner.mention.name) {
        const standIn = open.standIn;
        if (standIn === undefined) ties.push(tieOf(newcomer.mention, open.owner.mention, open.kin, s));
        else talk.names.set(standIn, newcomer.mention);
        awaited = undefined;
      } else awaited = own ?? awaited;
    }
    last = people.findLast(({ to }) => !isOwner(s, to)) ?? last;
  });
  return ties;
}

const coveringAt = (told: readonly Statement[], start: number): Tied[] =>
  told.filter(
    (one): one is Tied => one.type === "relationship" && one.span.start <= start && start < one.span.end,
  );

/** The tie is told already, of somebody with a name. */
const isTold = (told: readonly Statement[], start: number): boolean =>
  coveringAt(told, start).some(({ from, to }) => !isNameless(from) && !isNameless(to));

const standInAt = (told: readonly Statement[], start: number): string | undefined =>
  coveringAt(told, start)
    .flatMap(({ from, to }) => [from, to])
    .find(isNameless)?.name;

const NEAR = new Set<Relation>([
  "spouse",
  "ex-spouse",
  "partner",
  "fiancé",
  "child",
  "grandchild",
  "sibling",
  "cousin",
  "niece or nephew",
  "lover",
]);
/** "husband's called Graeme", "Granddaughter Adzo", "The daughter is Pilar": of the one named last. */
function bareKin(
  s: Sentence,
  place: number,
  people: readonly Person[],
  last: Person | undefined,
  talk: Discourse,
): Awaited | undefined {
  const from = low(s, 0) === "the" || low(s, 0) === "and" ? 1 : 0;
  const kin = kinAt(s, from);
  if (kin === undefined || kin.noun.plural || !NEAR.has(kin.noun.relation)) return undefined;
  const next = people.find((one) => one.from >= kin.to);
  if (next === undefined || low(s, kin.to) === ":" || !isBeside(s, kin.to, next.from)) return undefined;
  const owner = last ?? meant(s, from, undefined, talk);
  return owner && { owner, kin, place, from: kin.to };
}

/** The name stands first in the sentence, or after "called" and the like. */
function opensWith(s: Sentence, one: Person): boolean {
  const kin = kinAt(s, 0) ?? kinAt(s, 1);
  if (kin !== undefined && isBeside(s, kin.to, one.from)) return true;
  const bare =
    one.from === 0 && (s.tokens.length === one.to || [",", "(", "-", "–", ":"].includes(low(s, one.to)));
  const apposed = low(s, one.from - 1) === "," && [",", "", "("].includes(low(s, one.to));
  return bare || apposed || CALLED.has(low(s, one.from - 1));
}

function awaitedIn(
  s: Sentence,
  place: number,
  people: readonly Person[],
  last: Person | undefined,
  talk: Discourse,
): Awaited | undefined {
  if (s.tokens.some(({ low: word }) => PAST.has(word))) return undefined;
  for (let here = 0; here < s.tokens.length; here += 1) {
    const named = people.find(({ to }) => to === here);
    const owning = named !== undefined && (isOwner(s, here) || named.owns === true);
    const pronoun = ["his", "her"].includes(low(s, here)) || ["he", "she"].includes(low(s, here));
    const owner = named ?? (pronoun ? meant(s, here, last, talk) : undefined);
    if (owner === undefined) continue;
    const next = named === undefined ? here + 1 : here;
    const own = named?.owns === true ? here : here + 1;
    const from = owning || OWN.has(low(s, here)) ? own : hasAt(s, next);
    const kin = from < 0 ? undefined : kinAfter(s, from);
    if (kin !== undefined && !kin.noun.plural) return { owner, kin, place, from: kin.to };
  }
  return undefined;
}

/** Whom "his" means: the one named last, else the one in focus. */
function meant(s: Sentence, index: number, last: Person | undefined, talk: Discourse): Person | undefined {
  const gender = pronounGender(low(s, index));
  if (last !== undefined)
    return gender === undefined || (last.gender ?? gender) === gender ? last : undefined;
  const focus = talk.request.focus.find((one) => one.kind === "character");
  const entry = focus && talk.known.all.find((one) => one.entry_id === focus.entry_id);
  if (entry === undefined || (gender !== undefined && (entry.gender ?? gender) !== gender)) return undefined;
  const mention = { name: entry.name, entry_id: entry.entry_id, ...spanOf(s, index, index + 1) };
  return { mention, from: index, to: index + 1, gender: entry.gender, fresh: false };
}
