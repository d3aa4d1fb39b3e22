import type { Request } from "../../../../domain/reading/reading.ts";
import { wordNumber } from "../../../../lib/number-words.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";

type Undo = Extract<Request, { type: "undo" }>;

/** What is to be taken back of somebody's, and where the words for it end; `about`: whom it was about follows. */
interface BackOf {
  readonly request: Undo & { readonly by: string };
  readonly to: number;
  readonly about: boolean;
}

const WHAT = firstOf(
  pattern("everything|all|whatever|anything that?"),
  pattern("what ever?"),
  pattern("the last|latest|newest thing|things|message|line that?"),
);
const SAID = firstOf(
  pattern("has|have|had|'s|just|only* said|says|wrote|mentioned|noted|told you?"),
  pattern("has|have|had|'s|just|only* added|changed|did|done|edited|made|put|entered|posted in?"),
);
const WHEN = pattern(",|today|here|now|just|earlier|before|again|please*");
const OWNED = pattern(
  "'s|' last|latest|previous|newest|recent? one|two|three|four|five|ten|2|3|4|5|10? change|changes|edit|edits|update|updates|message|messages|additions|words|work",
);
const BY = pattern(
  "all|the|of|last|latest|newest|recent|two|three|four|five|2|3|4|5* change|changes|edit|edits|update|updates by|from",
);
const ABOUT = firstOf(pattern("about|on|regarding|to"), pattern("of"));
const NOBODY = wordSet(
  "i you we he she they it me him her us them my your our his their this that everyone everybody somebody someone people the a an was is were not bot scene changes change edits edit updates update things thing words ever never all last of",
);
const MAX_NAME_WORDS = 3;

/** "undo what Ana said", "take back everything Ana told you about Tom", "undo Ana's last two changes": of somebody who talks here. */
export function backOf(s: Sentence, from: number): BackOf | undefined {
  const what = WHAT(s, from);
  const said = what > from ? saidBy(s, from, what) : undefined;
  if (said !== undefined) return said;
  const by = BY(s, from);
  if (by > from) {
    const to = nameEnd(s, by, (here) => (ABOUT(s, here) > here || endsHere(s, here) ? here : -1));
    return to && backBy(s, from, by, to.name, to.to);
  }
  const owned = nameEnd(s, from, (here) => OWNED(s, here));
  return owned && backBy(s, from, from, owned.name, owned.to);
}

function saidBy(s: Sentence, from: number, what: number): BackOf | undefined {
  const said = nameEnd(s, what, (here) => SAID(s, here));
  return said && backBy(s, from, what, said.name, said.to);
}

function backBy(s: Sentence, from: number, name: number, nameTo: number, end: number): BackOf {
  const to = Math.max(end, WHEN(s, end));
  const spoken = [...lows(s, from, name), ...lows(s, nameTo, end)];
  const count = spoken.map((word) => wordNumber(word) ?? 1).find((number) => number > 1);
  const all = spoken.some((word) => ["all", "everything", "whatever", "anything"].includes(word));
  const about = ABOUT(s, to);
  const by = lows(s, name, nameTo).length > 0 ? textOf(s, name, nameTo) : "";
  return {
    request: { type: "undo", by, ...(count === undefined ? {} : { count }), ...(all ? { all } : {}) },
    to: about > to ? about : to,
    about: about > to,
  };
}

/** A name of up to three words before something: where each of them ends. */
function nameEnd(
  s: Sentence,
  from: number,
  after: (here: number) => number,
): { name: number; to: number } | undefined {
  const start = low(s, from) === "@" ? from + 1 : from;
  for (let name = start + 1; name <= start + MAX_NAME_WORDS; name += 1) {
    const word = at(s, name - 1);
    if (word.type === "mark" || word.text === "" || NOBODY.has(word.low)) return undefined;
    const to = after(name);
    if (to >= name && to > 0) return { name, to };
  }
  return undefined;
}

const endsHere = (s: Sentence, index: number): boolean => Math.max(WHEN(s, index), index) >= s.tokens.length;

const lows = (s: Sentence, from: number, to: number): string[] =>
  s.tokens.slice(from, to).map(({ low: word }) => word);

const textOf = (s: Sentence, from: number, to: number): string =>
  s.tokens
    .slice(low(s, from) === "@" ? from + 1 : from, to)
    .map(({ text }) => text)
    .join(" ");
