import type { FieldReading, Mention } from "../../../../domain/reading/reading.ts";
import { numberAt } from "../parts/ages.ts";
import { type Discourse, speakOf } from "../parts/discourse.ts";
import { compact, textField } from "../parts/fields.ts";
import { ownerAfter } from "../parts/prop-phrase.ts";
import { isPlaceNoun, propMention, thingSlot } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { describedNext } from "./place-told.ts";
import { found, type Rule } from "./rule.ts";

export const KINDS = new Map<string, "location" | "prop">([
  ["location", "location"],
  ["place", "location"],
  ["setting", "location"],
  ["set", "location"],
  ["prop", "prop"],
  ["object", "prop"],
]);

export interface KindNoun {
  readonly kind: "location" | "prop";
  readonly generic: boolean;
  readonly from: number;
  readonly to: number;
}

/** "location", "prop", or a place by its own noun ("a smoky jazz club"). */
export function kindNoun(s: Sentence, start: number): KindNoun | undefined {
  const generic = KINDS.get(low(s, start));
  if (generic !== undefined) return { kind: generic, generic: true, from: start, to: start + 1 };
  for (let here = start; here < Math.min(start + 5, s.tokens.length); here += 1) {
    const token = at(s, here);
    if (token.type !== "word" || ["called", "named", "with", "who"].includes(token.low)) return undefined;
    if (isPlaceNoun(token.low) && !isPlaceNoun(low(s, here + 1)))
      return { kind: "location", generic: false, from: start, to: here + 1 };
  }
  return undefined;
}

/** The entry of a place or thing named at `from`, with what is said of it to the end of the sentence. */
export function namedThing(
  s: Sentence,
  index: number,
  noun: KindNoun,
  from: number,
  talk: Discourse,
  start: number,
): ReturnType<Rule> {
  const first = noun.kind === "prop" ? pastCount(s, from) : from;
  const name = thingSlot(s, first, talk, noun.kind);
  if (name === undefined) return undefined;
  const mention: Mention = noun.kind === "prop" ? propMention(talk, name.mention) : titled(name.mention);
  const fields = noun.generic
    ? []
    : compact([
        textField(s, talk, "description", Math.max(start - (isArticle(s, start - 1) ? 1 : 0), 0), noun.to),
      ]);
  const owner = noun.kind === "prop" ? ownerAfter(s, name.to, talk) : undefined;
  const rest = owner ?? description(s, name.to, talk) ?? next(s, name.to, noun, talk);
  speakOf(talk, { name: mention.name, kind: noun.kind, fresh: true });
  const to = rest?.to ?? name.to;
  const all =
    rest === undefined ? fields : [...fields.filter((one) => one.field !== rest.field.field), rest.field];
  return found(to, [entryStatement(noun.kind, mention, true, all, spanOf(s, index, to))]);
}

/** "location: the Grand Pier. rotten planks, one working lamp" */
function next(
  s: Sentence,
  index: number,
  noun: KindNoun,
  talk: Discourse,
): { field: FieldReading; to: number } | undefined {
  const field = noun.kind === "location" && at(s, index).text === "" ? describedNext(s, talk) : undefined;
  if (field !== undefined) talk.readUpTo = Math.max(talk.readUpTo, field.end);
  return field && { field, to: index };
}

/** "one (1) taxidermy owl", "2x suitcases", "a red umbrella". */
function pastCount(s: Sentence, index: number): number {
  if (["a", "an"].includes(low(s, index))) return index + 1;
  const number = numberAt(s, index);
  if (number === undefined || at(s, number.to).text === "") return index;
  if (low(s, number.to) === "(" && low(s, number.to + 2) === ")") return number.to + 3;
  return low(s, number.to) === "x" ? number.to + 1 : number.to;
}

function isArticle(s: Sentence, index: number): boolean {
  return ["a", "an"].includes(low(s, index));
}

export function titled(mention: Mention): Mention {
  return /^the \p{Lu}/u.test(mention.name) ? { ...mention, name: `T${mention.name.slice(1)}` } : mention;
}

/** What follows the name, to the end of the sentence: ", a smoky jazz club", "where …", "with …". */
function description(
  s: Sentence,
  index: number,
  talk: Discourse,
): { field: FieldReading; to: number } | undefined {
  const mark = at(s, index);
  const joined = [",", "(", "–", "-", "—", ":"].includes(mark.low);
  const opens = ["where", "which", "that", "with", "near", "in", "on", "by", "outside", "inside"].includes(
    mark.low,
  );
  if (!joined && !opens) return undefined;
  const from = joined ? index + 1 : index;
  const skip =
    ["it", "which", "that"].includes(low(s, from)) && ["is", "'s"].includes(low(s, from + 1))
      ? from + 2
      : from;
  let to = s.tokens.length;
  if (mark.low === "(") while (to > skip && low(s, to) !== ")") to -= 1;
  const command = commandAfter(s, skip);
  if (command > 0) to = command;
  const field = textField(s, talk, "description", skip, to);
  return field && { field, to };
}

function commandAfter(s: Sentence, from: number): number {
  for (let here = from; here < s.tokens.length - 1; here += 1) {
    const joint = low(s, here) === "and" || low(s, here) === ",";
    if (joint && ["add", "create", "make", "delete", "remove", "rename", "change"].includes(low(s, here + 1)))
      return here;
  }
  return -1;
}
