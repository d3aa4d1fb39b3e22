import { createRequire } from "node:module";
import type nlp from "compromise/two";
import type { Token } from "./token.ts";

type Nlp = typeof nlp;
interface TaggedTerm {
  readonly text: string;
  readonly tags: readonly string[];
}

const NONE: ReadonlySet<string> = new Set();
let loaded: Nlp | undefined;

/** Part-of-speech and name tags (compromise's own: FirstName, Adjective, City …), one set a token. Loads the library on first use. */
export function tagTokens(tokens: readonly Token[]): ReadonlySet<string>[] {
  const words = tokens.flatMap((token, index) => (token.type === "mark" ? [] : [index]));
  const terms = words.map((index) => ({
    text: tokens[index]?.text ?? "",
    normal: tokens[index]?.low ?? "",
    pre: "",
    post: after(tokens[index + 1]),
    tags: new Set<string>(),
  }));
  const tagged = library()([{ terms }] as unknown as string).json() as { terms: TaggedTerm[] }[];
  const found = (tagged[0]?.terms ?? []).filter((term) => term.text !== "");
  const sets: ReadonlySet<string>[] = tokens.map(() => NONE);
  words.forEach((index, place) => {
    sets[index] = new Set(found[place]?.tags ?? []);
  });
  return sets;
}

/** A colon would make an exclamation of the name before it. */
function after(token: Token | undefined): string {
  if (token?.type !== "mark") return " ";
  return token.text === ":" ? ", " : `${token.text} `;
}

/** Loading takes about a quarter of a second, so that the first message should not be the one to pay for it. */
export function loadTagger(): void {
  library()("Sarah meets John");
}

function library(): Nlp {
  loaded ??= createRequire(import.meta.url)("compromise/two") as Nlp;
  return loaded;
}
