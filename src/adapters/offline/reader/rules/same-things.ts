import type { Mention, Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { soundKey } from "../../../../lib/sound-key.ts";
import type { Discourse } from "../parts/discourse.ts";
import { oneEditApart } from "../parts/known.ts";
import { knownAt } from "../parts/names.ts";
import { partyAt } from "../parts/party.ts";
import { at, low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { found, type Rule } from "./rule.ts";

export interface Thing {
  readonly mention: Mention;
  readonly to: number;
}

/** Past these another of a list follows. */
const LISTED = new Set([",", "and", "&"]);
const MAX_LISTED = 4;

/** All that stand in a list from `index` on: "Jon, John and Johnny". */
export function thingsAt(s: Sentence, index: number, talk: Discourse): Thing[] {
  const all: Thing[] = [];
  for (let here = index; here >= 0 && all.length < MAX_LISTED; ) {
    const one = thingAt(s, here, talk);
    if (one === undefined) break;
    all.push(one);
    if (!LISTED.has(low(s, one.to))) break;
    here = low(s, one.to) === "," && low(s, one.to + 1) === "and" ? one.to + 2 : one.to + 1;
  }
  return all;
}

/** Names that differ in a letter, sound alike, or of which one is the other's end: "lighter" and "silver lighter". */
export function soundAlike(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)];
  return oneEditApart(a, b) || soundKey(a) === soundKey(b) || a.endsWith(` ${b}`) || b.endsWith(` ${a}`);
}

/** Each of `gone` is `into`; nothing where one of them is it already. */
export function merged(
  s: Sentence,
  index: number,
  to: number,
  gone: readonly Mention[],
  into: Mention,
  takes: readonly string[] = [],
): ReturnType<Rule> {
  const others = gone.filter((one) => !isOne(one, into));
  const span = spanOf(s, index, to);
  const statements = others.map(
    (subject): Statement => ({
      type: "merge",
      subject,
      into,
      ...(takes.length > 0 ? { takes: [...takes] } : {}),
      span,
    }),
  );
  return statements.length === 0 ? undefined : found(to, statements);
}

export const isOne = (one: Mention, other: Mention): boolean =>
  one.entry_id === other.entry_id && (one.entry_id !== undefined || one.name === other.name);

/** Someone, or a place or thing that is known. */
export function thingAt(s: Sentence, index: number, talk: Discourse): Thing | undefined {
  const start = low(s, index) === "the" ? index + 1 : index;
  const known = knownAt(s, index, talk) ?? knownAt(s, start, talk);
  const party = partyAt(s, index, talk);
  if (known !== undefined && (party === undefined || known.to > party.to)) return known;
  if (party === undefined) return known;
  return low(s, party.to) === "'s" && at(s, party.to + 1).type === "word" ? own(s, party) : party;
}

/** "Jon's just a typo for John" is no possessive. */
const own = (s: Sentence, party: { mention: Mention; to: number }) =>
  ["the", "a", "just", "actually", "really"].includes(low(s, party.to + 1)) ? party : undefined;
