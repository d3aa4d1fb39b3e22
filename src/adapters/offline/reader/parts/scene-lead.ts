import { wordNumber } from "../../../../lib/number-words.ts";
import { at, firstOf, low, type Pattern, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isTimeOfDay } from "../words/times.ts";

/** How a scene is announced: where what is told of it begins, and what that must hold to be one. */
export interface SceneLead {
  readonly after: number;
  /** The index of the word "scene", or of the first word where it is not said. */
  readonly noun: number;
  readonly number: number | undefined;
  /** "told": its cast must be named; "placed": a place, a time or its cast; "staged": a place and its cast; "slug": a place and one of the others; "acted": one of its cast must come first; "sure": anything. */
  readonly wants: "told" | "placed" | "staged" | "slug" | "acted" | "sure";
}

const ORDINAL = pattern(
  "opening|first|second|third|fourth|fifth|final|last|closing|next|new|another|ending|pre-credits|very*",
);
const NOUN = pattern("scene|sc|scn");
const TAKES = firstOf(
  pattern("is|'s set? in|at|on|inside|outside|near"),
  pattern("takes|happens|plays|opens|starts|begins place? in|at|on|inside|outside|with|near"),
);
const IS = pattern("is|'s just|when|where|about*");
const OPENS = firstOf(
  pattern("we open|start|begin|fade|cut|come|close|end|finish on|in|at|with|inside|outside|to|out"),
  pattern("we fade|go out on"),
  pattern("then? we see|find|are|cut with|on|to|in|at?"),
  pattern("we fade|come in|up on"),
  pattern("open|start|begin on|with"),
  pattern(
    "the|our|this film|movie|story|script|episode|pilot|short opens|starts|begins|ends on|in|at|with|inside|outside",
  ),
);
const CUTS = firstOf(
  pattern("then? smash|hard|match? cut to"),
  pattern("fade in|up|to on? :?"),
  pattern("dissolve to"),
);
const WISHED = pattern("i|we want|need|see|have");
const IN_SCENE = pattern("in|for|during the? scene|sc");
const IN_NEXT = pattern("in the next|final|last|opening|closing|first scene ,?");
const SIDE = firstOf(pattern("int|ext / int|ext"), pattern("interior|exterior|int|ext"));
export const PREPOSITIONS = new Set(["in", "at", "on", "inside", "outside"]);
/** Taken for mere talk where a sentence begins with it. */
const PASSED = new Set(["next", "first", "second", "third"]);
const ACTS = new Set("the then a another this".split(" "));
const MARKS = new Set([":", ",", "–", "-", "—", ".", "("]);

/** "4", "four" and "#4" → "4". */
export function sceneNumber(s: Sentence, index: number): string | undefined {
  const token = at(s, index);
  if (token.type === "number") return token.text;
  const number = wordNumber(token.low);
  return number === undefined ? undefined : String(number);
}

/** How a scene is brought up without an order: "scene two:", "the next scene is in …", "we open on …", "cut to …", "in scene 3 …". */
export function sceneLead(s: Sentence, index: number): SceneLead | undefined {
  return bySceneNoun(s, index) ?? byVerb(s, index) ?? inScene(s, index) ?? bySide(s, index);
}

const WE = firstOf(
  pattern(
    "we|i|i'd|let 's|us|'d|'ll|will|must|should|could|would* like? to? add|shoot|film|need|want|have|do|put|insert",
  ),
  pattern("add|insert|also|then|and|there's"),
  pattern("there 's|is"),
);
const SOME = pattern(
  "a|an|the|one|another|more|new|last|first|second|third|final|opening|closing|key|big|other|extra|quick|little|short|tiny|whole|missing*",
);
const ASIDE = new Set(
  "which that i we from in on at not for with my no just straight inspired outside inside near ,".split(" "),
);
const MAX_ASIDE = 24;

/** "a scene which the book does not have: …", "scene i woke up with: …", "the final scene on the ferry: …": it is told after the colon. */
export function sceneAside(s: Sentence, index: number): SceneLead | undefined {
  const noun = SOME(s, Math.max(WE(s, index), index));
  if (NOUN(s, noun) < 0 || !ASIDE.has(low(s, noun + 1))) return undefined;
  for (let here = noun + 2; here < Math.min(noun + MAX_ASIDE, s.tokens.length - 2); here += 1)
    if (low(s, here) === ":") return { after: here + 1, noun, number: undefined, wants: "acted" };
  return undefined;
}

/** "Interior. Diner. Night. …": a slug line in words. */
function bySide(s: Sentence, index: number): SceneLead | undefined {
  const side = index === 0 && s.line !== undefined ? SIDE(s, index) : -1;
  if (side < 0) return undefined;
  return { after: index, noun: index, number: undefined, wants: "slug" };
}

function bySceneNoun(s: Sentence, index: number): SceneLead | undefined {
  const start = ACTS.has(low(s, index)) ? index + 1 : index;
  const ordinal = ORDINAL(s, start);
  const noun = isTimeOfDay(low(s, ordinal)) ? ordinal + 1 : ordinal;
  if (NOUN(s, noun) < 0) return undefined;
  const number = numberAt(s, noun + 1);
  const idea = low(s, noun + 1) === "idea" ? noun + 2 : noun + 1;
  const after = number === undefined ? idea : number + 1;
  const counted = ordinal > start || PASSED.has(low(s, index - 1));
  const named = number !== undefined || counted;
  if (!named && low(s, noun) !== "scene") return undefined;
  const when = named || low(s, noun) === "scene" ? whenAt(s, after) : -1;
  if (when > 0) return { after: when, noun, number, wants: "placed" };
  if (MARKS.has(low(s, after)))
    return { after, noun, number, wants: low(s, after) === ":" || number !== undefined ? "sure" : "placed" };
  if (at(s, after).text === "" && named) return { after, noun, number, wants: "placed" };
  if (low(s, noun) === "scene" && PREPOSITIONS.has(low(s, after)))
    return { after, noun, number, wants: "staged" };
  const takes = TAKES(s, after);
  if (takes > 0 && named) return { after: takes - 1, noun, number, wants: "placed" };
  const is = named ? IS(s, after) : -1;
  return is > 0 ? { after: is, noun, number, wants: "told" } : undefined;
}

const WHEN = pattern("right|just? after|before|during|between|following");
const MAX_WHEN = 8;
/** "new scene after the prom: …": when in the story it comes. */
function whenAt(s: Sentence, index: number): number {
  if (WHEN(s, index) < 0) return -1;
  for (let here = index + 1; here < Math.min(index + MAX_WHEN, s.tokens.length); here += 1)
    if ([":", "–", "—", "-"].includes(low(s, here))) return here + 1;
  return -1;
}

function numberAt(s: Sentence, index: number): number | undefined {
  const here = ["#", "number", "no"].includes(low(s, index)) ? index + 1 : index;
  return sceneNumber(s, here) === undefined ? undefined : here;
}

function byVerb(s: Sentence, index: number): SceneLead | undefined {
  for (const match of [OPENS, CUTS] satisfies Pattern[]) {
    const to = match(s, index);
    if (to <= index || at(s, to).text === "") continue;
    const after = PREPOSITIONS.has(low(s, to - 1)) && low(s, to - 1) !== "on" ? to - 1 : to;
    return { after, noun: index, number: undefined, wants: "told" };
  }
  return undefined;
}

/** "in scene 2 John breaks in": somebody of the film must do something there. */
function inScene(s: Sentence, index: number): SceneLead | undefined {
  const to = IN_SCENE(s, index);
  const number = to < 0 ? undefined : numberAt(s, to);
  const later = IN_NEXT(s, index);
  if (number === undefined)
    return later < 0 ? undefined : { after: later, noun: later - 1, number, wants: "told" };
  const next = [",", ":"].includes(low(s, number + 1)) ? number + 2 : number + 1;
  const after = Math.max(WISHED(s, next), next);
  return { after, noun: to - 1, number, wants: "told" };
}
