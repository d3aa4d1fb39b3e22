import type { OperationType } from "../../../../domain/operation.ts";
import { numberAt } from "../parts/ages.ts";
import type { Discourse } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { bulkSelected } from "./bulk-selected.ts";
import { isHedged } from "./mood.ts";
import { type Rule, requests } from "./rule.ts";
import { WRITE } from "./write-words.ts";

const BULK = new Map<string, OperationType>([
  ...[
    "characters",
    "people",
    "extras",
    "villains",
    "suspects",
    "heroes",
    "sidekicks",
    "guys",
    "personas",
  ].map((word): [string, OperationType] => [word, "characters"]),
  ...["locations", "places", "sets", "settings"].map((word): [string, OperationType] => [word, "locations"]),
  ...["scenes"].map((word): [string, OperationType] => [word, "scenes"]),
  ...["relationships", "relations"].map((word): [string, OperationType] => [word, "relationships"]),
]);
const COUNTS = firstOf(pattern("a couple of"), pattern("a few"), pattern("several"));
/** "give them 5 more relationships". */
const GIVE_ALL = pattern("give|get|find them|everyone|everybody all?");
const AMONG_ALL =
  /\b(?:between|among|for|to) (?:them|everyone|everybody|(?:all )?(?:the |of the )?characters|each other)\b ?/i;
const NAMING = /\b(?:between|among|for|to|with|of|from)\b/i;
const MAX_BRIEF_WORDS = 8;

/** "create 10 characters at once", "make five background locations", "I need a dozen extras", "summarise all scenes". */
export const bulk: Rule = (s, index, talk) => bulkSelected(s, index, talk) ?? counted(s, index, talk);

const counted: Rule = (s, index, talk) => {
  const verb = Math.max(WRITE(s, index), GIVE_ALL(s, index));
  const from = verb < 0 ? index : verb;
  const count = countAt(s, from);
  if (count === undefined || isHedged(s)) return undefined;
  if (verb < 0 && !["more"].includes(low(s, count.to))) return undefined;
  for (let here = count.to; here < Math.min(count.to + MAX_BRIEF_WORDS, s.tokens.length); here += 1) {
    const operation = at(s, here).type === "word" ? BULK.get(low(s, here)) : undefined;
    if (at(s, here).type === "mark") return undefined;
    if (operation === undefined) continue;
    if ([":", "named", "called"].includes(low(s, here + 1))) return undefined;
    const brief = briefOf(s, talk, count.to, here).replace(AMONG_ALL, "");
    // Whom they are between is not for the lot to say.
    if (operation === "relationships" && NAMING.test(brief)) return undefined;
    return requests(s.tokens.length, { type: "bulk", operation, count: count.value, brief });
  }
  return undefined;
};

function countAt(s: Sentence, index: number): { value: number; to: number } | undefined {
  if (["a", "one"].includes(low(s, index)) && low(s, index + 1) === "dozen")
    return { value: 12, to: index + 2 };
  if (low(s, index) === "a" && low(s, index + 1) === "couple")
    return { value: 2, to: low(s, index + 2) === "of" ? index + 3 : index + 2 };
  const minus = low(s, index) === "-" ? 1 : 0;
  const number = COUNTS(s, index) > index ? undefined : numberAt(s, index + minus);
  if (number === undefined) return undefined;
  return { value: minus === 1 ? -number.value : number.value, to: number.to };
}

/** The words that say what kind: those before the noun and those after it, without "at once" and "please". */
function briefOf(s: Sentence, talk: Discourse, from: number, noun: number): string {
  const before = talk.text.slice(at(s, from).start, Math.max(at(s, from).start, at(s, noun).start)).trim();
  const after = textField(s, talk, "brief", noun + 1, s.tokens.length);
  const tail =
    after === undefined
      ? ""
      : String(after.value).replace(
          /^(?:all )?(?:at once|in bulk|in one go|together|right away|quickly)\b[ ,]*/i,
          "",
        );
  return [before.replace(/^(?:more|new|different|random|other)\b ?/i, ""), tail]
    .filter((part) => part !== "")
    .join(" ");
}
