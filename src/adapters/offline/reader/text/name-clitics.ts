import type { KnownEntry } from "../../../../ports/model.ts";
import { wordSet } from "../words/word-set.ts";
import type { Token } from "./token.ts";

/** After a name these say that its "s" is "is": "sarahs 31 btw", "toms a chef now". */
const COPULA_NEXT = wordSet(
  "a an the not now actually really just about also dead always never pregnant gay married divorced engaged dating unemployed retired like still already only too from basically",
);
const AFTER_NUMBER = wordSet(
  "years yrs yr yo now btw and not lol too actually then instead but today sry sorry",
);
const MIN_CHARS = 4;

/** The same tokens with "sarahs" come apart where it can only be "Sarah is"; places stay true. */
export function splitNames(tokens: readonly Token[], known: readonly KnownEntry[]): readonly Token[] {
  const places = tokens.flatMap((token, index) =>
    mayBe(token, tokens[index + 1], tokens[index + 2]) ? [index] : [],
  );
  if (places.length === 0) return tokens;
  const names = new Set<string>();
  for (const { kind, name } of known) {
    if (kind !== "character") continue;
    const words = name.toLowerCase().split(" ");
    for (const word of words) names.add(word);
  }
  const own = new Set(places.filter((index) => isOwn(tokens[index]?.low ?? "", names)));
  return own.size === 0
    ? tokens
    : tokens.flatMap((token, index) => (own.has(index) ? apart(token) : [token]));
}

function mayBe(token: Token, next: Token | undefined, after: Token | undefined): boolean {
  if (token.type !== "word" || token.glued || token.low.length < MIN_CHARS || !token.low.endsWith("s"))
    return false;
  if (next === undefined || next.glued) return false;
  if (next.type === "number")
    return after === undefined || after.type === "mark" || AFTER_NUMBER.has(after.low);
  return COPULA_NEXT.has(next.low);
}

const stemOf = (word: string): string => word.slice(0, -1);
const isOwn = (word: string, names: ReadonlySet<string>): boolean =>
  names.has(stemOf(word)) && !names.has(word);

function apart(token: Token): Token[] {
  const cut = token.text.length - 1;
  const name = { ...token, text: token.text.slice(0, cut), low: token.low.slice(0, cut), end: token.end - 1 };
  const is = { ...token, text: "s", low: "'s", start: token.end - 1, cap: false, glued: true };
  return [name, is];
}
