import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { singular } from "../../../../lib/singular.ts";
import { numberAt } from "../parts/ages.ts";
import type { Discourse } from "../parts/discourse.ts";
import { valueField } from "../parts/fields.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { ofOne, singularly } from "../parts/plural.ts";
import { low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { relationNoun } from "../words/relations.ts";
import { isHedged } from "./mood.ts";

type Entry = Extract<Statement, { type: "entry" }>;

const MOST = 6;
/** Between the number and the noun. */
const MAX_AHEAD = 3;
/** How many sentences after the words for them they may be named in. */
const REACH = 4;
const KEPT = new Set(["gender", "occupation"]);

/** What a number of people are called together holds of each: "two paramedics. Kit, 29. Bronagh, 41.", "two sisters own the B&B." */
export function withShared(talk: Discourse, statements: readonly Statement[]): Statement[] {
  const people = firstNamed(statements);
  if (people.length < 2) return [...statements];
  const more = new Map<Entry, FieldReading[]>();
  talk.sentences.forEach((s, place) => {
    const group = s.asks || isHedged(s) ? undefined : groupIn(s, talk);
    if (group === undefined) return;
    const last = talk.sentences[Math.min(place + REACH, talk.sentences.length - 1)] ?? s;
    const members = people.filter(({ subject }) => subject.start > group.after && subject.start < last.end);
    if (members.length !== group.count) return;
    for (const one of members) more.set(one, group.fields);
  });
  return statements.map((one) => {
    const fields = one.type === "entry" ? more.get(one) : undefined;
    if (one.type !== "entry" || fields === undefined) return one;
    const has = new Set(
      statements.flatMap((each) =>
        each.type === "entry" && each.subject.name === one.subject.name
          ? each.fields.map(({ field }) => field)
          : [],
      ),
    );
    return { ...one, fields: [...one.fields, ...fields.filter(({ field }) => !has.has(field))] };
  });
}

function firstNamed(statements: readonly Statement[]): Entry[] {
  const names = new Set<string>();
  return statements.filter((one): one is Entry => {
    if (one.type !== "entry" || one.kind !== "character" || !one.explicit) return false;
    if (one.subject.entry_id !== undefined || names.has(one.subject.name)) return false;
    names.add(one.subject.name);
    return true;
  });
}

interface Group {
  readonly count: number;
  readonly fields: FieldReading[];
  /** Where the words for them end in the message. */
  readonly after: number;
}

/** "two customs officers", "the three sons", "2 florists". */
function groupIn(s: Sentence, talk: Discourse): Group | undefined {
  for (let here = 0; here < s.tokens.length - 1; here += 1) {
    const number = numberAt(s, here);
    if (number === undefined || number.value < 2 || number.value > MOST) continue;
    for (let noun = number.to; noun < Math.min(number.to + MAX_AHEAD, s.tokens.length); noun += 1) {
      const fields = sharedAt(s, number.to, noun, talk);
      const after = s.tokens[noun]?.end;
      if (fields.length > 0 && after !== undefined) return { count: number.value, fields, after };
    }
  }
  return undefined;
}

/** What the plural at `noun`, of the words from `from` on, says of each. */
function sharedAt(s: Sentence, from: number, noun: number, talk: Discourse): FieldReading[] {
  const word = low(s, noun);
  const kin = relationNoun(word);
  if (kin?.plural === true)
    return kin.gender === undefined ? [] : [valueField(s, "gender", kin.gender, noun, noun + 1)];
  if (singular(word) === word) return [];
  const one = { ...singularly(s, from), tokens: singularly(s, from).tokens.slice(0, noun + 1) };
  const phrase = personPhraseAt(one, from, talk);
  if (phrase === undefined || (phrase.sure !== "trade" && phrase.sure !== "person")) return [];
  return ofOne(phrase.fields.filter(({ field }) => KEPT.has(field)));
}
