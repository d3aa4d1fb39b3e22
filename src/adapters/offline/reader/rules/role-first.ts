import { type AnyName, anyNameAt, slottedAt } from "../parts/any-name.ts";
import { describe } from "../parts/describe.ts";
import { type Discourse, nameUnnamed, pronounGender, resolvePronoun } from "../parts/discourse.ts";
import { evidenceFrom, isFair, isPlain } from "../parts/evidence.ts";
import { valueField } from "../parts/fields.ts";
import type { Named } from "../parts/names.ts";
import { type PersonPhrase, personPhraseAt } from "../parts/noun-phrase.ts";
import { endsAt } from "../parts/phrase.ts";
import { COPULAS } from "../parts/predicate.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFollowed } from "./followed.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import type { Rule } from "./rule.ts";

const ONE = pattern(
  "the|our|my? first|second|third|fourth|other|next|last|final|new one|guy|girl|person|woman|man|kid",
);
const LINK = firstOf(
  pattern("would|will|'ll|should be called|named?"),
  pattern("is|'s gonna|going to? be called|named?"),
  pattern("is|'s called|named?"),
  pattern(",? his|her|their name is|'s?"),
  pattern(":|="),
  pattern("-|–|—"),
  pattern(","),
);
const NAME_LATER = firstOf(
  pattern("he|she is|'s calling|called|named"),
  pattern("his|her|their|the? name|names is|'s|:|=|of?"),
  pattern("called|named|nicknamed"),
  pattern("goes|known by|as the? name? of?"),
  pattern("let 's|us call|name him|her|them"),
  pattern("call|name him|her|them"),
  pattern("we|i call|named|name him|her|them"),
);
const CALL_THE = pattern("call|name");
const CALL = firstOf(
  pattern("call|name him|her"),
  pattern("let 's|us|me call|name him|her"),
  pattern("we|i|'ll* call|name him|her"),
);
const OUR_ONE = pattern("our guy|girl|dude|kid");
/** No mark stands before these, in a hurry. */
const RUNS_ON = pattern("his|her|their name is|'s");
const ORDINALS = new Set(["first", "second", "third", "fourth", "next", "last"]);
const LATE_REACH = 16;

/** "our girl is Delphine, 30s, chef", "first one's Isolde, a vet", "Call him Gideon. He's …", "she's a con artist, 33, name's Roxanne": what they are comes before the name. */
export const roleFirst: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s) || ["my", "your"].includes(low(s, index))) return undefined;
  return named(s, index, talk) ?? partIs(s, index, talk) ?? namedLater(s, index, talk);
};

/** "name Grumblewick." after "i made up a wizard." */
function named(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const unnamed = talk.unnamed;
  const from = unnamed === undefined ? -1 : NAME_LATER(s, index);
  const any = from < 0 ? unnamed && setBeside(s, index, talk) : anyNameAt(s, from, talk);
  if (unnamed === undefined || any === undefined || !closes(s, any.name.to)) return undefined;
  nameUnnamed(talk, unnamed, any.name.mention);
  return present(s, index, talk, any.name, unnamed.fields);
}

/** "Bex. 27. temp." after a part without a name. */
function setBeside(s: Sentence, index: number, talk: Discourse): AnyName | undefined {
  const any = index === 0 ? anyNameAt(s, index, talk) : undefined;
  return any !== undefined && any.by !== "place" && isFair(evidenceFrom(s, any.name.to, talk))
    ? any
    : undefined;
}

function partIs(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const phrase = partAt(s, index, talk);
  const link = phrase === undefined ? -1 : LINK(s, phrase.to);
  if (phrase === undefined || link < 0 || isShopTalk(s, index + 1)) return undefined;
  const any = anyNameAt(s, link, talk);
  if (any === undefined || !closes(s, any.name.to)) return undefined;
  const plays = phrase.fields.some(({ field }) => field === "role" || field === "archetype");
  const proof = evidenceFrom(s, any.name.to, talk);
  if (low(s, link - 1) === ",") {
    const told = ["the", "our", "this"].includes(low(s, index)) && any.by !== "place" && isFair(proof);
    return told ? present(s, index, talk, any.name, phrase.fields) : undefined;
  }
  const enough =
    any.by === "place"
      ? isPlain(proof) || (plays && isFair(proof))
      : plays || isFair(proof) || isFollowed(s, talk);
  return enough ? present(s, index, talk, any.name, phrase.fields) : undefined;
}

/** "the mother", "our girl", "second one". */
function partAt(
  s: Sentence,
  index: number,
  talk: Discourse,
): Pick<PersonPhrase, "fields" | "to"> | undefined {
  const phrase = personPhraseAt(s, index, talk);
  if (phrase?.sure === "person") return phrase;
  if (phrase?.sure === "trade" && ["the", "our"].includes(phrase.article)) return phrase;
  const to = Math.max(
    ONE(s, index),
    ORDINALS.has(low(s, index - 1)) && low(s, index) === "one" ? index + 1 : -1,
  );
  return to < 0 ? undefined : { fields: [], to };
}

/** "Call him Gideon." with more about him to come. */
export const calledSo: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s)) return undefined;
  const from = CALL(s, index);
  if (from < 0) return calledThe(s, index, talk);
  if (talk.unnamed !== undefined || resolvePronoun(talk, low(s, from - 1)) !== undefined) return undefined;
  const any = anyNameAt(s, from, talk);
  if (any === undefined || !closes(s, any.name.to)) return undefined;
  const sure = isFollowed(s, talk) || isFair(evidenceFrom(s, any.name.to, talk));
  return sure ? present(s, index, talk, any.name, []) : undefined;
};

/** "call the dog walker Felix." with more about him to come. */
function calledThe(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = CALL_THE(s, index);
  const phrase = from < 0 || low(s, from) !== "the" ? undefined : personPhraseAt(s, from, talk);
  const name =
    phrase?.sure === "trade" || phrase?.sure === "person"
      ? (anyNameAt(s, phrase.to, talk) ?? slottedAt(s, phrase.to, talk))
      : undefined;
  if (phrase === undefined || name === undefined || name.by === "place" || !endsAt(s, name.name.to))
    return undefined;
  return present(s, index, talk, name.name, phrase.fields);
}

/** The description first: "villain: gorgeous, rich, 40, name: Valentina", "she's a con artist, 33, name's Roxanne". */
function namedLater(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const gender = pronounGender(low(s, index));
  const is = Math.max(OUR_ONE(s, index), index + 1);
  const own = (gender !== undefined || is > index + 1) && COPULAS.has(low(s, is));
  if (own && resolvePronoun(talk, low(s, index)) !== undefined) return undefined;
  const phrase = personPhraseAt(s, own ? is + 1 : index, talk);
  if (phrase === undefined || phrase.sure === "guess" || (isShopTalk(s, index) && !own)) return undefined;
  const name = laterName(s, phrase.to, talk);
  if (name === undefined) return undefined;
  const referent = { name: name.mention.name, kind: "character", fresh: true };
  const before = describe(s, phrase.to, talk, { referent, introduced: true });
  const told = before.fields.filter(
    (field) => field.end <= name.mention.start && field.field !== "notes" && field.field !== "aliases",
  );
  const said = gender === undefined ? [] : [valueField(s, "gender", gender, index, index + 1)];
  return present(s, index, talk, name, [...said, ...phrase.fields, ...told]);
}

export function laterName(s: Sentence, from: number, talk: Discourse): Named | undefined {
  for (let here = from; here < Math.min(from + LATE_REACH, s.tokens.length); here += 1) {
    const runs = RUNS_ON(s, here) > 0;
    if (!(runs || at(s, here).type === "mark") || [":", "="].includes(low(s, here + 1))) continue;
    const to = NAME_LATER(s, runs ? here : here + 1);
    const any = to < 0 ? undefined : anyNameAt(s, to, talk);
    if (any !== undefined && closes(s, any.name.to)) return any.name;
  }
  return undefined;
}

const AFTER = new Set(["", "who", "and", "with", "she", "he", "from", "in", "right", "lol", "whose"]);

/** Nothing goes on as a name or a verb would. */
const closes = (s: Sentence, index: number): boolean =>
  AFTER.has(low(s, index)) || at(s, index).type === "mark" || at(s, index).type === "number";
