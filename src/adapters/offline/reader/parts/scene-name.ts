import type { Mention } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import type { KnownEntry } from "../../../../ports/model.ts";
import { at, low, pattern, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Discourse } from "./discourse.ts";

/** A scene as the sentence names it. */
export interface SceneNamed {
  readonly mention: Mention;
  readonly to: number;
}

const MAX_TOKENS = 5;
const MAX_PLACE_TOKENS = 4;
const PLACED = pattern("in|at|on|with the|a?");
const HEADING = new Set(["int", "ext"]);
const PLACE_ENDS = new Set(["please", "and", "from", "is", "are", "to", "too", "now"]);
const SMALL = new Set(["the", "in", "at", "of", "'s"]);

/** "the diner scene", "scene 3", "the scene in the diner", "INT. DINER - NIGHT" at `index`. */
export function sceneNamed(s: Sentence, index: number, talk: Discourse): SceneNamed | undefined {
  const start = low(s, index) === "the" ? index + 1 : index;
  if (HEADING.has(low(s, start)) && at(s, start).cap) return headed(s, index, start, talk);
  if (low(s, start) === "scene") {
    const number = at(s, start + 1).type === "number" ? start + 2 : undefined;
    if (number !== undefined)
      return sceneOf(s, index, number, words(s, start, number), talk, words(s, start + 1, number));
    const place = PLACED(s, start + 1);
    const end = place < 0 ? place : placeEnd(s, place);
    return end <= place ? undefined : sceneOf(s, index, end, words(s, place, end), talk);
  }
  for (let to = start + 1; to < Math.min(start + MAX_TOKENS, s.tokens.length); to += 1) {
    if (low(s, to) === "scene" && start !== index)
      return sceneOf(s, index, to + 1, words(s, start, to), talk);
    if (at(s, to).type === "mark") return undefined;
  }
  return undefined;
}

function placeEnd(s: Sentence, index: number): number {
  let to = index;
  while (to < s.tokens.length && at(s, to).type !== "mark" && to - index < MAX_PLACE_TOKENS) {
    if (PLACE_ENDS.has(low(s, to))) break;
    to += 1;
  }
  return to;
}

/** A heading runs to the comma after it, or to the end. */
function headed(s: Sentence, index: number, start: number, talk: Discourse): SceneNamed | undefined {
  let to = start + 1;
  while (to < s.tokens.length && ![",", ";", "is", "are", "on", "too"].includes(low(s, to))) to += 1;
  if (to < start + 2) return undefined;
  const text = talk.text.slice(at(s, start).start, at(s, to - 1).end);
  const known = talk.known.find(nameKey(text)).filter((entry) => entry.kind === "scene");
  return { mention: mentionOf(s, index, to, text, known), to };
}

function sceneOf(
  s: Sentence,
  from: number,
  to: number,
  name: string,
  talk: Discourse,
  number?: string,
): SceneNamed {
  const parts = name.split(" ").filter((word) => !SMALL.has(word));
  const known = talk.known.all.filter((entry) => entry.kind === "scene" && fits(entry, parts, number));
  return { mention: mentionOf(s, from, to, name, known), to };
}

function mentionOf(
  s: Sentence,
  from: number,
  to: number,
  name: string,
  known: readonly KnownEntry[],
): Mention {
  const [only] = known;
  if (only === undefined || known.length > 1) return { name, ...spanOf(s, from, to) };
  return { name: only.name, ...spanOf(s, from, to), entry_id: only.entry_id };
}

function fits(entry: KnownEntry, parts: readonly string[], number: string | undefined): boolean {
  const name = ` ${entry.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  if (number !== undefined) return name.startsWith(` scene ${number} `) || name.startsWith(` ${number} `);
  return parts.every((part) => name.includes(` ${part} `));
}
