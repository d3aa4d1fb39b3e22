import type { Sentence } from "./sentences.ts";
import type { Token } from "./token.ts";

export const END_TOKEN: Token = {
  type: "mark",
  text: "",
  low: "",
  start: 0,
  end: 0,
  cap: false,
  glued: false,
};

export interface SpanOf {
  readonly start: number;
  readonly end: number;
}

export function at(s: Sentence, index: number): Token {
  return s.tokens[index] ?? END_TOKEN;
}

/** The lower-case word at `index`; "" before the start and past the end. */
export function low(s: Sentence, index: number): string {
  return s.tokens[index]?.low ?? "";
}

/** The words of [from, to) in lower case, one space between. */
export function words(s: Sentence, from: number, to: number): string {
  return s.tokens
    .slice(from, to)
    .map((token) => token.low)
    .join(" ");
}

export function spanOf(s: Sentence, from: number, to: number): SpanOf {
  return { start: at(s, from).start, end: at(s, Math.max(from, to - 1)).end };
}

interface Part {
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
  readonly repeated: boolean;
}
export type Pattern = (s: Sentence, index: number) => number;

/**
 * A pattern over words: "there is|'s a|an" – alternatives by "|", "?" after a word makes it optional, "*" any number of times.
 * The answer is the index after the match, or -1. A comma is the word ",".
 */
export function pattern(source: string): Pattern {
  const parts = source.split(" ").map((raw): Part => {
    const suffix = raw.length > 1 ? raw.at(-1) : "";
    const bare = suffix === "?" || suffix === "*" ? raw.slice(0, -1) : raw;
    return {
      words: new Set(bare.split("|")),
      optional: suffix === "?" || suffix === "*",
      repeated: suffix === "*",
    };
  });
  return (s, index) => {
    let here = index;
    for (const part of parts) {
      if (!part.words.has(low(s, here))) {
        if (part.optional) continue;
        return -1;
      }
      here += 1;
      while (part.repeated && part.words.has(low(s, here))) here += 1;
    }
    return here;
  };
}

/** The match of the first pattern that has one, or -1. */
export function firstOf(...patterns: readonly Pattern[]): Pattern {
  return (s, index) => {
    for (const one of patterns) {
      const to = one(s, index);
      if (to >= 0) return to;
    }
    return -1;
  };
}
