import { RELATIONSHIP_TYPES } from "../../domain/bible/kinds.ts";
import type { RelationshipType } from "../../domain/bible/relations.ts";
import { closest } from "../../lib/closest.ts";
import { nameKey } from "../../lib/name-keys.ts";

const MAX_TYPE_WORDS = 3;

export interface ReadTie {
  readonly from: string;
  readonly type: RelationshipType;
  readonly to: string;
}

/** Reads who is what to whom: "Sarah sibling John", "Sarah is the best friend of John", "Sarah is John's mentor". */
export function readTie(words: string): ReadTie | undefined {
  const all = words.split(/\s+/).filter((word) => word !== "");
  for (let at = 1; at < all.length; at += 1) {
    for (let size = MAX_TYPE_WORDS; size > 0; size -= 1) {
      const type = typeNamed(all.slice(at, at + size).join(" "));
      if (type === undefined) continue;
      const left = all.slice(0, at);
      const right = all.slice(at + size);
      const tie = right.length > 0 ? between(left, type, right) : possessed(left, type);
      if (tie) return tie;
    }
  }
  return undefined;
}

/** The type that a word means, whatever its case and accents. */
export const typeNamed = (word: string): RelationshipType | undefined =>
  RELATIONSHIP_TYPES.find((type) => nameKey(type) === nameKey(word));

/** The type that one of the words is most like. */
export const typeNear = (words: string): RelationshipType | undefined =>
  words
    .split(/\s+/)
    .map((word) => closest(word, RELATIONSHIP_TYPES))
    .flatMap((near) => typeNamed(near ?? "") ?? [])[0];

function between(
  left: readonly string[],
  type: RelationshipType,
  right: readonly string[],
): ReadTie | undefined {
  const from = left.slice(0, left.findLastIndex((word) => !/^(is|are|was|the|an?)$/i.test(word)) + 1);
  const start = right.findIndex((word) => !/^(of|to|with)$/i.test(word));
  if (from.length === 0 || start < 0) return undefined;
  return { from: from.join(" "), type, to: right.slice(start).join(" ") };
}

/** "Sarah is John's" before a type that ends the line. */
function possessed(left: readonly string[], type: RelationshipType): ReadTie | undefined {
  const match = /^(.+?)\s+(?:is|was)\s+(.+?)(?:['’]s|['’])$/i.exec(left.join(" "));
  return match?.[1] !== undefined && match[2] !== undefined
    ? { from: match[1], type, to: match[2] }
    : undefined;
}
