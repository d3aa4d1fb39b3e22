import { makeToken, type Token } from "./token.ts";

/** What people quote, link or paste is not what they say: code, links, platform mentions, quoted lines and rows of tables yield no tokens. */
const SKIPPED =
  "```[\\s\\S]{0,4000}?```|`[^`\\n]{1,400}`|https?:\\/\\/\\S{1,2000}|<[@#:!a-zA-Z][^>\\s]{0,80}>|^[ \\t]*>[^\\n]*$|^[ \\t]*\\|[^\\n]*\\|[ \\t]*$";
const QUOTED =
  "\"[^\"\\n]{1,400}\"|“[^”\\n]{1,400}”|«[^»\\n]{1,400}»|(?<![\\p{L}\\p{N}])['‘][\\p{L}\\p{N}][^'‘’\\n]{1,60}['’](?![\\p{L}\\p{N}])";
const WORD =
  "[\\p{L}\\p{N}]+(?:[\\u0300-\\u036f]|['’\\-‑][\\p{L}\\p{N}]|[.,:](?<=\\p{N}.)\\p{N}|[\\p{L}\\p{N}])*";
const MARK = "\\.{2,}|…|[.,;:!?()\\[\\]/&@#=*+%$€£|]|[-–—]+|\\n[ \\t]*\\n|\\n|\\p{Extended_Pictographic}";
const PATTERN = new RegExp(`(${SKIPPED})|(${QUOTED})|(${WORD})|(${MARK})`, "gmu");

/** Text → tokens. Linear: every alternative is bounded or cannot be re-entered. Contractions come apart: "she's" is "she" and "'s". */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  for (const match of text.matchAll(PATTERN)) {
    const [whole, skipped, quoted, word] = match;
    const start = match.index;
    const glued = start === last;
    last = start + whole.length;
    if (skipped !== undefined) continue;
    if (quoted !== undefined) tokens.push(makeToken("quote", quoted.slice(1, -1), start + 1, glued));
    else if (word !== undefined) pushWord(tokens, word, start, glued);
    else tokens.push(makeToken("mark", whole.startsWith("\n") ? newlines(whole) : whole, start, glued));
  }
  return tokens;
}

function newlines(whole: string): string {
  return whole.length > 1 ? "\n\n" : "\n";
}

/** Written without the apostrophe, as people type: where the word comes apart. */
const UNMARKED = new Map<string, number>([
  ...[
    "dont",
    "doesnt",
    "didnt",
    "isnt",
    "arent",
    "wasnt",
    "werent",
    "hasnt",
    "havent",
    "wont",
    "cant",
    "couldnt",
    "wouldnt",
    "shouldnt",
  ].map((word): [string, number] => [word, word.length - 2]),
  ...["shes", "hes", "whos", "whats", "wheres", "theres", "thats", "heres", "lets", "hows"].map(
    (word): [string, number] => [word, word.length - 1],
  ),
  ["im", 1],
  ["theyre", 4],
  ["youre", 3],
]);
const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;

function pushWord(tokens: Token[], word: string, start: number, glued: boolean): void {
  const bare = UNMARKED.get(word.toLowerCase());
  const cut = bare ?? CLITIC.exec(word)?.[1]?.length;
  if (cut === undefined) {
    tokens.push(makeToken(/^\p{N}/u.test(word) ? "number" : "word", word, start, glued));
    return;
  }
  const tail = word.slice(cut);
  tokens.push(makeToken(/^\p{N}/u.test(word) ? "number" : "word", word.slice(0, cut), start, glued));
  const clitic = makeToken("word", tail, start + cut, true);
  tokens.push(bare === undefined ? clitic : { ...clitic, low: fullClitic(clitic.low) });
}

function fullClitic(tail: string): string {
  return tail === "nt" ? "n't" : `'${tail}`;
}
