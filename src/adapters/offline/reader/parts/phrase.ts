import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { decade } from "../words/numbers.ts";
import { adjectiveField } from "../words/traits.ts";
import { wordSet } from "../words/word-set.ts";

const SUBJECTS = wordSet("she he they it who i we you there his");
const OPENERS = wordSet(
  "with from age aged who whose which she he they it but his her their aka nicknamed always never loves wants hates born raised afraid scared terrified motivated driven obsessed someone somebody can let tell not",
);
const HABITS = wordSet(
  "is was has had wants needs fears dreams hopes loves hates works lives grew wears carries speaks drinks gambles runs owns comes believes hides can't cannot never always secretly keeps plays drives talks spends suffers struggles mentors employs can",
);
const NOT_HABITS = wordSet("years times days eyes looks parents friends kids children secrets");
const DEGREES = wordSet(
  "very super really so pretty quite extremely kinda totally too rather deeply bit little",
);
const FILLERS = wordSet(
  "now obviously ofc basically tbh btw lol haha too please instead anyway though ok okay again then right actually yeah",
);
const ORDERS = wordSet("make add delete remove rename set give change call");
/** What stands at the end of a clause. */
const CLOSED = wordSet("anymore now btw lol haha instead too tho though longer");
const DASH = /^[-–—]+$/;
const TRAILING = pattern("as well");

/** What is added to a whole sentence, and says nothing of its own. */
const AFTERWORD = firstOf(
  pattern("after all"),
  pattern("from now|here on"),
  pattern("these days"),
  pattern("at the moment"),
  pattern("rather than"),
  pattern("instead of"),
);

/** Where a told phrase ("expose corruption and save her brother") ends: before the next thing that is said, at most at the sentence's end. */
export function phraseEnd(s: Sentence, index: number): number {
  let to = index;
  let depth = 0;
  while (to < s.tokens.length) {
    const token = at(s, to);
    if (token.low === "(" || token.low === ")") {
      depth += token.low === "(" ? 1 : -1;
      if (to > index && (depth < 0 || token.low === "(")) break;
    }
    if (to > index && endsHere(s, to)) break;
    to += 1;
  }
  return to;
}

function endsHere(s: Sentence, index: number): boolean {
  const token = at(s, index);
  if (
    token.low === ";" ||
    token.low === "but" ||
    (token.low === "/" && !token.glued) ||
    (DASH.test(token.low) && !token.glued)
  )
    return true;
  if (token.low === "whose" || (CLOSED.has(low(s, index - 1)) && startsClause(s, index))) return true;
  if (token.low === "while" || token.low === "because") return token.low === "while";
  if (token.low === ",") return opensAnother(s, low(s, index + 1) === "and" ? index + 2 : index + 1);
  return token.low === "and" && (startsHabit(s, index + 1) || startsOrder(s, index + 1));
}

/** "… and make him her uncle": an order of its own. */
function startsOrder(s: Sentence, index: number): boolean {
  const whom = at(s, index + 1);
  return ORDERS.has(low(s, index)) && (whom.cap || ["him", "her", "them"].includes(whom.low));
}

/** After a comma: a new piece of description, not one more item of this phrase. */
function opensAnother(s: Sentence, index: number): boolean {
  const token = at(s, index);
  if (token.type === "number" || token.text === "" || token.low === "but" || OPENERS.has(token.low))
    return true;
  if (startsHabit(s, index) || adjectiveField(token.low) !== undefined || isAge(s, index)) return true;
  const tags = s.tags(index);
  if (tags.has("Gerund")) return true;
  if (["a", "an"].includes(token.low)) return true;
  if (
    DEGREES.has(token.low) &&
    (adjectiveField(low(s, index + 1)) !== undefined || s.tags(index + 1).has("Adjective"))
  )
    return true;
  return token.cap && HABITS.has(low(s, index + 1));
}

const ROUGHLY = wordSet("like about around maybe roughly approx in his her their early mid late");
const MAX_ROUGHLY = 3;

/** "early forties", "like 50ish", "in her 30s". */
function isAge(s: Sentence, index: number): boolean {
  for (let here = index; here <= index + MAX_ROUGHLY; here += 1) {
    const word = low(s, here).replace(/^(?:early|mid|late)-/, "");
    if (decade(word) !== undefined || /^(?:\d{1,2}|[a-z]+ty)-?(?:ish|something|odd)$/.test(word)) return true;
    if (at(s, here).type === "number" && here > index && /^\d{1,2}$/.test(word))
      return at(s, here + 1).text === "";
    if (!ROUGHLY.has(word)) return false;
  }
  return false;
}

/** "and is …", "and she …", "and wants …": another clause with a finite verb. */
export function startsHabit(s: Sentence, index: number): boolean {
  const word = low(s, index);
  if (SUBJECTS.has(word) || HABITS.has(word) || word === "also") return true;
  const next = low(s, index + 1);
  if (
    at(s, index).type === "word" &&
    ["is", "was", "has", "'s"].includes(next) &&
    (at(s, index).cap || next !== "'s")
  )
    return true;
  const tags = s.tags(index);
  return (
    tags.has("Verb") &&
    tags.has("PresentTense") &&
    !tags.has("Infinitive") &&
    !tags.has("Gerund") &&
    word.endsWith("s") &&
    !NOT_HABITS.has(word)
  );
}

/** [from, to) without "now", "btw", a comma or a dash at its end. */
export function trimEnd(s: Sentence, from: number, to: number): number {
  let end = to;
  while (end > from) {
    const token = at(s, end - 1);
    if (TRAILING(s, end - 2) === end && end - 2 > from) end -= 2;
    else if (FILLERS.has(token.low) || (token.type === "mark" && ![")", "%", "$"].includes(token.low)))
      end -= 1;
    else break;
  }
  return end;
}

/** "a detective hes a private eye", "a teacher anymore hes …": another clause, with no mark before it. */
const startsClause = (s: Sentence, index: number): boolean =>
  ["he", "she", "they"].includes(low(s, index)) && ["'s", "is", "'re", "are"].includes(low(s, index + 1));

/** Nothing more is said at `index`: the end, a mark, or a filler before one. */
export function endsAt(s: Sentence, index: number): boolean {
  const token = at(s, index);
  if (token.low === "/") return !["them", "her", "him", "o"].includes(low(s, index + 1)) && !token.glued;
  if (token.text === "" || (token.type === "mark" && token.low !== "%" && token.low !== "$")) return true;
  if (AFTERWORD(s, index) > index || startsClause(s, index)) return true;
  return FILLERS.has(token.low) || ["and", "but", "or", "who", "with", "not"].includes(token.low);
}
