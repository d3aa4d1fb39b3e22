import type { Request } from "../../../../domain/reading/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import { isHedged } from "./mood.ts";
import { readOpening } from "./opening.ts";
import { type Rule, requests } from "./rule.ts";

type Selected = Request & { readonly type: "bulk" };

const MAKE =
  "(?:(?:write|make|create|generate|draft|prepare|build|add|do|export|print|give)(?: me| us)?|(?:i|we) (?:need|want))";
const ALL =
  "(?:all(?: of)?(?: the| our| my)?|every(?: single)?|each(?: and every)?|each of the|every one of the)";
const SCENES = `(?:${ALL} scenes?|(?:the|our|my) scenes)`;
const CAST = `(?:${ALL} (?:characters?|people)|(?:the|our|my) characters|everyone|everybody|(?:the|our) (?:whole |entire )?cast)`;
/** "without a summary", "that has none yet". */
const LACKING =
  "(?: (?:without|with no|lacking|missing)(?: (?:a|any|its))?(?: (?:summary|summaries|one))?| (?:that|which) (?:still )?(?:lacks?|ha(?:s|ve) no(?:ne)?|do(?:es)? (?:n['’]t|not) have)(?: (?:a|any))?(?: (?:summary|summaries|one))?)(?: yet| so far)?";
const BRIEF = "(?: (?<brief>briefly|in (?:one|two|three|1|2|3) sentences?(?: each)?))?";
const AGAIN = "(?: (?<again>again|anew|afresh|from scratch))?";
const END = "(?: (?:please|now|at once|in one go|in bulk|together|for (?:me|us)))*$";
const SUMMARY = "(?:an? |new |short |brief |the )*summar(?:y|ies)";

/** Whole orders: with anything else said, less than all is meant, and nothing is started. */
const SUMMARIES = [
  `^summari[sz]e ${SCENES}(?:${LACKING})?${BRIEF}${AGAIN}${END}`,
  `^${MAKE} ${SUMMARY} (?:for|of) ${SCENES}(?:${LACKING})?${BRIEF}${AGAIN}${END}`,
  `^for ${SCENES}${LACKING} ${MAKE} (?:one|${SUMMARY})${BRIEF}${END}`,
  `^${MAKE} (?:all )?(?:the )?missing (?:scene )?summaries${BRIEF}${END}`,
  `^(?<again>rewrite|redo) (?:all )?(?:the )?(?:scene )?summaries(?: (?:for|of) ${SCENES})?${BRIEF}${END}`,
].map((source) => new RegExp(source));
const SHEETS = [
  `^${MAKE} (?:a |the |all |new )*(?:character )?sheets? (?:for|of) ${CAST}${END}`,
  `^${MAKE} (?:the |all |all the )?character sheets${END}`,
].map((source) => new RegExp(source));
/** A longer sentence is no order of this sort. */
const MAX_TOKENS = 30;

/** "summarise all scenes", "write a summary for every scene without one", "make sheets for all characters". */
export const bulkSelected: Rule = (s, index) => {
  if (s.tokens.length - index > MAX_TOKENS || isHedged(s)) return undefined;
  // "She reads the script and makes sheets for everyone" orders nothing.
  if (readOpening(s).index !== index) return undefined;
  // What is put in quotes is shown, not ordered.
  if (s.tokens.some(({ type }) => type === "quote")) return undefined;
  const said = plain(s, index);
  const request = first(SUMMARIES, said, summaries) ?? first(SHEETS, said, sheets);
  return request && requests(s.tokens.length, request);
};

const summaries = ({ groups = {} }: RegExpExecArray): Selected => ({
  type: "bulk",
  operation: "summaries",
  selection: groups.again === undefined ? "missing" : "all",
  brief: groups.brief ?? "",
});

const sheets = (): Selected => ({ type: "bulk", operation: "sheets", selection: "all", brief: "" });

function first(
  patterns: readonly RegExp[],
  said: string,
  read: (match: RegExpExecArray) => Selected,
): Selected | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(said);
    if (match) return read(match);
  }
  return undefined;
}

/** The words in lower case, one space between; marks within keep what follows apart, those at the end say nothing. */
function plain(s: Sentence, from: number): string {
  const words = s.tokens.slice(from).map(({ type, low }) => (type === "mark" && low === "," ? "" : low));
  return words
    .filter((word) => word !== "")
    .join(" ")
    .replace(/[ .!]+$/, "");
}
