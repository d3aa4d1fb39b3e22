import type { Discourse } from "../parts/discourse.ts";
import { type Named, nameAt } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { peggedName } from "../parts/peg.ts";
import { personSlot } from "../parts/slot.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import type { Rule } from "./rule.ts";

const IS = firstOf(pattern("to be"), pattern("is|'s|are|will|shall be? also?"));
const WANT = pattern("i|we want|need");
const NAME_IS = pattern("'s? name is|'s|: actually?");
const CALLED = pattern("is|'s called|named");
/** Those who make the film: "our editor is Jim" is talk about the crew. */
const CREW = new Set(
  "producer director editor writer composer designer cameraman photographer actor actress screenwriter scriptwriter filmmaker intern assistant manager agent lawyer accountant publisher researcher coach trainer illustrator programmer developer".split(
    " ",
  ),
);
const OUR = new Set(["our", "the", "my", "a"]);

/** "our lead is Tom, a teacher", "the hero's name is Kofi", "our heroine, Lena, is shy", "the protagonist is a girl called Noor". */
export const partPlayed: Rule = (s, start, talk) => {
  const index = Math.max(start, WANT(s, start));
  if (!OUR.has(low(s, index)) || isHedged(s) || isFilmTalk(s) || isShopTalk(s, index + 1)) return undefined;
  const part = personPhraseAt(s, low(s, index) === "my" ? index + 1 : index, talk);
  const plays = part?.fields.some((field) => field.field === "role" || field.field === "archetype");
  // "my teacher is called …" is about somebody's life.
  const trade =
    part !== undefined && low(s, index) !== "my" && isKnownOccupation(part.head) && !CREW.has(part.head);
  if (part === undefined || (plays !== true && !trade)) return undefined;
  const pegged = peg(s, part.to, NAME_IS, talk) ?? peg(s, part.to, CALLED, talk);
  if (pegged !== undefined) return present(s, index, talk, pegged, part.fields);
  const is = IS(s, part.to);
  if (is > part.to) {
    const name = at(s, is).cap ? nameAt(s, is, talk, "character") : undefined;
    if (name !== undefined && (plays === true || low(s, index) === "our" || closes(s, name)))
      return present(s, index, talk, name, part.fields);
    const phrase = personPhraseAt(s, is, talk);
    const late = phrase === undefined ? undefined : peggedName(s, phrase.to, talk);
    if (phrase !== undefined && late !== undefined)
      return present(s, index, talk, late, [...part.fields, ...phrase.fields]);
    return undefined;
  }
  if (plays !== true) return undefined;
  const beside = low(s, part.to) === "," || low(s, part.to) === "(" ? part.to + 1 : part.to;
  const name = at(s, beside).cap ? nameAt(s, beside, talk, "character") : undefined;
  return name && present(s, index, talk, name, part.fields);
};

/** "The vet is Lorna, 44": the given name, then a mark or the end. */
function closes(s: Sentence, name: Named): boolean {
  const next = at(s, name.to);
  return (
    name.entry === undefined &&
    s.tags(name.from).has("FirstName") &&
    (next.text === "" || next.type === "mark")
  );
}

function peg(
  s: Sentence,
  index: number,
  match: ReturnType<typeof pattern>,
  talk: Discourse,
): Named | undefined {
  const to = match(s, index);
  return to > index ? personSlot(s, to, talk) : undefined;
}
