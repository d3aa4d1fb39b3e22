import { anyNameAt, slottedAt } from "../parts/any-name.ts";
import { type Discourse, pronounGender, resolvePronoun } from "../parts/discourse.ts";
import { valueField } from "../parts/fields.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { endsAt } from "../parts/phrase.ts";
import { firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import type { Rule } from "./rule.ts";

const WANTED = firstOf(
  pattern("can|could we|i|you please? get|have|use|do|put in?"),
  pattern("we|i could|should|can use|do with"),
  pattern("get|have|use"),
  pattern("there should|must|needs|has to? be"),
);
/** With these Backlot is to make somebody up. */
const ORDERED = new Set(
  "create add make invent generate write draft give introduce insert include build suggest show list tell delete remove".split(
    " ",
  ),
);
const MAX_WORDS = 6;
const MAX_ASKED = 9;

/** Whether the sentence only sets a part down ("roommate character.", "The priest.") or asks for one ("can we get a janitor in there?"): a name may follow. */
export const partUnnamed: Rule = (s, index, talk) => {
  if (isHedged(s) || isFilmTalk(s) || s.tokens.length - index > MAX_ASKED) return undefined;
  const wanted = WANTED(s, index);
  const from = Math.max(wanted, index);
  if (wanted < 0 && (s.asks || s.tokens.length - index > MAX_WORDS || isShopTalk(s, index + 1)))
    return undefined;
  if (ORDERED.has(low(s, from))) return undefined;
  const phrase = personPhraseAt(s, from, talk);
  if (phrase === undefined || (phrase.sure !== "person" && phrase.sure !== "trade")) return undefined;
  const alone = phrase.to >= s.tokens.length && (phrase.article !== "" || phrase.head === "character");
  if (!(alone || (wanted > 0 && phrase.article !== "" && endsThere(s, phrase.to)))) return undefined;
  talk.unnamed = { fields: phrase.fields, request: {} };
  return { to: s.tokens.length, statements: [], questions: [], requests: [] };
};

const THERE = pattern(
  "somewhere|in|here|too|also|please|at in|this|there|the|our? story|film|there|somewhere?",
);
const endsThere = (s: Sentence, index: number): boolean =>
  index >= s.tokens.length || THERE(s, index) >= s.tokens.length;

const NAME_IS = pattern("his|her name is|'s|:|=?");

/** "his name Goran", "her name is Yuki": of nobody spoken of yet. */
export const ownName: Rule = (s, index, talk) => {
  const to = NAME_IS(s, index);
  if (to < 0 || isHedged(s) || isFilmTalk(s) || isShopTalk(s, index) || s.asks) return undefined;
  if (talk.unnamed === undefined && resolvePronoun(talk, low(s, index)) !== undefined) return undefined;
  return nameHere(s, index, to, talk);
};

function nameHere(s: Sentence, index: number, to: number, talk: Discourse): ReturnType<Rule> {
  const any = anyNameAt(s, to, talk) ?? slottedAt(s, to, talk);
  if (any === undefined || any.by === "place" || !endsAt(s, any.name.to)) return undefined;
  const gender = pronounGender(low(s, index));
  const said = gender === undefined ? [] : [valueField(s, "gender", gender, index, index + 1)];
  const { unnamed } = talk;
  return present(s, index, talk, any.name, [...(unnamed?.fields ?? []), ...said]);
}
