import type { Discourse } from "../parts/discourse.ts";
import { isPersonWord } from "../parts/evidence.ts";
import type { Named } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { besideName, peggedName } from "../parts/peg.ts";
import { personSlot } from "../parts/slot.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { relationNoun } from "../words/relations.ts";
import { MODALS } from "../words/small-verbs.ts";
import { adjectiveField } from "../words/traits.ts";
import { introduction } from "./introduction.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import type { Rule } from "./rule.ts";

export const MAKE = pattern(
  "create|add|make|introduce|include|insert|build|invent|bring|put up|in|me|us* new?",
);
const MAKING = firstOf(
  pattern("i|we wish|'d|would|want like|love? to make|create|add|introduce"),
  pattern("i|we make|create|add|introduce also|one*"),
  pattern("i|we 'm|'re|am|are adding|creating|introducing"),
  pattern("i|we have|'ve|got got? an|another|this? idea for|of"),
);
const NEEDS = firstOf(
  pattern("i|we want there to be"),
  pattern("i|we 'd|would like|love there to be"),
  pattern("we|i also|really|still|just? need|want|'ve|have got? also?"),
  pattern("the|our|this film|movie|story|script|show needs|has|wants"),
  pattern("i|we 'd|would like|love"),
  pattern("i|we have got? also"),
  pattern("have"),
  pattern("give us|me"),
  pattern("i|we made|created|invented|imagined|wrote|drew up?"),
);
/** "our story follows …": what a film is about is brought in by saying so. */
export const ABOUT = firstOf(
  pattern(
    "the|our|this story|film|movie|script follows|tracks|centers|centres|revolves|is|'s|opens|starts|begins about|on|around|with?",
  ),
  pattern("story|film|movie|script follows"),
);
const THERE = firstOf(
  pattern("it|this 's|is|follows about|on|around"),
  pattern("there 's|is|are|was once|also?"),
  pattern("once|there there? was"),
  pattern("it|this 's|is the|a story|tale of|about"),
  pattern("meet"),
  pattern("we meet|follow"),
  pattern("we open|start|begin the|our? story|film|movie|script? on|with"),
  pattern("then|so|and* we|you have|get|got|'ve|meet"),
  pattern("we|i|let present|introduce|me you? introduce? you? to?"),
  ABOUT,
  pattern("let me tell you|u guys|all* about"),
  pattern("allow|permit me to introduce|present"),
  pattern("i|we* 'd|would|want like|love? you|everyone|everybody|to? to? meet|introduce"),
  pattern("say hello|hi to"),
  pattern("this is"),
  pattern("here 's|is"),
  pattern("enter|introducing"),
);
const NEW = pattern("new|another");
const NAME_IS = pattern("the? name is|'s");

/** "Create a character named …", "add Priya to the cast", "there's a cop, Dan, who …", "meet Eve, 34", "new character: Maya". */
export const introduce: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const made = Math.max(MAKE(s, index), MAKING(s, index), NEW(s, index));
  if (goesOn(s, index, talk)) return introduction(s, { start: index, from: index, command: true }, talk);
  if (made > index) return introduction(s, { start: index, from: made, command: true }, talk);
  const named = NAME_IS(s, index);
  const name = named > index && !isVague(s, named) ? personSlot(s, named, talk) : undefined;
  if (name !== undefined) return present(s, index, talk, name, []);
  const from = Math.max(NEEDS(s, index), THERE(s, index), thereIn(s, index));
  if (from < 0 || isShopTalk(s, from) || isFilmTalk(s, from)) return undefined;
  return introduction(s, { start: index, from, command: false }, talk);
};

const IN_PLACE = pattern(
  "in|at|on|behind|across|upstairs|downstairs|outside|under|next|over the|a|his|her|their|to?",
);
const THERE_IS = pattern(",? there|we 's|is|lives|works|have|find|meet also?");
const MAX_PLACE = 7;
/** "in the kitchen there's Big Dolores": the place first. */
function thereIn(s: Sentence, index: number): number {
  const to = IN_PLACE(s, index);
  for (let here = to; to > 0 && here < to + MAX_PLACE; here += 1) {
    const from = THERE_IS(s, here);
    if (from > 0) return from;
  }
  return -1;
}

/** "name is still tbd", "the name is on the poster". */
const isVague = (s: Sentence, index: number): boolean =>
  !at(s, index).cap &&
  (s.tags(index).has("Adverb") || s.tags(index).has("Preposition") || s.tags(index).has("Adjective"));

const LEAD_IN = pattern("start|begin|go with|off with?");

/** "create …, and a …": the order holds for what follows it. */
export function goesOn(s: Sentence, index: number, talk: Discourse): boolean {
  return (
    talk.making === s.start &&
    index > 0 &&
    ["a", "an", "another"].includes(low(s, index)) &&
    low(s, index - 1) === "and"
  );
}

const NUMBERED = pattern("#|no|nr|number|num? 1|2|3|4|5|6|7|8|9|one|two|three|four|a|b|c");
/** "character: Eve, 34", "villain = Konrad Voss": a part, a colon, a name. */
export const labelledPart: Rule = (s, start, talk) => {
  const index = Math.max(start, LEAD_IN(s, start));
  const counts = [1, 2, 3].find((gap) => NUMBERED(s, index + gap) > 0);
  const line = counts === undefined ? s : { ...s, tokens: s.tokens.slice(0, index + counts) };
  const phrase = personPhraseAt(line, index, talk);
  if (phrase === undefined || isHedged(s)) return undefined;
  const part = { ...phrase, to: Math.max(phrase.to, NUMBERED(s, phrase.to)) };
  const counted = part.to > phrase.to && ["is", "'s", "will"].includes(low(s, part.to));
  if (!counted && ![":", "="].includes(low(s, part.to))) return undefined;
  const second = at(s, part.to + 1).cap ? undefined : personPhraseAt(s, part.to + 1, talk);
  const late =
    second === undefined ? undefined : (peggedName(s, second.to, talk) ?? besideName(s, second.to, talk));
  if (second !== undefined && second.sure !== "guess" && late !== undefined && part.sure === "person")
    return present(s, index, talk, late, [...part.fields, ...second.fields]);
  const name = isNameless(s, part.to + 1) ? undefined : personSlot(s, part.to + 1, talk);
  const closed = name !== undefined && (at(s, name.to).text === "" || at(s, name.to).type === "mark");
  if (part.sure !== "person" && !(part.sure === "trade" && closed && s.tags(part.to + 1).has("FirstName")))
    return undefined;
  return name && present(s, index, talk, name, part.fields);
};

/** "villain: gorgeous, rich, …": what follows describes, and names nobody. */
const isNameless = (s: Sentence, index: number): boolean =>
  !at(s, index).cap &&
  (adjectiveField(low(s, index)) !== undefined || isPersonWord(low(s, index)) || isVague(s, index));

const CALLED = firstOf(pattern("named|called"), pattern("by the name of"));

/** "A retired judge named Walter Hobbs moves in", "A doctor, Dr. Amina Yusuf, late thirties": the phrase first, then the name. */
export const phraseFirst: Rule = (s, index, talk) => {
  const bare = personPhraseAt(s, index, talk);
  const opens =
    s.tags(index).has("Noun") &&
    bare?.sure === "person" &&
    bare.article === "" &&
    ["named", "called"].includes(low(s, bare.to));
  if (!(opens || ["a", "an"].includes(low(s, index))) || isHedged(s) || isShopTalk(s, index) || isFilmTalk(s))
    return undefined;
  const phrase = personPhraseAt(s, index, talk);
  if (phrase === undefined || (phrase.sure !== "trade" && phrase.sure !== "person")) return undefined;
  const pegged = CALLED(s, phrase.to) > 0 ? peggedName(s, phrase.to, talk) : undefined;
  if (relationNoun(phrase.head) && (pegged === undefined || phrase.head !== "kid")) return undefined;
  const beside = [",", "(", "–", "—", "-"].includes(low(s, phrase.to))
    ? besideName(s, phrase.to, talk)
    : undefined;
  const apposed = pegged === undefined && beside === undefined ? nameAfter(s, phrase.to, talk) : undefined;
  const closed = beside !== undefined && (at(s, beside.to).text === "" || at(s, beside.to).type === "mark");
  const named = pegged ?? apposed ?? (closed ? beside : undefined);
  const name = named !== undefined && MODALS.has(low(s, named.to)) ? undefined : named;
  return name && present(s, index, talk, name, phrase.fields);
};

const REACH = 7;

/** "a man in a cheap suit, FELIX (40s), …": more words, a comma, and a name between marks. */
function nameAfter(s: Sentence, index: number, talk: Discourse): Named | undefined {
  if (!["in", "with", "from", "of"].includes(low(s, index))) return undefined;
  for (let here = index + 1; here < Math.min(index + REACH, s.tokens.length); here += 1) {
    if (low(s, here) !== ",") continue;
    const name = at(s, here + 1).cap ? besideName(s, here, talk) : undefined;
    return name?.solid === true && [",", "("].includes(low(s, name.to)) ? name : undefined;
  }
  return undefined;
}

const FIRST = pattern("the? first|second|third|fourth|fifth|next|last|new|another|main");

/** "first character." and "the story needs a witness.": someone without a name yet, for a "her name is …" to come. */
export const unnamed: Rule = (s, index, talk) => {
  const from = Math.max(FIRST(s, index), NEEDS(s, index));
  if (from < 0 || isHedged(s) || isShopTalk(s, from) || isFilmTalk(s, from)) return undefined;
  const phrase = personPhraseAt(s, from, talk);
  if (
    phrase === undefined ||
    phrase.to < s.tokens.length ||
    (phrase.sure !== "person" && phrase.sure !== "trade")
  )
    return undefined;
  talk.unnamed = { fields: phrase.fields, request: {} };
  return { to: phrase.to, statements: [], questions: [], requests: [] };
};
