import { runsOn } from "./run-on.ts";
import { tagTokens } from "./tagger.ts";
import type { Token } from "./token.ts";

export interface Sentence {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
  /** Ends with a question mark. */
  readonly asks: boolean;
  /** A new line begins here, with or without a bullet before it. */
  readonly line: "plain" | "bullet" | undefined;
  /** The tags of each token; made when first asked for. */
  readonly tags: (index: number) => ReadonlySet<string>;
}

const ENDS = new Set([".", "!", "?", "…", "\n", "\n\n"]);
const ABBREVIATIONS = new Set(
  "dr mr mrs ms st jr sr prof vs int ext est lt sgt capt det gen col rev hon mt ft pop".split(" "),
);
const NO_TAGS: ReadonlySet<string> = new Set();

/** Tokens → sentences, in order. A line end, an emoji and a full stop end one; "Dr." and "J." do not. */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let current: Token[] = [];
  let line: Sentence["line"] = "plain";
  const close = (asks: boolean, next: Sentence["line"]): void => {
    if (current.length > 0) sentences.push(makeSentence(current, asks, line));
    if (current.length > 0 || next !== undefined) line = next;
    current = [];
  };
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (current.length === 0 && line !== undefined && isItemMark(token, tokens[index - 1], next)) {
      line = "bullet";
      return;
    }
    if (runsOn(current, token, next)) close(false, undefined);
    if (token.type !== "mark") current.push(token);
    else if (isEnd(token)) {
      if (token.low === "." && isAbbreviation(tokens[index - 1], token, next)) return;
      close(token.low === "?", token.low.startsWith("\n") ? "plain" : undefined);
    } else if (current.length === 0 && (token.low === "*" || token.low === "-" || token.low === "–"))
      line = "bullet";
    else current.push(token);
  });
  close(false, undefined);
  return sentences;
}

/** "1." and "2)" at the start of a line, both the number and its mark. */
function isItemMark(token: Token, before: Token | undefined, next: Token | undefined): boolean {
  const [number, mark] = token.type === "number" ? [token, next] : [before, token];
  if (number?.type !== "number" || mark === undefined || ![".", ")"].includes(mark.low)) return false;
  return mark.glued && /^\d{1,3}$/.test(number.low);
}

function isEnd(token: Token): boolean {
  return ENDS.has(token.low) || token.low.startsWith("..") || /\p{Extended_Pictographic}/u.test(token.low);
}

function isAbbreviation(before: Token | undefined, stop: Token, next: Token | undefined): boolean {
  if (before === undefined || !stop.glued || next === undefined || next.low.startsWith("\n")) return false;
  if (ABBREVIATIONS.has(before.low)) return true;
  return before.cap && before.text.length === 1 && before.low !== "i" && next.cap;
}

/** The sentence with only these of its tokens, tagged as they then stand. */
export const withTokens = (s: Sentence, tokens: readonly Token[]): Sentence => ({
  ...makeSentence(tokens, s.asks, s.line),
  end: s.end,
});

function makeSentence(tokens: readonly Token[], asks: boolean, line: Sentence["line"]): Sentence {
  let tags: ReadonlySet<string>[] | undefined;
  return {
    tokens,
    start: tokens[0]?.start ?? 0,
    end: tokens.at(-1)?.end ?? 0,
    asks,
    line,
    tags: (index) => {
      tags ??= tagTokens(tokens);
      return tags[index] ?? NO_TAGS;
    },
  };
}
