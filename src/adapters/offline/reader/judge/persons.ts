import type { Discourse } from "../parts/discourse.ts";
import { sightsOf } from "./sights.ts";
import learned from "./weights.json" with { type: "json" };

/** How likely it has to be that a new name is somebody of the story. */
const ENOUGH = 0.65;
const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(learned.weights));

/**
 * The keys of those new names in a message that are likely somebody of the story, going by what stands around them. The
 * weights are learned from the labelled messages of test/eval that are not kept aside, by bench/train-judge.ts
 * (logistic regression); the rules say what is told of whoever bears the name.
 */
export function likelyPersons(talk: Discourse): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { key, signs } of sightsOf(talk)) if (likelihood(signs) >= ENOUGH) keys.add(key);
  return keys;
}

/** Between 0 and 1. */
function likelihood(signs: ReadonlySet<string>): number {
  let sum = learned.bias;
  for (const sign of signs) sum += WEIGHTS.get(sign) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
