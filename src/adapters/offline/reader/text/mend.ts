import { wordNumber } from "../../../../lib/number-words.ts";
import { personNoun } from "../words/people.ts";
import { wordSet } from "../words/word-set.ts";
import { fillerAt } from "./filler.ts";
import { END_TOKEN } from "./match.ts";
import type { Token } from "./token.ts";

/** As people type on a phone; only where it stands in small letters. */
const SHORT = new Map([
  ["n", "and"],
  ["nd", "and"],
  ["r", "are"],
  ["u", "you"],
  ["ur", "your"],
  ["bc", "because"],
  ["cuz", "because"],
  ["coz", "because"],
  ["w", "with"],
  ["lil", "little"],
  ["char", "character"],
  ["loc", "location"],
  ["caled", "called"],
  ["calld", "called"],
  ["nmaed", "named"],
  ["namd", "named"],
  ["charcter", "character"],
  ["charachter", "character"],
  ["caracter", "character"],
  ["charecter", "character"],
  ["chracter", "character"],
  ["charactor", "character"],
  ["caharacter", "character"],
  ["personage", "character"],
]);
const HE = new Set(["he", "she", "it", "who"]);
const AFRAID = new Set(["afraid", "scared", "terrified", "frightened", "fear"]);
const YEARS = new Set(["years", "yrs", "year"]);
const OPENS = wordSet(
  "dude bro yo ngl tbh honestly listen look hey hiya hi hii hiii hello omg okok kk welp lol haha psst ooh",
);
const STORY = new Set(["story", "film", "movie", "script", "history", "tale"]);
const OURS = wordSet(
  "guy girl dude kid villain hero heroine protagonist antagonist lead main character story film movie script short",
);
const SAID_TO_BE = new Set(["a", "an", "called", "named"]);
const STOPS = new Set([".", "!", "?", "…", "\n", "\n\n"]);

/**
 * The same tokens with what is typed in haste, or put together as in another tongue, read as what it stands for: "n" is
 * "and", "she have 30 years" is "she is 30 years". Only `low` changes and whole tokens go, so every place stays true.
 */
export function mend(tokens: readonly Token[]): Token[] {
  const spelled = tokens.map(spell);
  const kept: Token[] = [];
  let point = 1;
  for (let index = 0; index < spelled.length; ) {
    if (isPoint(spelled, index, point) && (point > 1 || wordNumber(kept.at(-1)?.low ?? "") === undefined)) {
      kept.push({ ...(spelled[index] ?? END_TOKEN), low: "\n" });
      point += 1;
      index += 3;
      continue;
    }
    const gone = goneAt(spelled, index, kept.at(-1)) || fillerAt(spelled, index, kept);
    if (gone > 0) {
      index += gone;
      continue;
    }
    kept.push(inContext(spelled, index, kept));
    index += 1;
  }
  return kept;
}

/** "(1) … (2) …": the points of a list in one line, from the first on. */
function isPoint(tokens: readonly Token[], index: number, point: number): boolean {
  const [open, number, close] = tokens.slice(index, index + 3);
  return open?.low === "(" && number?.low === String(point) && close?.low === ")" && point < 20;
}

/** Pointing at a name is as good as a colon. */
const POINTERS = new Set(["👉", "➡"]);

function spell(token: Token): Token {
  if (POINTERS.has(token.text)) return { ...token, low: ":" };
  const full = token.type === "word" && token.text === token.low ? SHORT.get(token.low) : undefined;
  return full === undefined || token.glued ? token : { ...token, low: full };
}

/** How many tokens from `index` on say nothing of their own. */
function goneAt(tokens: readonly Token[], index: number, before: Token | undefined): number {
  const [one, two, three, four] = [0, 1, 2, 3].map((gap) => tokens[index + gap] ?? END_TOKEN) as [
    Token,
    Token,
    Token,
    Token,
  ];
  const starts = before === undefined || STOPS.has(before.low);
  if (starts && OPENS.has(one.low) && two.type === "word" && !two.glued) return 1;
  if (starts && OPENS.has(one.low) && two.low === ",") return 2;
  if (one.low === "asap" && two.low === ":") return 1;
  if (starts && one.low === "so" && two.low === "basically") return 2;
  if (starts && one.low === "in" && ["the", "my", "our", "this"].includes(two.low) && STORY.has(three.low))
    return four.low === "," || four.low === "is" ? 4 : ["there", "we"].includes(four.low) ? 3 : 0;
  if (starts && one.low === "next" && two.low === "up") return three.low === "," ? 3 : 2;
  if (starts && one.low === "set" && two.low === ":" && four.low === "=") return 2;
  if (one.low === "be" && before?.text.toLowerCase() === "will" && before.low === "is") return 1;
  if (one.low === "*" && (one.glued || two.glued)) return 1;
  if (LIKENESS.has(one.low) && two.low === "me" && before !== undefined && isClose(three)) return 2;
  if (one.low === "(" && ASIDES.has(two.low) && three.low === ")") return 3;
  if (one.low === "what" && ["you", "we", "they", "one"].includes(two.low) && isCopula(before)) {
    if (["'d", "would", "might"].includes(three.low) && four.low === "call") return 4;
    if (three.low === "call") return 3;
  }
  // "is going to be called Lulu" is a new name, "is called Lulu" one more.
  if (one.low === "gonna" && two.low === "be" && isCopula(before) && !isCalled(three)) return 2;
  if (one.low === "going" && two.low === "to" && three.low === "be" && isCopula(before) && !isCalled(four))
    return 3;
  return 0;
}

const LIKENESS = new Set(["like", "as"]);
const ASIDES = wordSet("lol haha hehe lmao sorry obviously duh hi yes yeah ugh");
const isClose = (token: Token): boolean => token.type === "mark";

const isCalled = ({ low }: Token): boolean => low === "called" || low === "named";

const isCopula = (token: Token | undefined): boolean => ["is", "'s", "are"].includes(token?.low ?? "");

const GUESSES = wordSet("maybe probably prob perhaps possibly like say");
/** "maybe six years old", "probably 40ish": how old somebody is may be told roughly. */
const isAgeNext = (next: Token, after: Token): boolean =>
  /^\d\d?(?:-?ish|s)$/.test(next.low) ||
  (wordNumber(next.low) !== undefined &&
    (YEARS.has(after.low) || /^(?:yo|y\.?o|year-old|yr-old)$/.test(after.low)));

function inContext(tokens: readonly Token[], index: number, kept: readonly Token[]): Token {
  const token = tokens[index] ?? END_TOKEN;
  const next = tokens[index + 1] ?? END_TOKEN;
  const after = tokens[index + 2] ?? END_TOKEN;
  const before = kept.at(-1);
  const low = willPlay(tokens, index) ? "is" : meaning(token, next, after, before, kept.at(-2));
  return low === undefined ? token : { ...token, low };
}

/** "Gus will be the villain"; who "will be the lead" may be an actor. */
function willPlay(tokens: readonly Token[], index: number): boolean {
  const [will, be, the, part] = [0, 1, 2, 3].map((gap) => tokens[index + gap]?.low ?? "");
  if (will !== "will" || be !== "be" || !["the", "our"].includes(the ?? "")) return false;
  const noun = personNoun(part ?? "");
  return noun?.archetype !== undefined || ["hero", "heroine", "protagonist"].includes(part ?? "");
}

const ONE_AGE = /^\d\ds?$/;
/** "Lou / 24 / barista": an age on one side, and none on the other. */
const isSlash = (token: Token, next: Token, before: Token | undefined): boolean =>
  token.low === "/" &&
  before !== undefined &&
  token.start > before.end &&
  next.start > token.end &&
  ONE_AGE.test(next.low) !== ONE_AGE.test(before.low);

function meaning(
  token: Token,
  next: Token,
  after: Token,
  before: Token | undefined,
  earlier: Token | undefined,
): string | undefined {
  if (token.low === "|") return "\n";
  if (isSlash(token, next, before)) return ",";
  if (token.type !== "word") return undefined;
  if (token.low === "have" || token.low === "has") {
    if (next.type === "number" && YEARS.has(after.low)) return "is";
    const one = HE.has(before?.low ?? "") || (before?.cap === true && before.type === "word");
    return one && !["and", "&", ","].includes(earlier?.low ?? "") ? "has" : undefined;
  }
  if (token.text === "id" && ["like", "love"].includes(next.low)) return "we";
  if (before?.low === "we" && before.text === "id") return "want";
  if (token.low === "will" && next.low === "be")
    return SAID_TO_BE.has(after.low) || after.cap ? "is" : undefined;
  if (GUESSES.has(token.low) && isAgeNext(next, after) && before !== undefined) return "about";
  if (token.low === "from" && AFRAID.has(before?.low ?? "")) return "of";
  if (token.low === "my" && (OURS.has(next.low) || OURS.has(after.low))) return "our";
  if (
    token.low === "one" &&
    ((before === undefined && !["of", "thing", "day"].includes(next.low)) ||
      ["is", "add", "create", "has"].includes(before?.low ?? "")) &&
    next.type === "word"
  )
    return "a";
  if (token.low === "of" && next.type === "number" && YEARS.has(after.low)) return "aged";
  return undefined;
}
