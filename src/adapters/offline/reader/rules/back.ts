import type { Mention, Request } from "../../../../domain/reading/reading.ts";
import { wordNumber } from "../../../../lib/number-words.ts";
import type { Discourse } from "../parts/discourse.ts";
import { knownAt, lowerNameAt, nameAt } from "../parts/names.ts";
import { ownerAt, partyAt } from "../parts/party.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { backOf } from "./back-of.ts";
import { sceneTarget } from "./remove.ts";
import { type Rule, requests } from "./rule.ts";

const UNDO = firstOf(pattern("undo|revert"), pattern("take back"), pattern("roll back"));
const TAKE_THAT = pattern("take that|it|this back please*");
const REDO = pattern("redo");
const UNDO_UNDO = pattern("undo the|that|this|my|your|last* undo please*");
const BRING_IT = firstOf(
  pattern("bring|put|get it|that|this|them|everything back again|please|now*"),
  pattern("bring back it|that|this|them|everything again|please|now*"),
  pattern("restore it|that|this|them|everything again|please|now*"),
);
const FILL = wordSet(
  "that this it the my last latest previous recent change changes thing things step steps edit edits update one again please all of now",
);
const SAID = firstOf(
  pattern("everything|all|what|whatever|anything that? i|we just? said|wrote|mentioned|noted about|of|on"),
  pattern("everything|all|what|whatever|anything that? i|we just? told you about|of"),
);
const MINE = pattern(
  "what|whatever that? i just|have|'ve* said|wrote|told|changed|added|did you? please|just|now*",
);
const YOURS = pattern(
  "what|whatever that? you just|have|'ve* did|wrote|changed|added|made|saved|done please|just|now*",
);
const FORGET = pattern("forget|scrap|scratch|ignore");
const LAST_OF = pattern(
  "all|the|my|our|last|latest|previous|recent|two|three|four|five|2|3|4|5* change|changes|edit|edits|update|updates to|of|on|for|about",
);
const OWN_LAST = pattern("last|latest|previous* change|edit|update please*");
const END = pattern("please|again|now|then*");
const BRING_BACK = pattern("bring back the?");
const RESTORE = pattern("restore|undelete the?");
const BRING = pattern("bring|put|get the?");
const BACK = pattern("back in|again|please|now*");

/** The whole sentence is "undo …" or "bring it back": the last thing, so many, one's own, or what is about somebody. */
export const back: Rule = (s, index, talk) => {
  const request = undoneThing(s, index, talk) ?? broughtBack(s, index, talk);
  return request && requests(s.tokens.length, request);
};

function undoneThing(s: Sentence, index: number, talk: Discourse): Request | undefined {
  if (isWhole(s, UNDO_UNDO(s, index))) return { type: "redo" };
  if (isWhole(s, TAKE_THAT(s, index))) return { type: "undo" };
  if (UNDO(s, index) > 0 && isWhole(s, YOURS(s, UNDO(s, index)))) return { type: "undo" };
  if (UNDO(s, index) > 0 && isWhole(s, MINE(s, UNDO(s, index)))) return { type: "undo", mine: true };
  const from = Math.max(UNDO(s, index), FORGET(s, index));
  if (from < 0) return undefined;
  const about = aboutSomebody(s, from, talk);
  if (about || FORGET(s, index) > 0) return about;
  const count = countIn(s, from);
  if (count === undefined) return somebodys(s, from, talk);
  const mine = s.tokens.slice(from).some((token) => token.low === "my");
  return { type: "undo", ...(count > 1 ? { count } : {}), ...(mine ? { mine } : {}) };
}

/** "what I said about Sarah", "the last change to Sarah", "Sarah's last change". */
function aboutSomebody(s: Sentence, from: number, talk: Discourse): Request | undefined {
  const said = SAID(s, from);
  const last = said > 0 ? said : LAST_OF(s, from);
  if (last > 0) {
    const subject = subjectAt(s, last, talk);
    if (subject === undefined || !isWhole(s, END(s, subject.to))) return undefined;
    const spoken = s.tokens.slice(from, last).map((token) => token.low);
    const mine = spoken.includes("i") || spoken.includes("my");
    const count = spoken.map((word) => wordNumber(word) ?? 1).find((number) => number > 1);
    const all = said > 0 || spoken.includes("all");
    return {
      type: "undo",
      subject: subject.mention,
      ...(count === undefined ? {} : { count }),
      ...(mine ? { mine } : {}),
      ...(all ? { all } : {}),
    };
  }
  const owner = ownerAt(s, from, talk);
  if (owner === undefined || !isWhole(s, OWN_LAST(s, owner.to))) return undefined;
  // Who is none of the film may be somebody who talks here.
  const { mention } = owner;
  return {
    type: "undo",
    subject: mention,
    ...(mention.entry_id === undefined ? { by: mention.name } : {}),
  };
}

/** "what Ana said about Sarah", "Ana's last two changes": of somebody who talks here. */
function somebodys(s: Sentence, from: number, talk: Discourse): Request | undefined {
  const of = backOf(s, from);
  if (of === undefined) return undefined;
  if (!of.about) return isWhole(s, of.to) ? of.request : undefined;
  const subject = subjectAt(s, of.to, talk);
  return subject && isWhole(s, Math.max(subject.to, END(s, subject.to)))
    ? { ...of.request, subject: subject.mention }
    : undefined;
}

function subjectAt(
  s: Sentence,
  index: number,
  talk: Discourse,
): { mention: Mention; to: number } | undefined {
  const scene = sceneTarget(s, index, talk);
  if (scene !== undefined) return scene;
  const start = low(s, index) === "the" ? index + 1 : index;
  return (
    partyAt(s, index, talk) ?? knownAt(s, index, talk) ?? knownAt(s, start, talk) ?? lowerNameAt(s, index)
  );
}

function broughtBack(s: Sentence, index: number, talk: Discourse): Request | undefined {
  if (isWhole(s, BRING_IT(s, index))) return { type: "redo" };
  const redo = REDO(s, index);
  if (redo > 0) {
    const count = countIn(s, redo);
    return count === undefined ? undefined : { type: "redo", ...(count > 1 ? { count } : {}) };
  }
  const first = Math.max(BRING_BACK(s, index), RESTORE(s, index));
  const around = first > 0 ? -1 : BRING(s, index);
  const start = Math.max(first, around);
  if (start < 0) return undefined;
  const name = nameAt(s, start, talk) ?? lowerNameAt(s, start);
  // Whoever is in the bible was not taken out of it: then the story is meant.
  if (name === undefined || name.entry !== undefined || name.ambiguous) return undefined;
  const to = around > 0 ? BACK(s, name.to) : END(s, name.to);
  return isWhole(s, to) ? { type: "redo", subject: name.mention } : undefined;
}

/** The number in "the last two changes", 1 without one; undefined when the sentence says anything else. */
function countIn(s: Sentence, from: number): number | undefined {
  let count = 1;
  for (let here = from; here < s.tokens.length; here += 1) {
    const number = wordNumber(at(s, here).low);
    if (number !== undefined && number > 0 && count === 1) count = number;
    else if (!FILL.has(low(s, here))) return undefined;
  }
  return count;
}

const isWhole = (s: Sentence, to: number): boolean => to > 0 && to >= s.tokens.length;
