import type { OperationType } from "../../../../domain/operation.ts";
import { DOCUMENT_KINDS, type DocumentKind } from "../../../../domain/project.ts";
import type { Mention, Request } from "../../../../domain/reading/reading.ts";
import { numberAt } from "../parts/ages.ts";
import type { Discourse } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { nameAt } from "../parts/names.ts";
import { type PersonPhrase, personPhraseAt } from "../parts/noun-phrase.ts";
import { endsAt } from "../parts/phrase.ts";
import { isPlaceNoun } from "../parts/slot.ts";
import { at, firstOf, low, pattern, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { personNoun } from "../words/people.ts";
import { isHedged } from "./mood.ts";
import { type Found, type Rule, requests } from "./rule.ts";

const WRITE = firstOf(
  pattern("bulk|batch create|generate|make|add"),
  pattern("create|make|generate|invent|write|draft|build|produce|add|introduce|include me|us?"),
  pattern("come up with"),
  pattern("think|dream|cook up"),
  pattern("give|get|suggest|pitch|propose me|us?"),
  pattern("surprise me with"),
  pattern("i|we need|want"),
  pattern("i|we 'd like|love"),
);
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
]);
const COUNTS = firstOf(pattern("a couple of"), pattern("a few"), pattern("several"));
const MAX_BRIEF_WORDS = 8;

/** "create 10 characters at once", "make five background locations", "I need a dozen extras". */
export const bulk: Rule = (s, index, talk) => {
  const verb = WRITE(s, index);
  const from = verb < 0 ? index : verb;
  const count = countAt(s, from);
  if (count === undefined || isHedged(s)) return undefined;
  if (verb < 0 && !["more"].includes(low(s, count.to))) return undefined;
  for (let here = count.to; here < Math.min(count.to + MAX_BRIEF_WORDS, s.tokens.length); here += 1) {
    const operation = at(s, here).type === "word" ? BULK.get(low(s, here)) : undefined;
    if (at(s, here).type === "mark") return undefined;
    if (operation === undefined) continue;
    if ([":", "named", "called"].includes(low(s, here + 1))) return undefined;
    const brief = briefOf(s, talk, count.to, here);
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

const ARTICLE = pattern("a|an|another|some|one|the");
const NEW = pattern("new|more|other");

/** "invent a villain", "give me a scene in the diner", "come up with a spooky location": Backlot is to write it. */
export const draft: Rule = (s, index, talk) => {
  const verb = WRITE(s, index);
  const article = verb < 0 ? -1 : ARTICLE(s, verb);
  if (verb < 0 || article < 0 || isHedged(s)) return undefined;
  const start = Math.max(article, NEW(s, article));
  const kind = kindOf(s, start, talk, article);
  if (kind === undefined) return undefined;
  const made = ["create", "make", "add", "i", "we", "introduce", "include"].includes(low(s, index));
  if (["i", "we"].includes(low(s, index)) && kind.kind !== "character" && kind.sure !== true)
    return undefined;
  if (
    low(s, index) === "add" &&
    kind.kind === "character" &&
    !(kind.sure || endsAt(s, kind.to) || FOR.has(low(s, kind.to)))
  )
    return undefined;
  const text = textField(s, talk, "brief", article, s.tokens.length);
  const brief = kind.plain && at(s, kind.to).text === "" ? "" : String(text?.value ?? "");
  const subjects = mentionsIn(s, kind.to, talk);
  const request: Request = { type: "draft", kind: kind.kind, brief, subjects };
  if (kind.kind === "character" && made) talk.unnamed = { fields: kind.fields, request };
  return requests(s.tokens.length, request);
};

const FOR = new Set(["for", "to", "in", "with", "who", "from"]);

interface Drafted {
  readonly kind: "character" | "scene" | "location";
  readonly to: number;
  /** The word for the kind itself stands there. */
  readonly plain: boolean;
  readonly sure: boolean;
  readonly fields: PersonPhrase["fields"];
}

function kindOf(s: Sentence, start: number, talk: Discourse, article: number): Drafted | undefined {
  for (let here = start; here < Math.min(start + 5, s.tokens.length); here += 1) {
    const word = low(s, here);
    const next = low(s, here + 1);
    if (at(s, here).type === "mark" || ["for", "with", "that", "who", "of"].includes(word)) break;
    if (word === "scene")
      return { kind: "scene", to: here + 1, plain: here === start, sure: true, fields: [] };
    if (word === "location" || word === "place" || word === "setting")
      return { kind: "location", to: here + 1, plain: here === start, sure: true, fields: [] };
    if (
      isPlaceNoun(word) &&
      !isPlaceNoun(next) &&
      (next === "" || ["where", "for", "in", "with"].includes(next)) &&
      personNoun(word) === undefined
    ) {
      return { kind: "location", to: here + 1, plain: false, sure: false, fields: [] };
    }
  }
  const person = personPhraseAt(s, article - 1, talk);
  if (person === undefined || (person.sure !== "person" && person.sure !== "trade")) return undefined;
  const plain = person.head === "character" && person.to === start + 1;
  return { kind: "character", to: person.to, plain, sure: person.sure === "person", fields: person.fields };
}

function mentionsIn(s: Sentence, from: number, talk: Discourse): Mention[] {
  const mentions: Mention[] = [];
  for (let here = from; here < s.tokens.length; here += 1) {
    const name = nameAt(s, here, talk);
    if (name === undefined) continue;
    mentions.push(name.mention);
    here = name.to - 1;
  }
  return mentions;
}

const PAPERS = new Map<string, DocumentKind>([
  ...DOCUMENT_KINDS.map((kind): [string, DocumentKind] => [kind, kind]),
  ["log line", "logline"],
  ["log-line", "logline"],
  ["beat sheet", "beats"],
  ["beat-sheet", "beats"],
  ["scene outline", "outline"],
  ["premise", "concept"],
  ["pitch", "concept"],
]);
const DET = pattern(
  "a|an|the|our|my|me|us|some|this|short|new|better|quick|one-page|full|good|first|another*",
);
const IS = firstOf(pattern("is|: :?"), pattern("should_be :?"), pattern("–|-|—"));
const WRITES = firstOf(WRITE, pattern("rewrite|redo|update|improve|do|prepare|start"));

/** "write a logline", "the logline is: …", "here's the synopsis: …". */
export const document: Rule = (s, index, talk) => {
  const here = pattern("here 's|is")(s, index);
  const start = DET(s, here < 0 ? index : here);
  const given = paperAt(s, start);
  const is = given === undefined ? -1 : IS(s, given.to);
  const set = pattern("change|set|update|make")(s, index);
  const placed = set < 0 ? undefined : paperAt(s, DET(s, set));
  const to = placed === undefined ? -1 : pattern("to|: :?")(s, placed.to);
  if (placed !== undefined && to > 0) return givenText(s, talk, placed.document, to);
  if (
    given !== undefined &&
    is > given.to &&
    (here > 0 ||
      /^[-–—]$/.test(low(s, given.to)) ||
      low(s, given.to) === ":" ||
      low(s, is - 1) === ":" ||
      start > index)
  ) {
    return givenText(s, talk, given.document, is);
  }
  const verb = WRITES(s, index);
  const asked = verb < 0 ? undefined : paperAt(s, DET(s, verb));
  if (asked === undefined || isHedged(s)) return undefined;
  if (low(s, asked.to) === ":") return givenText(s, talk, asked.document, asked.to + 1);
  const brief = textField(s, talk, "brief", asked.to, s.tokens.length);
  const text = String(brief?.value ?? "").replace(
    /^(?:for (?:us|me|this|it|the (?:film|movie|story))|please|now)\b[ ,]*/i,
    "",
  );
  return requests(s.tokens.length, { type: "document", document: asked.document, brief: text });
};

function paperAt(s: Sentence, index: number): { document: DocumentKind; to: number } | undefined {
  for (const size of [2, 1]) {
    const kind =
      at(s, index + size - 1).type === "word" ? PAPERS.get(words(s, index, index + size)) : undefined;
    if (kind !== undefined) return { document: kind, to: index + size };
  }
  return undefined;
}

/** The person's own words: all that follows in the message. */
function givenText(s: Sentence, talk: Discourse, kind: DocumentKind, from: number): Found | undefined {
  const start = at(s, from).text === "" ? s.end : at(s, from).start - (at(s, from).type === "quote" ? 1 : 0);
  const text = talk.text
    .slice(start)
    .replace(/^[\s:–—-]+/, "")
    .trim();
  if (text.split(/\s+/).length < 3 || s.asks) return undefined;
  talk.readUpTo = talk.text.length;
  const request: Request = { type: "document", document: kind, text: unquoted(text), brief: "" };
  return requests(s.tokens.length, request);
}

function unquoted(text: string): string {
  return /^"[^"]*"$|^“[^”]*”$/.test(text) ? text.slice(1, -1) : text;
}

const UNDO = firstOf(
  pattern("undo that|this|it|the|my|last|latest|previous|change|changes|one|step|edit|again|please|all|of*"),
  pattern("take that|it back please?"),
  pattern("revert that|this|it|the|last|change|please*"),
);
const HELP = firstOf(
  pattern("help me? please?"),
  pattern("what can|could you|u|i|we do|ask|say|type here?"),
  pattern("how does|do this|it|you|backlot work"),
  pattern("how do|can i|we use you|this|it|backlot"),
  pattern("commands|usage"),
  pattern("show|list me? the|all? commands|help"),
  pattern("what are the|your commands"),
  pattern("what|which commands are|do there|you have?"),
);

/** The whole sentence is "undo" or a cry for help. */
export const control: Rule = (s, index) => {
  const undo = UNDO(s, index);
  if (undo > 0 && undo >= s.tokens.length) return requests(undo, { type: "undo" });
  const help = HELP(s, index);
  if (help > 0 && help >= s.tokens.length) return requests(help, { type: "help" });
  return undefined;
};
