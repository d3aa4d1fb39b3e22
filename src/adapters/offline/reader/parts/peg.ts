import { at, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Discourse } from "./discourse.ts";
import { kinAt } from "./kin.ts";
import { type Named, nameAt } from "./names.ts";
import { personSlot } from "./slot.ts";

const NAMED = [
  pattern("named|called|nicknamed|dubbed"),
  pattern("by the name of"),
  pattern("known only? to? all|everyone|everybody? as"),
  pattern("who|that? goes|going by"),
  pattern("who|whose|that is|'s|name called|named|is"),
  pattern("whose name is"),
  pattern("with the name"),
  pattern("name :|is|=?"),
  pattern("name"),
  pattern(": name :|is?"),
];
const CALL = [
  pattern(",|;|–|-|—|and? let 's|us? call|name|named him|her|it|them|this|that|he|she"),
  pattern(",|;|–|-|—|and? we|i call|name|'ll|will|can|could* him|her|it|them"),
  pattern(",|;|–|-|—|and? call|name him|her|it|them|this"),
  pattern(",|;|–|-|—|and? his|her|their|its name is|'s|:"),
  pattern(", name is|:"),
];

/** The name pegged to a phrase by "named", "called", "call her", ", her name is"; the words of one may be in any case. */
export function peggedName(s: Sentence, index: number, talk: Discourse): Named | undefined {
  for (const match of [...NAMED, ...CALL]) {
    const to = match(s, index);
    const name = to < 0 ? undefined : personSlot(s, to, talk);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** "for Sarah: best friend, …": what they are, and no name. */
const isKin = (s: Sentence, index: number): boolean => !at(s, index).cap && kinAt(s, index) !== undefined;

/** The name set beside a phrase: "a cop, Dan,", "this cop Dan", "the villain: Dr. Strand", "a cop (Dan)". Capitals, or a colon, are needed. */
export function besideName(s: Sentence, index: number, talk: Discourse): Named | undefined {
  const mark = low(s, index);
  if (mark === ":" || mark === "=") return isKin(s, index + 1) ? undefined : personSlot(s, index + 1, talk);
  const start = mark === "," || mark === "(" || /^[-–—]+$/.test(mark) ? index + 1 : index;
  if (start === index && !at(s, index).cap) return undefined;
  return at(s, start).cap || at(s, start).type === "quote" ? nameAt(s, start, talk, "character") : undefined;
}
