import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import type { Found } from "./rule.ts";

/** What somebody of the story looks like, wants or loves is not measured in scenes, drafts and money. */
const OF_THE_WORK =
  /\bscenes? \d|\b(?:this|that|next|last|first|opening|every|whole|final) scene\b|\bact (?:one|two|three|[123])\b|\bcontinuity\b|\bscreen ?time\b|\b(?:crane|tracking|dolly|master|wide) shots?\b|\blens(?: set|es)?\b|\b(?:the|this|that|our) (?:draft|script|cut|edit|schedule|budget|storyboard|voice-?over|lighting|camera|callsheet|call sheet)\b|\bimprovise\b|\bupfront\b|\b\d+ ?k\b|\b(?:(?<!in )a|own|bigger) trailer\b|\b(?:more|fewer|less) (?:lines|scenes|money|takes)\b|\b(?:day|days) off\b|\bpay(?:ed)? ?(?:rise|raise)\b|^speaks? too\b|\ba cameo\b|^(?:an? |some |more )?(?:oat milk|coffee|tea|pizza|lunch|sushi|snacks?|beers?|sandwich|soup)$|\b(?:the|own) stunts?\b|\boscar\b|\b(?:her|his|their|the) lines\b|\bto play (?:this|it)\b|\d ?\/ ?(?:day|d|h|hour|week)\b|, (?:get|can we|could we|let's|please|ask)\b|\d (?:a|per|an) (?:day|hour|week)\b|^to (?:play (?:it|him|her|them|the)|read for|shoot|be cast)\b/i;

/** "Scene 6: ok": how far it is, not what happens in it. */
const SHOT =
  /^(?:missing|ok|okay|done|shot|wrapped|re-?shoot|in the can|tb[dac]|cut|pending|half done|moved|postponed|needs|\d+ set-?ups?|[✅❌])(?![\p{L}])/iu;
/** What is worn throughout is worn in the story. */
const ALWAYS = / in (?:every|all the|each) scenes?$/i;
const CONDITIONS = new Set(["if", "unless", "or"]);
const LAUGH = /^(?:lo+l|lmf?ao+|(?:ha)+h?|rofl|hehe)$/;
/** What a joke may be about; an age or a trade is told with a laugh, too. */
const LIGHT = wordSet("want need motivation appearance notes voice background");

/** Without what is said of people as parts of a production, or for a laugh: "Maya wants 20k", "john wants to go home lol". */
export function ofStory(s: Sentence, one: Found | undefined): Found | undefined {
  if (one === undefined) return one;
  const laughs = LAUGH.test(low(s, s.tokens.length - 1)) && !at(s, s.tokens.length - 1).cap;
  if (laughs && one.requests.some(({ type }) => type === "draft")) return undefined;
  if (CONDITIONS.has(low(s, one.to)) && one.requests.length === 0) return { ...one, statements: [] };
  const isOut = (field: FieldReading): boolean => isOfWork(field) || (laughs && LIGHT.has(field.field));
  return { ...one, statements: one.statements.flatMap((each) => without(each, isOut)) };
}

const isOfWork = ({ field, value }: FieldReading): boolean =>
  typeof value === "string" &&
  (field === "summary" ? SHOT : OF_THE_WORK).test(field === "wardrobe" ? value.replace(ALWAYS, "") : value);

function without(one: Statement, isOut: (field: FieldReading) => boolean): Statement[] {
  if (one.type !== "entry" || !one.fields.some(isOut)) return [one];
  if (one.kind !== "character") return [];
  const fields = one.fields.filter((field) => !isOut(field));
  return one.explicit || fields.length > 0 || one.drops !== undefined ? [{ ...one, fields }] : [];
}
