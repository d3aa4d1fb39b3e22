import type { FieldReading, Mention } from "../../../../domain/reading/reading.ts";
import { bareAge } from "../parts/ages.ts";
import { type Discourse, type Referent, referentOf } from "../parts/discourse.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { correcting, entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const MEANT = pattern("i meant|said");
const MAKE_IT = firstOf(
  pattern("make it|that"),
  pattern("change|set it|that to"),
  pattern("go with"),
  pattern("it|that should be"),
);
const IT_IS = pattern("it|that 's|is|should be?");
const MIN_AGE_CHARS = 2;

/** "no, 31", "I meant a photographer", "make it 31", "not 28, 31": nothing but the right value, of the one spoken of last. */
export const amend: Rule = (s, index, talk) => {
  const meant = Math.max(MEANT(s, index), MAKE_IT(s, index), talk.corrects ? index : -1);
  const from = Math.max(meant, IT_IS(s, index), afterWrong(s, index, talk), index);
  const who = lastSpoken(talk);
  const value = who === undefined ? undefined : valueAt(s, from, talk);
  if (who === undefined || value === undefined || !closes(s, value.to)) return undefined;
  const denies = afterWrong(s, index, talk) > 0 || NOT(s, value.to) > 0;
  if ((meant < 0 && !denies) || isHedged(s) || isShopTalk(s, from)) return undefined;
  const mention: Mention = { name: who.name, ...spanOf(s, from, value.to) };
  const subject = who.entry_id === undefined ? mention : { ...mention, entry_id: who.entry_id };
  const span = spanOf(s, index, value.to);
  return found(
    s.tokens.length,
    correcting([entryStatement("character", subject, false, value.fields, span)]),
  );
};

/** "not 28, 31": past the wrong value. */
function afterWrong(s: Sentence, index: number, talk: Discourse): number {
  const wrong = low(s, index) === "not" ? valueAt(s, index + 1, talk) : undefined;
  return wrong === undefined ? -1 : pattern(",|but but?")(s, wrong.to);
}

/** Whoever this message spoke of last, else what the session did, if that is someone of the film. */
function lastSpoken(talk: Discourse): Referent | undefined {
  const spoken = talk.spoken.at(-1);
  if (spoken !== undefined) return spoken.kind === "character" ? spoken : undefined;
  const [focus] = talk.request.focus;
  if (focus?.kind !== "character") return undefined;
  const entry = talk.known.all.find((one) => one.entry_id === focus.entry_id);
  return entry === undefined ? { ...focus, fresh: false } : referentOf(entry);
}

/** An age of two digits or in words, or a trade with its article: what a lone word may well mean. */
function valueAt(
  s: Sentence,
  from: number,
  talk: Discourse,
): { fields: FieldReading[]; to: number } | undefined {
  const age = bareAge(s, from);
  if (age !== undefined) return at(s, from).text.length >= MIN_AGE_CHARS ? age : undefined;
  if (!["a", "an"].includes(low(s, from))) return undefined;
  const phrase = personPhraseAt(s, from, talk);
  const fields = phrase?.fields.filter((field) => field.field !== "gender") ?? [];
  return phrase?.sure === "trade" ? { fields, to: phrase.to } : undefined;
}

const REST = pattern(",|now|please|instead*");
const NOT = firstOf(pattern(",|( not"), pattern("not"), pattern("instead of"));

/** The end, or the value that was wrong ("31, not 28"). */
function closes(s: Sentence, index: number): boolean {
  const rest = Math.max(REST(s, index), index);
  return rest >= s.tokens.length || NOT(s, index) > index;
}
