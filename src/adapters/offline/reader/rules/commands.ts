import { low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { readOpening } from "./opening.ts";

const VERBS = wordSet(
  "create add make delete remove rename change set update give introduce undo write generate invent draft list show tell who what where when how which why is are does do can could help",
);

/** The sentence asks or orders something of Backlot: no part of a scene's story. */
export function startsCommand(s: Sentence): boolean {
  const opening = readOpening(s);
  return opening.polite || VERBS.has(low(s, opening.index));
}
