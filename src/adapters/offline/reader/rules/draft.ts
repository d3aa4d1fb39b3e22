import type { Mention, Request } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { nameAt } from "../parts/names.ts";
import { type PersonPhrase, personPhraseAt } from "../parts/noun-phrase.ts";
import { endsAt } from "../parts/phrase.ts";
import { isPlaceNoun } from "../parts/slot.ts";
import { at, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { personNoun } from "../words/people.ts";
import { isHedged } from "./mood.ts";
import { type Rule, requests } from "./rule.ts";
import { WRITE } from "./write-words.ts";

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
