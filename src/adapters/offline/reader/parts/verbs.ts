import { at, firstOf, low, type Pattern, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { BAD_HABITS } from "../words/flaws.ts";
import { wordSet } from "../words/word-set.ts";
import { bareAge, numberAt } from "./ages.ts";
import { carries } from "./belongings.ts";
import type { Discourse } from "./discourse.ts";
import { itemField, textField, valueField } from "./fields.ts";
import { looseVerb } from "./loose-verbs.ts";
import { personPhraseAt } from "./noun-phrase.ts";
import { phraseEnd, trimEnd } from "./phrase.ts";
import { personSlot } from "./slot.ts";
import { tieByLemma } from "./tie-lemmas.ts";
import { onceTied, tieVerb } from "./tie-verbs.ts";
import { type Subject, type Told, told } from "./told.ts";

/** Verbs whose object is a field's value. */
const OBJECTS: readonly (readonly [string, Pattern])[] = [
  ["want", pattern("dreams|dream of|about")],
  ["want", pattern("longs|yearns|hopes|aspires|aims for?")],
  ["want", pattern("seeks|craves|desires")],
  ["want", pattern("wants|want just|only|desperately?")],
  ["need", pattern("needs|need")],
  ["fear", pattern("fears|dreads|fear")],
  ["wardrobe", pattern("wears|wear|dresses only|always|in?")],
  ["voice", pattern("speaks|talks with|in")],
  ["motivation", pattern("fights|searches|hunts|looks for|against")],
  ["lie", pattern("believes that?")],
  ["lie", pattern("is|'s convinced that?")],
  ["lie", pattern("thinks that?")],
];
/** Verbs told whole: "grew up in Lisbon". */
const WHOLE: readonly (readonly [string, Pattern])[] = [
  ["background", pattern("grew up")],
  ["background", pattern("comes|hails|came from")],
  ["background", pattern("lives|lived|moved|emigrated|immigrated in|to|from|with|alone|near")],
  ["background", pattern("used to")],
  ["background", pattern("served|trained|deserted|fought|worked in|at|under|with|as|from")],
  ["background", pattern("studies|studied|teaches|taught")],
  ["appearance", pattern("limps|squints")],
  ["background", pattern("lost his|her|their|a|both|everything|custody")],
  ["background", pattern("escaped|survived|fled|inherited|dropped")],
  ["voice", pattern("stutters|stammers|lisps|mumbles")],
];
const VAGUE = wordSet("it that this them him her us me you everything nothing more less out in to");

/** What a verb other than "is" and "has" tells of its subject. */
export function verbAt(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  return (
    onceTied(s, index, talk, subject) ??
    tieVerb(s, index, talk, subject) ??
    tieByLemma(s, index, talk, subject) ??
    worksAs(s, index, talk) ??
    becomes(s, index, talk) ??
    promoted(s, index, talk) ??
    goesBy(s, index, talk) ??
    turns(s, index) ??
    objectVerb(s, index, talk) ??
    wholeVerb(s, index, talk, subject) ??
    habit(s, index, talk, subject) ??
    carries(s, index, talk) ??
    looseVerb(s, index, talk, subject)
  );
}

const AS = pattern("as");
/** "works as a courier", "works nights as a nurse". */
function worksAs(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = [0, 1, 2]
    .map((gap) => (["works", "working", "serves"].includes(low(s, index)) ? AS(s, index + 1 + gap) : -1))
    .find((to) => to > 0);
  if (from === undefined) return undefined;
  const found = personPhraseAt(s, from, talk);
  return found === undefined
    ? undefined
    : told(
        found.to,
        found.fields.filter((field) => field.field !== "gender"),
      );
}

/** "becomes a lawyer". */
function becomes(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const phrase = ["becomes", "become"].includes(low(s, index))
    ? personPhraseAt(s, index + 1, talk)
    : undefined;
  return phrase?.sure === "trade"
    ? told(
        phrase.to,
        phrase.fields.filter((field) => field.field !== "gender"),
      )
    : undefined;
}

const PROMOTED = firstOf(
  pattern("got|has|'s|was|is been? promoted|elected|appointed|made to|as|:|–|- a|an|the?"),
  pattern("got|has|'s|was|is been? made|elected|appointed a|an|the?"),
);
/** "got promoted: head nurse", "was elected mayor". */
function promoted(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = PROMOTED(s, index);
  const phrase = from < 0 ? undefined : personPhraseAt(s, from, talk);
  if (phrase?.sure !== "trade") return undefined;
  return told(
    phrase.to,
    phrase.fields.filter((field) => field.field !== "gender"),
  );
}

/** "goes by bus", "goes by feel". */
const BY_MEANS = wordSet(
  "bus car train foot bike bicycle taxi cab plane boat ferry tram sea air road rail horse feel instinct ear heart hand gut fast quickly slowly",
);

function goesBy(s: Sentence, index: number, talk: Discourse): Told | undefined {
  if (low(s, index) !== "goes" || low(s, index + 1) !== "by") return undefined;
  let from = index + 2;
  while (
    ["the", "name", "nickname", "of"].includes(low(s, from)) &&
    !at(s, from + 1).glued &&
    at(s, from + 1).text !== ""
  ) {
    if (low(s, from) === "the" && low(s, from + 1) !== "name" && low(s, from + 1) !== "nickname") break;
    from += 1;
  }
  if (from === index + 2 && BY_MEANS.has(low(s, from))) return undefined;
  const name = personSlot(s, from, talk);
  return name === undefined ? undefined : told(name.to, [itemField(s, talk, "aliases", name.from, name.to)]);
}

const WHEN = wordSet("the on in this during at halfway right just midway when");
function turns(s: Sentence, index: number): Told | undefined {
  if (low(s, index) !== "turns" && !(low(s, index) === "turned" && low(s, index - 1) === "just"))
    return undefined;
  const age = bareAge(s, index + 1);
  if (age !== undefined) return told(age.to, age.fields);
  const years = low(s, index) === "turns" ? numberAt(s, index + 1) : undefined;
  if (years === undefined || years.value < 4 || years.value > 110 || !WHEN.has(low(s, years.to)))
    return undefined;
  return told(phraseEnd(s, years.to), [valueField(s, "age", years.value, index + 1, years.to)]);
}

function objectVerb(s: Sentence, index: number, talk: Discourse): Told | undefined {
  for (const [field, match] of OBJECTS) {
    const from = match(s, index);
    if (from < 0) continue;
    const to = phraseEnd(s, from);
    const first = low(s, from);
    if (
      to === from ||
      (VAGUE.has(first) && !(first === "to" && to > from + 1) && !isOwned(s, from, to)) ||
      isAboutWork(field, s, from, to)
    )
      return told(to);
    if (field === "lie")
      return ofSelf(s, from, to) ? told(to, [textField(s, talk, field, from, to)]) : told(to);
    return told(to, [textField(s, talk, field, from, to)]);
  }
  return undefined;
}

/** "wants her daughter back". */
const isOwned = (s: Sentence, from: number, to: number): boolean =>
  low(s, from) === "her" && to > from + 1 && s.tags(from + 1).has("Noun");

const SELF = wordSet(
  "he she him her his himself herself nobody everyone everybody people love money god life",
);
/** "believes the ship hates him": what somebody holds of themselves or of the world, not of the plot. */
const ofSelf = (s: Sentence, from: number, to: number): boolean =>
  s.tokens.slice(from, to).some((token) => SELF.has(token.low)) && to - from > 2 && !hasCapital(s, from, to);
const hasCapital = (s: Sentence, from: number, to: number): boolean =>
  s.tokens.slice(from, to).some((token) => token.cap && token.type === "word");

/** "John needs work", "Tom needs a haircut before the shoot": about the draft, not the character's need. */
function isAboutWork(field: string, s: Sentence, from: number, to: number): boolean {
  if (field === "need" && low(s, from) === "to" && NO_NEEDS.has(low(s, from + 1))) return true;
  return (
    field === "need" && low(s, from) !== "to" && !NEEDED.has(low(s, to - 1)) && !NEEDED.has(low(s, from))
  );
}

/** What a draft's character needs, not the person: "needs to be funnier", "needs to go". */
const NO_NEEDS = wordSet(
  "be go die get have come leave change show say do work appear meet wait feel look sound make happen",
);
const NEEDED = wordSet(
  "love forgiveness closure redemption acceptance approval family connection purpose peace justice truth trust money healing hope freedom forgiven control someone father mother friend",
);

function wholeVerb(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  for (const [field, match] of WHOLE) {
    if (match(s, index) < 0) continue;
    const to = phraseEnd(s, index + 1);
    const past = ["used", "lost"].includes(low(s, index));
    if (past && trimEnd(s, index, to) < index + 3) return undefined;
    if (
      low(s, index) === "lost" &&
      !subject.introduced &&
      !["his", "her", "both"].includes(low(s, index + 1))
    )
      return undefined;
    return told(to, [textField(s, talk, field, index, to)]);
  }
  return undefined;
}

const TOO_MUCH = pattern("too|way|very|so|a|like|constantly|compulsively|heavily|constantly");
function habit(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  if (!BAD_HABITS.has(low(s, index))) return undefined;
  const to = phraseEnd(s, index + 1);
  const bad =
    low(s, index + 1) === "too" || low(s, index + 1) === "compulsively" || low(s, index + 1) === "heavily";
  if (!bad && !(subject.introduced && TOO_MUCH(s, index + 1) >= 0)) return undefined;
  return told(to, [textField(s, talk, "flaw", index, to)]);
}
