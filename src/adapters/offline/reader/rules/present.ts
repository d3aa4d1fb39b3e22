import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { describe } from "../parts/describe.ts";
import { type Discourse, pronounGender } from "../parts/discourse.ts";
import { valueField } from "../parts/fields.ts";
import type { Named } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { namedParty } from "../parts/party.ts";
import { genderOfTitle, remember, tellOf } from "../parts/statements.ts";
import type { Tie } from "../parts/told.ts";
import { at, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { type Found, found } from "./rule.ts";

const STORY_END = pattern("to|into|in the|our? cast|bible|story|film|movie|project|script|characters");
const AS = pattern("as|is a|an|the|our?");

/** The statements of one person brought in by name, with all that is said of them from the name on. */
export function present(
  s: Sentence,
  start: number,
  talk: Discourse,
  name: Named,
  fields: readonly FieldReading[],
  ties: readonly Tie[] = [],
): Found {
  const party = { ...namedParty(s, name), fields };
  remember(talk, party, fields, true);
  const here = Math.max(name.to, STORY_END(s, name.to));
  const as = AS(s, here);
  const played = as > here ? personPhraseAt(s, as, talk) : undefined;
  const part = played?.sure === "guess" ? undefined : played;
  const called = [...pronounBefore(s, name.from), ...nicknameIn(s, name)];
  const gender = [...fields, ...called].findLast((field) => field.field === "gender")?.value;
  const referent = { ...party.referent, gender: typeof gender === "string" ? gender : party.referent.gender };
  const rest = describe(s, part?.to ?? here, talk, { referent, introduced: true });
  const trade = fields.some(({ field }) => field === "occupation");
  const beside = [...(part?.fields ?? []), ...rest.fields];
  const said = [...called, ...beside.filter(({ field }) => !(trade && field === "occupation"))];
  const titled = genderOfTitle(name.mention.name) !== undefined;
  const owned =
    titled || [...fields, ...said].some((field) => field.field === "gender")
      ? []
      : ownGender(s, here, rest.to);
  const all = { ...rest, fields: [...said, ...owned], ties: [...ties, ...rest.ties] };
  const to = Math.max(rest.to, part?.to ?? here);
  return found(to, tellOf(talk, party, all, true, spanOf(s, start, Math.max(rest.to, name.to))));
}

/** Dolores "Lola" Vega. */
function nicknameIn(s: Sentence, name: Named): FieldReading[] {
  for (let here = name.from + 1; here < name.to - 1; here += 1) {
    if (at(s, here).type === "quote") return [valueField(s, "aliases", [at(s, here).text], here, here + 1)];
  }
  return [];
}

/** "call her Dot", "her name is Dot". */
function pronounBefore(s: Sentence, index: number): FieldReading[] {
  for (let here = index - 1; here >= Math.max(0, index - 4); here -= 1) {
    const gender = pronounGender(low(s, here));
    if (gender !== undefined && (isOwner(s, here, index) || isObject(s, here))) return [];
    if (gender !== undefined) return [valueField(s, "gender", gender, here, here + 1)];
    if (!LINKS.has(low(s, here))) return [];
  }
  return [];
}

/** Between a pronoun and the name that is theirs. */
const LINKS = new Set(
  "name names name's is 's was be : = , called named nicknamed full real first last nickname".split(" "),
);

/** "the nurse who finds him is Kasia": he is another. */
const isObject = (s: Sentence, index: number): boolean =>
  low(s, index) === "him" && ["is", "'s", "was"].includes(low(s, index + 1));

/** "her therapist Dr. Lund": whose they are. "her name is Dot" and "call her Dot" say who. */
const isOwner = (s: Sentence, index: number, name: number): boolean =>
  ["his", "her"].includes(low(s, index)) &&
  index + 1 !== name &&
  !["name", "name's", "names", "nickname"].includes(low(s, index + 1)) &&
  (s.tags(index + 1).has("Noun") || s.tags(index + 1).has("Adjective"));

/** "hiding from his past", "lost her husband": whose it is tells the gender, when only one is spoken of. */
export function ownGender(s: Sentence, from: number, to: number): FieldReading[] {
  const owns = [];
  for (let here = from; here < to; here += 1) {
    const gender = ["his", "her"].includes(low(s, here)) ? pronounGender(low(s, here)) : undefined;
    const after = at(s, here - 1).type === "word" && !["and", "is"].includes(low(s, here - 1));
    if (gender !== undefined && after && s.tags(here + 1).has("Noun")) {
      owns.push(valueField(s, "gender", gender, here, here + 1));
    }
  }
  const [first] = owns;
  return first !== undefined && owns.every((one) => one.value === first.value) ? [first] : [];
}
