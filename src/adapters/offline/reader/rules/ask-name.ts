import { describe } from "../parts/describe.ts";
import { type Discourse, speakOf } from "../parts/discourse.ts";
import { nameless } from "../parts/nameless.ts";
import { type PersonPhrase, personPhraseAt } from "../parts/noun-phrase.ts";
import { entryStatement } from "../parts/statements.ts";
import { firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { isHedged } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const ASKED = firstOf(
  pattern("create|add|make|introduce|include|insert a|an|another|one new|other?"),
  pattern("new|another"),
  pattern("create|add|make|introduce|include"),
);
/** Words for somebody and nothing else: with them a person tells, and leaves nothing to be made up. */
const ANYONE = wordSet("character char person someone somebody");
/** The same where more is said of them. */
const SOMEONE = wordSet("woman man girl boy guy kid lady");
/** Backlot is to make somebody up. */
const INVENT = wordSet(
  "random interesting cool unique memorable compelling fun good great better weird crazy surprising original",
);
/** With these a person asks for somebody they go on to describe; with nothing more, Backlot is to make them up. */
const NEEDED = pattern("i|we need|want|'d a|another|one new?");
const FILLERS = pattern("please|too|now|then*");

/** "create a character, 28, journalist", "add a character": asked for by a person who has yet to say the name. "invent a villain" is none. */
export const askName: Rule = (s, index, talk) => {
  const needed = NEEDED(s, index);
  const after = Math.max(ASKED(s, index), needed);
  if (after < 0 || isHedged(s)) return undefined;
  const phrase = personPhraseAt(s, after, talk);
  if (phrase === undefined || isInvented(s, index, phrase.to)) return undefined;
  return ["called", "named"].includes(low(s, phrase.to))
    ? undefined
    : asked(s, index, talk, phrase, needed > 0);
};

function asked(
  s: Sentence,
  index: number,
  talk: Discourse,
  phrase: PersonPhrase,
  needed: boolean,
): ReturnType<Rule> {
  if (!ANYONE.has(phrase.head) && !SOMEONE.has(phrase.head)) return undefined;
  const newcomer = { name: "", kind: "character", fresh: true };
  const rest = describe(s, phrase.to, talk, { referent: newcomer, introduced: true });
  const to = Math.max(FILLERS(s, rest.to), rest.to);
  const told = rest.fields.filter((field) => field.field !== "notes");
  const marked = [",", ":", "–", "-", "("].includes(low(s, phrase.to)) && told.length > 0;
  if (needed && !marked) return undefined;
  const plain = ANYONE.has(phrase.head) || told.some((field) => field.field !== "gender");
  if (to < s.tokens.length || !plain || rest.ties.length > 0 || told.length < rest.fields.length)
    return undefined;
  const fields = [...phrase.fields, ...told];
  const party = nameless(s, talk, index, phrase.to, fields);
  speakOf(talk, party.referent);
  return found(to, [entryStatement("character", party.mention, true, fields, spanOf(s, index, to))]);
}

function isInvented(s: Sentence, from: number, to: number): boolean {
  for (let here = from; here < to; here += 1) if (INVENT.has(low(s, here))) return true;
  return false;
}
