import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { type Discourse, resolveTrade, sentencesIn } from "../parts/discourse.ts";
import { type PersonPhrase, personPhraseAt } from "../parts/noun-phrase.ts";
import { tradeField } from "../parts/trade-field.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { relationNoun } from "../words/relations.ts";
import { COPULAS } from "../words/small-verbs.ts";
import { wordSet } from "../words/word-set.ts";
import { isHedged } from "./mood.ts";

type Entry = Extract<Statement, { type: "entry" }>;

/** What the words for somebody say of whoever is named right after; their traits may as well be said of the part. */
const KEPT = new Set(["gender", "occupation", "role", "archetype", "age_range"]);
/** Before the words for somebody, and no part of them. */
const OPENERS = wordSet(
  "ok okay so and but also then now yeah right hey well last next another here heres there theres 's is we i need needs want have got 've gotta still add adding enter meet this final finally for our some one first second new placeholder sorry morning",
);
/** After the words for somebody: more of the same ones. */
const GOES_ON = wordSet("who that which in at on of from for with behind across next near by whose");
/** "the comic relief guy we argued about". */
const ROOM = new Set(["we", "i", "you"]);
const LINK = firstOf(
  pattern("is|'s|will|= be? a lad|guy|girl|woman|man|bloke|kid|boy|lady called|named"),
  pattern("is|'s|was|will|: be? called|named|by? the? name? of?"),
  pattern("=|:|,|(|-|–|—|called|named|is|'s"),
  pattern("name is|'s|=|:"),
);
const NAMING = pattern("the|his|her|their? real|full? name|names|called|call is|'s|of|him|her|:|=?");
const MAX_OPENERS = 5;
const MAX_BETWEEN = 9;

/** Whoever is brought in right after words for somebody is that: "Stagecoach driver. Bartholomew Keogh.", "union rep is Agnes, 52". */
export function withRoles(talk: Discourse, statements: readonly Statement[]): Statement[] {
  const done = new Set<string>();
  return statements.map((one) => {
    if (!isNewcomer(one) || done.has(one.subject.name)) return one;
    done.add(one.subject.name);
    const of = statements.filter(
      (each): each is Entry => isNewcomer(each) && each.subject.name === one.subject.name,
    );
    const has = new Set(of.flatMap(({ fields }) => fields.map(({ field }) => field)));
    if (has.has("age")) has.add("age_range");
    if (has.has("occupation") && has.has("gender") && has.has("role")) return one;
    const fields = rolesOf(talk, one, statements).filter(({ field }) => KEPT.has(field) && !has.has(field));
    return fields.length === 0 ? one : { ...one, fields: [...fields, ...one.fields] };
  });
}

const isNewcomer = (one: Statement): one is Entry =>
  one.type === "entry" && one.kind === "character" && one.explicit && one.subject.entry_id === undefined;

function rolesOf(talk: Discourse, { subject }: Entry, statements: readonly Statement[]): FieldReading[] {
  const [s] = sentencesIn(talk, subject.start, subject.start + 1, 1);
  if (s === undefined || isHedged(s)) return [];
  const name = s.tokens.findIndex(({ start }) => start === subject.start);
  const inside = name > 0 ? ledTo(s, name, talk) : undefined;
  if (inside !== undefined) return inside.fields;
  const naming = NAMING(s, 0);
  if (name !== 0 && naming !== name) return [];
  const before = talk.sentences[talk.sentences.indexOf(s) - 1];
  if (before === undefined || before.asks || isHedged(before) || namesSomebody(before, statements)) return [];
  return rolesIn(before, talk, naming === name && name > 0);
}

/** Somebody is brought in there, whose the words are. */
const namesSomebody = (s: Sentence, statements: readonly Statement[]): boolean =>
  statements.some((one) => isNewcomer(one) && one.subject.start >= s.start && one.subject.start < s.end);

/** "union rep is Agnes", "security guard at the mall = Tyrell": from the clause's first word to the name. */
function ledTo(s: Sentence, name: number, talk: Discourse): PersonPhrase | undefined {
  for (let here = Math.max(0, name - MAX_BETWEEN); here < name; here += 1) {
    if (!isOpen(s, here)) continue;
    const phrase = sureAt(s, here, talk);
    if (phrase === undefined || phrase.to >= name) continue;
    for (let link = phrase.to; link < name; link += 1) {
      if (LINK(s, link) !== name) continue;
      const between = link > phrase.to;
      if (
        between &&
        !(GOES_ON.has(low(s, phrase.to)) && (!APART.has(low(s, link)) || isPlace(s, phrase.to, link)))
      )
        continue;
      return phrase;
    }
  }
  return undefined;
}

const APART = new Set([",", "("]);
const WHERE = wordSet("in at on of from for across behind near by");
/** "the editor at the rag, Gwilym Pask": no clause of its own between. */
const isPlace = (s: Sentence, from: number, to: number): boolean =>
  WHERE.has(low(s, from)) &&
  s.tokens.slice(from, to).every(({ type }, here) => type !== "mark" && !s.tags(from + here).has("Verb"));

/** A clause begins there. */
function isOpen(s: Sentence, index: number): boolean {
  const before = at(s, index - 1);
  if (index === 0 || [",", ";", ":", "–", "—", "-"].includes(before.low)) return true;
  if (OWNERS.has(before.low)) return index === 1 || at(s, index - 2).type === "mark" || before.low === "'s";
  for (let here = 0; here < index; here += 1) if (!OPENERS.has(low(s, here))) return false;
  return index <= MAX_OPENERS;
}

const OWNERS = new Set(["his", "her", "their", "'s"]);

/** One person, and nobody known: "the detective" where the film has one. Of an owned one ("her younger sister") what they are to others is no trade. */
function sureAt(s: Sentence, index: number, talk: Discourse): PersonPhrase | undefined {
  const phrase = personPhraseAt(s, index, talk);
  if (phrase === undefined) return undefined;
  const office = OFFICES.has(phrase.head);
  if (phrase.sure !== "trade" && phrase.sure !== "person" && !office) return undefined;
  const kin = relationNoun(phrase.head);
  if (kin?.plural === true || ORDERS.has(low(s, index))) return undefined;
  const trade = phrase.fields.find(({ field }) => field === "occupation")?.value;
  const known =
    phrase.article === "the" && typeof trade === "string" && resolveTrade(talk, trade) !== undefined;
  if (known) return undefined;
  if (OWNERS.has(low(s, index - 1)) && kin !== undefined)
    return { ...phrase, fields: phrase.fields.filter(({ field }) => field === "gender") };
  const from = index + (phrase.article === "" ? 0 : 1);
  const said = trade === undefined && office ? tradeField(s, talk, from, phrase.to) : undefined;
  return said === undefined ? phrase : { ...phrase, fields: [...phrase.fields, said] };
}

/** What one is to others at work: told of whoever is named beside it, and of nobody else. */
const OFFICES = wordSet(
  "boss rep supervisor assistant liaison deputy chairman madam lodger understudy harbourmaster overseer organiser organizer handler superior leader",
);
const ORDERS = wordSet("make call give change rename");

/** What a sentence without a name says of whoever the next one names. */
function rolesIn(s: Sentence, talk: Discourse, named: boolean): FieldReading[] {
  for (let here = 0; here <= MAX_OPENERS && isOpen(s, here); here += 1) {
    const phrase = sureAt(s, here, talk);
    if (phrase === undefined) continue;
    const next = low(s, phrase.to);
    const is = copulaAfter(s, phrase.to);
    const second = is < 0 ? undefined : sureAt(s, is + 1, talk);
    if (second !== undefined) return [...second.fields, ...phrase.fields];
    return named || at(s, phrase.to).text === "" || GOES_ON.has(next) || ROOM.has(next) ? phrase.fields : [];
  }
  const has = s.tokens.findIndex(
    ({ low: word }, here) => HAS.has(word) && ["a", "an"].includes(low(s, here + 1)),
  );
  const had = has < 0 ? undefined : sureAt(s, has + 1, talk);
  return had !== undefined && (LAST.has(low(s, had.to)) || at(s, had.to).text === "") ? had.fields : [];
}

const HAS = new Set(["has", "have", "'s", "got", "gets"]);
const LAST = new Set(["finally", "now", "too", "in", "at"]);

/** "guy who finds the body is a crane driver": where it says what they are. */
function copulaAfter(s: Sentence, from: number): number {
  if (at(s, from).text !== "" && !GOES_ON.has(low(s, from)) && !COPULAS.has(low(s, from))) return -1;
  for (let here = from; here < Math.min(from + MAX_BETWEEN, s.tokens.length); here += 1) {
    if (at(s, here).type === "mark") return -1;
    if (COPULAS.has(low(s, here)) && ["a", "an", "the"].includes(low(s, here + 1))) return here;
  }
  return -1;
}
