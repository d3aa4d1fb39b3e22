import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { copulaAt } from "./copula.ts";
import type { Discourse } from "./discourse.ts";
import { hasAt } from "./having.ts";
import { phraseEnd } from "./phrase.ts";
import { type Subject, type Told, told } from "./told.ts";
import { verbAt } from "./verbs.ts";

const ADVERBS = wordSet(
  "actually now really also always secretly just currently still already usually definitely clearly obviously deeply truly both constantly often only finally recently kinda once",
);
const COPULAS = wordSet("is 's was are were 're am be being");
const NEGATIONS = wordSet("not n't never no nor neither hardly barely nobody nothing none without");
const MODALS = wordSet(
  "might could would should may can will must shall 'd 'll wo ca cannot would've could've should've ought",
);

/**
 * What the verb at `index` and its words say of the subject. Undefined where nothing is recognised;
 * a Told without content where it is said that something is *not* so, or only may be.
 */
export function predicateAt(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  let here = skipAdverbs(s, index);
  const secret = low(s, here - 1) === "secretly" && here > index;
  if (isDenied(s, here)) return told(phraseEnd(s, here + 1));
  if (low(s, here) === "'s" && low(s, here + 1) === "got") return hasAt(s, here, talk, subject);
  if (COPULAS.has(low(s, here))) {
    const plural = ["are", "were", "'re"].includes(low(s, here));
    const past = ["was", "were"].includes(low(s, here));
    here = skipAdverbs(s, here + 1);
    if (NEGATIONS.has(low(s, here)) || isDenied(s, here)) return told(phraseEnd(s, here));
    return copulaAt(s, here, talk, {
      subject,
      past,
      plural,
      secret: secret || low(s, here - 1) === "secretly",
    });
  }
  return hasAt(s, here, talk, subject) ?? verbAt(s, here, talk, subject);
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
