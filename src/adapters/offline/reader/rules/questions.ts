import type { EntryKind } from "../../../../domain/bible/kinds.ts";
import type { Mention, Question } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { recall } from "../parts/party.ts";
import { firstOf, low, pattern, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { fieldOfLabel } from "../words/labels.ts";
import { type Relation, relationNoun } from "../words/relations.ts";
import { mentionsAsked } from "./asked.ts";
import { asks, type Found } from "./rule.ts";
import { whoIsWhat } from "./who-is-what.ts";

const KINDS = new Map<string, EntryKind>([
  ...["character", "characters", "people", "cast", "persons"].map((word): [string, EntryKind] => [
    word,
    "character",
  ]),
  ...["scene", "scenes"].map((word): [string, EntryKind] => [word, "scene"]),
  ...["location", "locations", "places", "sets"].map((word): [string, EntryKind] => [word, "location"]),
  ...["relationship", "relationships", "relations"].map((word): [string, EntryKind] => [
    word,
    "relationship",
  ]),
  ...["prop", "props"].map((word): [string, EntryKind] => [word, "prop"]),
]);
const WHAT = "what|wat|wht|waht|which|whats";
const WHO = pattern("who|hwo|whos 's|is|are|was again?");
const LIST = firstOf(
  pattern("list|show|name|display me|us? all? of? the|our|my|all|every*"),
  pattern("what|which|who|wat are all? the|our"),
  pattern("who 's|is in the|our? cast|film|story|movie"),
  pattern("who|what do|have we|i|you? have|got?"),
  pattern("give me|us the|a? list of all? the?"),
);
const WHO_ALL = pattern("who 's|is|are in the|our story|film|movie|cast");

/** "characters?", "what scenes do we have". */
function kindAlone(s: Sentence, index: number): EntryKind | undefined {
  const kind =
    KINDS.get(low(s, index)) ??
    (/^(?:what|which)$/.test(low(s, index)) ? KINDS.get(low(s, index + 1)) : undefined);
  const rest = words(s, index + 1, s.tokens.length);
  return /^(?:\w+ )?(?:(?:do we|have we|are there|exist)\b.*)?$/.test(rest) ? kind : undefined;
}

const COUNT = firstOf(pattern("how many"), pattern("what 's|is the number of"), pattern("number of"));
const NEXT = firstOf(
  pattern("what|whats|wat 's|is|should|do|can|comes? we|i? do|comes|happens|the? next"),
  pattern("what|wat now"),
  pattern("what should|do|can we|i do now|next?"),
  pattern("what|whats 's|is? left|missing to? do?"),
  pattern("next steps|step?"),
  pattern("where do|should|are we|i start|begin|go|now"),
);
const ABOUT = firstOf(
  pattern("tell me|us about|more about?"),
  pattern(`${WHAT} do|did we|you|i know|have about|on`),
  pattern("info|information|details on|about"),
  pattern("describe"),
  pattern("remind me who"),
);

/** A question, by its first words and by whom it names; anything not recognised is "open". */
export function readQuestion(s: Sentence, index: number, talk: Discourse): Found {
  const subjects = mentionsAsked(s, index, talk);
  recall(s, index, s.tokens.length, talk);
  const question =
    nextOrList(s, index, subjects) ??
    (subjects.some(({ entry_id }) => entry_id !== undefined) ? undefined : whoIsWhat(s, index, talk)) ??
    aboutScenes(s, index, subjects, talk) ??
    kinAsked(s, index, subjects) ??
    fieldAsked(s, index, subjects) ??
    whoAsked(s, index, subjects);
  return asks(s, question ?? { type: "open", subjects });
}

function nextOrList(s: Sentence, index: number, subjects: Mention[]): Question | undefined {
  const count = COUNT(s, index);
  const counted = count < 0 ? undefined : KINDS.get(low(s, count));
  if (counted !== undefined && subjects.length === 0) return { type: "count", subjects: [], kind: counted };
  const list = LIST(s, index);
  const whole = WHO_ALL(s, index) >= s.tokens.length;
  const listed = whole ? "character" : list < 0 ? kindAlone(s, index) : KINDS.get(low(s, list));
  if (listed !== undefined && subjects.length === 0) return { type: "list", subjects: [], kind: listed };
  const next = NEXT(s, index);
  if (
    next > 0 &&
    ["", "?", "then"].includes(low(s, next)) &&
    /next|now|left|missing|start|begin|steps?/.test(words(s, index, next))
  )
    return { type: "next", subjects: [] };
  return undefined;
}

const SCENES_OF = firstOf(
  pattern("scenes|scene with|of|featuring|for"),
  pattern("which|what|wat|how scene|scenes|many scenes?"),
  pattern("in which|what|how scene|scenes|many scenes?"),
  pattern("list|show me? all? the? scenes"),
  pattern("scenes"),
);
const WHERE = pattern("where|wher does|do|is|was|did|'s|are");

/** Where someone appears, who is in a scene, where it happens. */
function aboutScenes(s: Sentence, index: number, subjects: Mention[], talk: Discourse): Question | undefined {
  const scenes = SCENES_OF(s, index);
  if (scenes > 0 && subjects.length > 0) return { type: "scenes", subjects };
  const where = WHERE(s, index);
  const rest = words(s, index, s.tokens.length);
  if (where > 0 && /appears?$/.test(rest)) return { type: "scenes", subjects };
  const scene = subjects.length > 0 && / scene\b/.test(rest);
  const things = subjects.some((one) => kindOf(talk, one) !== "character");
  if (where > 0 && (scene || things) && /happen|take place|set|located|play/.test(rest))
    return { type: "field", subjects, field: "location" };
  if (scene && /^who(?: '?s| is| are)? in /.test(rest))
    return { type: "field", subjects, field: "characters" };
  if (scene && /^(?:what|wat)(?: happens| is| 's)/.test(rest))
    return { type: "field", subjects, field: "summary" };
  return undefined;
}

function kindOf(talk: Discourse, mention: Mention): string {
  return talk.known.all.find((entry) => entry.entry_id === mention.entry_id)?.kind ?? "character";
}

const RELATED =
  /\b(?:does \w+ know \w+$|related|relationship|relation|connected|connection|know each other|between)\b/;
const VERBS: readonly (readonly [RegExp, Relation])[] = [
  [/\bmarried\b/, "spouse"],
  [/\bengaged\b/, "fiancé"],
  [/\bin love with\b|\blove\b/, "lover"],
  [/\bdating\b|\bseeing\b/, "partner"],
  [/^who does .* work for$|^who .* works? for$/, "employer"],
  [/^who works for/, "employee"],
  [/^who (?:hates|despises)|^who does .* hate$/, "enemy"],
  [/\bfriends? with\b/, "friend"],
];

/** How two are related, or who is what to someone. */
function kinAsked(s: Sentence, index: number, subjects: Mention[]): Question | undefined {
  if (subjects.length === 0) return undefined;
  const rest = words(s, index, s.tokens.length);
  if (RELATED.test(rest)) return { type: "relation", subjects };
  if (/^(?:why|when)\b/.test(rest)) return undefined;
  for (let here = index; here < s.tokens.length; here += 1) {
    const noun = relationNoun(words(s, here, here + 2)) ?? relationNoun(low(s, here));
    if (noun !== undefined && isKinWord(s, here))
      return { type: "relation", subjects, relation: noun.relation };
  }
  for (const [match, relation] of VERBS)
    if (match.test(rest)) return { type: "relation", subjects, relation };
  return /^who knows\b|^who does .* know$/.test(rest) ? { type: "relation", subjects } : undefined;
}

/** "ex", "mate" and "kid" are kin only beside an owner or "any". */
function isKinWord(s: Sentence, index: number): boolean {
  const before = low(s, index - 1);
  return (
    ["'s", "his", "her", "any", "a", "the", "best", "of", "their", "older", "younger", "and"].includes(
      before,
    ) ||
    low(s, index + 1) === "of" ||
    low(s, index - 2) === "'s"
  );
}

const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:how|hwo) old\b|\bwhat age\b|\bage of\b/, "age"],
  [/^w\w+ (?:do|does|did) .* do(?: for a living| for work)?$|for a living|\bwork as\b/, "occupation"],
  [/\b(?:afraid|scared|terrified) of\b|\bfears?\b/, "fear"],
  [/\blooks? like\b/, "appearance"],
  [/^where (?:is|was|'s|does|did) .* (?:from|born|come from|grow up|raised|live)$/, "background"],
  [/^w\w+ (?:do|does) .* (?:want|wants)$/, "want"],
  [/^w\w+ (?:do|does) .* (?:need)$/, "need"],
  [/\b(?:wears?|wearing)\b/, "wardrobe"],
  [/\bcalled\b|\bgoes? by\b/, "aliases"],
  [/\b(?:motivates|drives)\b/, "motivation"],
];

/** One field: by its name ("Sarah's motivation") or by the way it is asked. */
function fieldAsked(s: Sentence, index: number, subjects: Mention[]): Question | undefined {
  if (subjects.length === 0) return undefined;
  const rest = words(s, index, s.tokens.length).replace(/ (?:again|please|now|actually|exactly)$/, "");
  if (/^(?:why|when|should|do you)\b/.test(rest)) return undefined;
  for (const [match, field] of FIELDS) if (match.test(rest)) return { type: "field", subjects, field };
  if (!s.asks && !/^(?:w|is|does|do|tell|show|how)/.test(rest)) return undefined;
  for (let here = index + 1; here < s.tokens.length; here += 1) {
    const owned =
      ["'s", "his", "her", "the"].includes(low(s, here - 1)) ||
      low(s, here - 1).endsWith("s") ||
      low(s, here + 1) === "of";
    const field = owned
      ? (fieldOfLabel("character", words(s, here, here + 2)) ?? fieldOfLabel("character", low(s, here)))
      : undefined;
    if (field !== undefined && !subjects.some((one) => one.name.toLowerCase() === low(s, here)))
      return { type: "field", subjects, field };
  }
  return undefined;
}

function whoAsked(s: Sentence, index: number, subjects: Mention[]): Question | undefined {
  if (subjects.length === 0) return undefined;
  const about = ABOUT(s, index);
  if (about > 0) return { type: "who", subjects };
  const who = Math.max(
    WHO(s, index),
    pattern(`${WHAT} 's|is|are`)(s, index),
    low(s, index) === "whos" ? index + 1 : -1,
  );
  return who > 0 && subjects.length === 1 && restIsName(s, who) ? { type: "who", subjects } : undefined;
}

function restIsName(s: Sentence, from: number): boolean {
  return (
    s.tokens.length - from <= 5 &&
    !words(s, from, s.tokens.length)
      .split(" ")
      .some((word) => ["in", "at", "the", "to", "with"].includes(word) && word !== "the")
  );
}
