import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { ADVERBS, COPULAS, MODALS, NEGATIONS } from "../words/small-verbs.ts";
import { copulaAt } from "./copula.ts";
import { denialAt } from "./denial.ts";
import type { Discourse } from "./discourse.ts";
import { habitAt, unableAt } from "./habits.ts";
import { hasAt } from "./having.ts";
import { phraseEnd } from "./phrase.ts";
import { ableAt, livedAt } from "./states.ts";
import { tieByLemma } from "./tie-lemmas.ts";
import { type Subject, type Told, told } from "./told.ts";
import { verbAt } from "./verbs.ts";

/**
 * What the verb at `index` and its words say of the subject. Undefined where nothing is recognised;
 * what is dropped where it is said *not* to be so, and a Told without content where it only may be.
 */
export function predicateAt(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  let here = skipAdverbs(s, index);
  const secret = low(s, here - 1) === "secretly" && here > index;
  const early = EARLY.has(low(s, here)) ? tieByLemma(s, here, talk, subject) : undefined;
  if (early !== undefined) return early;
  const unable = unableAt(s, index, talk, subject) ?? ableAt(s, here, talk, subject);
  const denied = denialAt(s, here, talk, subject) ?? shouldBe(s, here, talk, subject);
  if (denied !== undefined) return denied;
  if (isDenied(s, here)) return unable ?? told(phraseEnd(s, here + 1));
  if (unable !== undefined && HAS.has(low(s, here))) return unable;
  if (low(s, here) === "'s" && low(s, here + 1) === "got") return hasAt(s, here, talk, subject);
  if (COPULAS.has(low(s, here))) {
    const plural = ["are", "were", "'re"].includes(low(s, here));
    const past = ["was", "were"].includes(low(s, here));
    const is = here;
    here = skipAdverbs(s, here + 1);
    if (NEGATIONS.has(low(s, here)) || isDenied(s, here)) return told(phraseEnd(s, here));
    const being = { subject, past, plural, secret: secret || low(s, here - 1) === "secretly" };
    return copulaAt(s, here, talk, being) ?? tieByLemma(s, is, talk, subject);
  }
  return (
    hasAt(s, here, talk, subject) ??
    verbAt(s, here, talk, subject) ??
    livedAt(s, here, talk, subject) ??
    habitAt(s, index, here, talk, subject)
  );
}

const HAS = new Set(["has", "have"]);
/** A tie these begin is told before it may pass for a denial, or for what somebody was. */
const EARLY = new Set(["was", "were", "got", "had", "has"]);

/** What may be ordered so of someone known: "Sarah should be 29" is no wish. */
export const SHOULD_BE = firstOf(
  pattern("should actually|really|just* be"),
  pattern("needs|need|has|have|ought to actually|really* be"),
);
/** "should be older, like 60". */
const OLDER = pattern("much|a|bit|way|way* older|younger ,|(|:|-? like|maybe|say|about|around?");
const ORDERED = new Set(["age", "age_range", "occupation", "role"]);

function shouldBe(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const be = subject.referent.entry_id === undefined ? -1 : SHOULD_BE(s, index);
  if (be < 0) return undefined;
  const being = { subject: { ...subject, introduced: false }, past: false, plural: false, secret: false };
  const older = OLDER(s, be);
  const said = copulaAt(s, skipAdverbs(s, older > 0 ? older : be), talk, being);
  const fields = said?.fields.filter((field) => ORDERED.has(field.field)) ?? [];
  return said === undefined || fields.length === 0 ? undefined : told(said.to, fields);
}

export function skipAdverbs(s: Sentence, index: number): number {
  let here = index;
  while (ADVERBS.has(low(s, here))) here += 1;
  return here;
}

/** "not", "never", "does n't", "might": what follows is not told as so. */
function isDenied(s: Sentence, index: number): boolean {
  const word = low(s, index);
  if (NEGATIONS.has(word) || MODALS.has(word)) return true;
  const next = low(s, index + 1);
  return (
    at(s, index).type === "word" &&
    (next === "n't" || (next === "not" && ["do", "does", "did", "has", "had", "is", "was"].includes(word)))
  );
}

export { COPULAS, MODALS, NEGATIONS };
