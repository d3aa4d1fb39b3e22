import { DOCUMENT_KINDS, type DocumentKind } from "../../../../domain/project.ts";
import type { Request } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { at, firstOf, low, pattern, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isHedged } from "./mood.ts";
import { type Found, type Rule, requests } from "./rule.ts";
import { WRITE } from "./write-words.ts";

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
