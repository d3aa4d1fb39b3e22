import type { Discourse } from "../parts/discourse.ts";
import { sightsOf, type Whose } from "./sights.ts";
import learned from "./weights.json" with { type: "json" };

/**
 * How likely it has to be that a new name is somebody of the story, and that something is told of one who is known there.
 * A known one may be spoken of for many reasons.
 */
export const ENOUGH: Readonly<Record<Whose, number>> = { new: 0.65, known: 0.74 };
const WEIGHTS: Readonly<Record<Whose, ReadonlyMap<string, number>>> = {
  new: new Map(Object.entries(learned.new.weights)),
  known: new Map(Object.entries(learned.known.weights)),
};

/**
 * The keys of those new names in a message that are likely somebody of the story, or of those known names of which it
 * likely tells something, going by what stands around them. The weights are learned from the labelled messages of
 * test/eval that are not kept aside, by bench/train-judge.ts (logistic regression); the rules say what is told.
 */
export function likelyNames(talk: Discourse, whose: Whose): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { key, signs } of sightsOf(talk, whose))
    if (likelihood(signs, whose) >= ENOUGH[whose]) keys.add(key);
  return keys;
}

/** Between 0 and 1. */
function likelihood(signs: ReadonlySet<string>, whose: Whose): number {
  let sum = learned[whose].bias;
  for (const sign of signs) sum += WEIGHTS[whose].get(sign) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
