import type { Group, Question } from "../../../../domain/reading/reading.ts";
import { singular } from "../../../../lib/singular.ts";
import type { Discourse } from "../parts/discourse.ts";
import { groupName, groupNameAt } from "../parts/group.ts";
import { at, firstOf, pattern, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { personNoun } from "../words/people.ts";
import { wordSet } from "../words/word-set.ts";

const WHO_IS = firstOf(
  pattern("who|whos|hwo 's|is|are|was|were again? the|our|my"),
  pattern("whos the|our|my"),
  pattern("who works|work|worked as a|an|the|our?"),
  pattern("who was|is the"),
);
/** The same of anybody: only where the word is one for people, since much else has an article. */
const WHO_IS_A = firstOf(
  pattern("who 's|is|are|was a|an"),
  pattern("which|what of? the|our? character|characters|person|people|one is|are|works|work as? a|an|the?"),
  pattern("is|are there a|an|any|already?"),
  pattern("do|have we|i|you already? have|got a|an|any"),
  pattern("who are"),
);
const WHO_IN = firstOf(
  pattern("who|whos 's|is|are? all? in"),
  pattern("who 's|is|are part of"),
  pattern("who 's|is|are a member of"),
  pattern("who 's|is|are members of"),
  pattern("who belongs to"),
);
const TAIL = firstOf(
  pattern("in|of the|this|our|my film|story|movie|script|cast|bible|piece ?*"),
  pattern("again|here|then|so far|now|please|already|yet|?*"),
);
const MAX_WORDS = 3;
const NONE = wordSet(
  "best worst next last first second other one same most only person guy girl man woman new real main favourite favorite boss",
);

/** "Who is the judge?", "which character is a nurse?", "who is in the heist crew?": whoever is that, and nobody is named. */
export function whoIsWhat(s: Sentence, index: number, talk: Discourse): Question | undefined {
  const inside = WHO_IN(s, index);
  const name = inside < 0 ? undefined : groupNameAt(s, inside);
  if (name !== undefined && ends(s, name.to))
    return asked(s, name.from, name.to, { by: "group", value: groupName(s, talk, name.from, name.to) });
  const sure = WHO_IS(s, index);
  const from = sure < 0 ? WHO_IS_A(s, index) : sure;
  for (let size = MAX_WORDS; from > 0 && size >= 1; size -= 1) {
    const to = from + size;
    if (to > s.tokens.length || !ends(s, to) || !isPhrase(s, from, to)) continue;
    const value = singular(words(s, from, to));
    const isPerson = isKnownOccupation(value) || personNoun(value) !== undefined;
    return isPerson || sure > 0 ? asked(s, from, to, { by: "occupation", value }) : undefined;
  }
  return undefined;
}

function asked(s: Sentence, from: number, to: number, group: Group): Question {
  return { type: "who", subjects: [{ name: group.value, ...spanOf(s, from, to), group }] };
}

const isPhrase = (s: Sentence, from: number, to: number): boolean =>
  s.tokens
    .slice(from, to)
    .every(
      ({ type, low }, place) => type === "word" && !NONE.has(low) && !s.tags(from + place).has("Pronoun"),
    );

const ends = (s: Sentence, index: number): boolean =>
  at(s, index).text === "" || TAIL(s, index) >= s.tokens.length;
