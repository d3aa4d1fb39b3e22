import { low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { adjectivesAt } from "./adjectives.ts";
import { bareAge, type Read } from "./ages.ts";
import type { Discourse } from "./discourse.ts";
import { personPhraseAt } from "./noun-phrase.ts";

const JOINTS = new Set([",", "(", ")", "–", "-", "—"]);

/** What stands right beside a name, between commas or in brackets: "Leo, 12", "June (22, art student)". Stops at the first other thing. */
export function besideFacts(s: Sentence, index: number, talk: Discourse): Read {
  const fields: Read["fields"] = [];
  let to = index;
  let here = index;
  while (JOINTS.has(low(s, here))) {
    if (low(s, here) === ")") {
      to = here + 1;
      here = to;
      continue;
    }
    const piece = factAt(s, here + 1, talk);
    if (piece === undefined) break;
    fields.push(...piece.fields);
    to = piece.to;
    here = to;
  }
  return { fields, to };
}

function factAt(s: Sentence, index: number, talk: Discourse): Read | undefined {
  const simple = bareAge(s, index) ?? adjectivesAt(s, index, talk, true);
  if (simple !== undefined) return simple;
  const phrase = personPhraseAt(s, index, talk);
  return phrase !== undefined && (phrase.sure === "trade" || phrase.article !== "") && phrase.sure !== "guess"
    ? phrase
    : undefined;
}
