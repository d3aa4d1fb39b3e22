import type { Discourse } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { isTitle } from "../parts/known.ts";
import { knownAt, placeName } from "../parts/names.ts";
import { ownerAt, partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { placePhraseEnd } from "../parts/place-phrase.ts";
import { isPlaceNoun } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isNoName } from "../words/not-names.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { type KindNoun, namedThing } from "./named-thing.ts";
import { found, type Rule } from "./rule.ts";

const ARTICLE = pattern("the|a|an|this|our|their|his|her|some|one");
const CALLED = firstOf(
  pattern("is|'s just? called|named"),
  pattern("called|named"),
  pattern("'s name is|'s|:"),
  pattern("by the name of"),
);
const NAME_OF = pattern("the? name of|for the|our|their|his|her");
const IS = pattern("is|'s|:|=|-|–");
const MAIN = pattern(
  "one? of? the|our|my|their|his|her|one|another* main|key|primary|central|only|other|second|first|biggest* location|locations|setting|settings|set|sets|place|places|hideout|hideaway|hq|headquarters|base|lair|den|safehouse idea|option? is|'s|:|are",
);
const THERE = pattern("there|it 's|is|has|was");
const MAX_REACH = 12;

/** A place and its name in looser words: "the bar is called The Anchor", "they live in a village called Oberau", "the main location is an abandoned mall". */
export const placeNamed: Rule = (s, index, talk) => {
  if (isHedged(s) || isFilmTalk(s)) return undefined;
  if (isSubordinate(s, index)) return INSIDE.has(low(s, index)) ? called(s, index, talk) : undefined;
  return (
    ofOwner(s, index, talk) ??
    has(s, index, talk) ??
    mainPlace(s, index, talk) ??
    nameOf(s, index, talk) ??
    beside(s, index, talk) ??
    apposed(s, index, talk) ??
    called(s, index, talk) ??
    isPlace(s, index, talk)
  );
};

const INSIDE = new Set(["in", "at"]);

const IS_A = pattern("is|'s|was once? just|basically|really? a|an|the|one");
/** What one thinks of a town, and what one does in it. */
const JUDGED = new Set(
  "great good nice lovely beautiful expensive cheap nightmare dump mess joke dream cool boring fun bad terrible awful amazing fantastic perfect proper better best worst real different".split(
    " ",
  ),
);
const LANDS = new Set(
  "camp settlement outpost colony resort suburb neighbourhood neighborhood district port kingdom planet moon island archipelago county province republic commune reservation suburbia slum".split(
    " ",
  ),
);
const AFTER = new Set("on in of where that with near at by off which for up outside when whose".split(" "));
/** "a village idiot" is no village. */
const isWhole = (s: Sentence, index: number): boolean => endsAt(s, index) || AFTER.has(low(s, index));
const MAX_NAME = 4;
/** Of the shoot: "Stage 4 is a warehouse". */
const NUMBERED = new Set(
  "stage studio unit day scene set location take base act option plan shot".split(" "),
);
/** "Saltmarsh is a dying port town": a name nobody bears, and what kind of place it is. */
function isPlace(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const first = low(s, index) === "the" ? index + 1 : index;
  if (
    NUMBERED.has(low(s, first)) ||
    !at(s, first).cap ||
    s.tags(first).has("FirstName") ||
    isShopTalk(s, index) ||
    isNoName(low(s, first))
  )
    return undefined;
  let to = first + 1;
  while (to < first + MAX_NAME && (at(s, to).cap || low(s, to) === "of" || at(s, to).type === "number"))
    to += 1;
  const from = IS_A(s, to);
  const land = [0, 1, 2, 3].find((gap) => LANDS.has(low(s, from + gap)) && isWhole(s, from + gap + 1));
  const phrase = from < 0 ? -1 : placePhraseEnd(s, from, false);
  const end = from > 0 && land !== undefined ? from + land + 1 : phrase;
  if (
    end < 0 ||
    JUDGED.has(low(s, from)) ||
    !(at(s, to - 1).cap || at(s, to - 1).type === "number") ||
    !(isPlaceNoun(low(s, end - 1)) || land !== undefined)
  )
    return undefined;
  const { start } = at(s, index);
  const subject = {
    name: placeName(talk.text.slice(start, at(s, to - 1).end)),
    start,
    end: at(s, to - 1).end,
  };
  if ([index, first].some((here) => knownAt(s, here, talk) !== undefined) || !isWhole(s, end))
    return undefined;
  const field = textField(s, talk, "description", from - 1, s.tokens.length);
  const span = spanOf(s, index, s.tokens.length);
  return found(s.tokens.length, [
    entryStatement("location", subject, true, field === undefined ? [] : [field], span),
  ]);
}

/** "Tom's bar is called Lucky's". */
function ofOwner(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const owner = ownerAt(s, index, talk);
  const end = owner === undefined ? -1 : placePhraseEnd(s, owner.to, false);
  const name = end < 0 ? -1 : CALLED(s, end);
  if (owner?.referent.entry_id === undefined || name < 0 || isShopTalk(s, index)) return undefined;
  return namedThing(s, index, nounAt(index, end), name, talk, index);
}

const HAS = firstOf(
  pattern("has|have got?"),
  pattern("is full of"),
  pattern("used to be"),
  pattern("burned|burnt down"),
  pattern("floods every|when|whenever"),
  pattern("overlooks the|a|an"),
  pattern("leaks|creaks|shakes when|whenever|every"),
  pattern("never closes|sleeps|opens"),
);

/** "the diner has a broken sign": of a place of the film. */
function has(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const start = low(s, index) === "the" ? index + 1 : index;
  const name = knownAt(s, index, talk, "location") ?? knownAt(s, start, talk, "location");
  const from = name?.entry === undefined || name.owns ? -1 : HAS(s, name.to);
  if (name === undefined || from < 0 || isShopTalk(s, index)) return undefined;
  if (!["a", "an", "no", "two", "three"].includes(low(s, from)) && s.tags(from).has("Verb")) return undefined;
  const text = textField(
    s,
    talk,
    "description",
    low(s, from - 1) === "has" ? from : name.to,
    s.tokens.length,
  );
  if (text === undefined) return undefined;
  const span = spanOf(s, index, s.tokens.length);
  return found(s.tokens.length, [entryStatement("location", name.mention, false, [text], span)]);
}

function mainPlace(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = MAIN(s, index);
  if (from < 0 || isShopTalk(s, from)) return undefined;
  const start = Math.max(ARTICLE(s, from), from);
  const end = placePhraseEnd(s, start);
  const name = nameAfter(s, end < 0 ? from : end);
  if (end > 0 && name > 0) return namedThing(s, index, nounAt(start, end), name, talk, start);
  if (end < 0) return undefined;
  const span = spanOf(s, start, end);
  const subject = { name: placeName(talk.text.slice(span.start, span.end)), ...span };
  return found(s.tokens.length, [entryStatement("location", subject, true, [], spanOf(s, index, end))]);
}

/** "a motel off the highway, the Blue Palm": the name that stands after a comma. */
function nameAfter(s: Sentence, from: number): number {
  for (let here = from; here < Math.min(from + MAX_REACH, s.tokens.length); here += 1) {
    const called = CALLED(s, here);
    if (called > here) return called;
    if (low(s, here) !== ",") continue;
    const next = low(s, here + 1) === "the" ? here + 2 : here + 1;
    if (at(s, next).cap) return here + 1;
  }
  return -1;
}

const nounAt = (from: number, to: number): KindNoun => ({ kind: "location", generic: false, from, to });

/** "name of the school: Westbrook High". */
function nameOf(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const start = NAME_OF(s, index);
  const end = start < 0 ? -1 : placePhraseEnd(s, start);
  const is = end < 0 ? -1 : IS(s, end);
  return is < 0 || isShopTalk(s, index)
    ? undefined
    : namedThing(s, index, nounAt(start, end), is, talk, start);
}

/** "there's this old lighthouse, Point Grim". */
function beside(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const there = THERE(s, index);
  const start = there < 0 ? -1 : ARTICLE(s, there);
  const end = start < 0 ? -1 : placePhraseEnd(s, start, false);
  if (end < 0 || low(s, end) !== "," || !at(s, end + 1).cap || isShopTalk(s, index)) return undefined;
  return namedThing(s, index, nounAt(start, end), end + 1, talk, start);
}

/** "they all meet at a bar, the Blue Parrot", "a small town, Mirrow": between marks, and nobody's name. */
function apposed(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  if (isShopTalk(s, index) || s.tokens.some((token) => BOOKED.has(token.low))) return undefined;
  for (let here = index; here < Math.min(index + MAX_REACH, s.tokens.length - 2); here += 1) {
    const start = ["a", "an"].includes(low(s, here)) ? here + 1 : -1;
    const end = start < 0 ? -1 : placePhraseEnd(s, start, false);
    if (end < 0 || low(s, end) !== "," || !isPlaceNoun(low(s, end - 1))) continue;
    const name = low(s, end + 1) === "the" ? end + 2 : end + 1;
    let to = name;
    while (at(s, to).cap && to < name + MAX_NAME) to += 1;
    const bears = s.tags(name).has("FirstName") || isNoName(low(s, name)) || isTitle(low(s, name));
    if (to === name || bears || !(endsAt(s, to) || at(s, to).type === "mark")) return undefined;
    return namedThing(s, index, nounAt(start, end), end + 1, talk, start);
  }
  return undefined;
}

/** "called off", "named after". */
const NO_NAMES = new Set("off in on for back out into a an after by it what that so".split(" "));
const WANTED = pattern("we|i 're|'ll|are|am|'m|will? gonna|going? to? need|want|have");

/** Where the crew sleeps and eats. */
const BOOKED = new Set(
  "till until breakfast checkin check-in checkout booked booking wifi pm am reservation rooms".split(" "),
);

/** Words for a place with "called" after them, wherever they stand. */
function called(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  if (partyAt(s, index, talk) !== undefined || ["he", "she", "i"].includes(low(s, index))) return undefined;
  for (let here = index; here < Math.min(index + MAX_REACH, s.tokens.length - 2); here += 1) {
    const start = ARTICLE(s, here);
    const end = start < 0 ? -1 : placePhraseEnd(s, start, false);
    const bracket = low(s, end) === "(" && at(s, end + 1).cap ? end + 1 : -1;
    const name = end < 0 ? -1 : Math.max(CALLED(s, end), bracket);
    if (
      name < 0 ||
      NO_NAMES.has(low(s, name)) ||
      isShopTalk(s, Math.max(WANTED(s, index), index)) ||
      s.tokens.some((token) => BOOKED.has(token.low))
    )
      continue;
    const isKnown = ["the", "this"].includes(low(s, here)) && isThere(s, start, end, talk);
    if (!isKnown) return namedThing(s, index, nounAt(start, end), name, talk, start);
  }
  return undefined;
}

/** "the diner is called Moe's" of a diner that is there renames it. */
const isThere = (s: Sentence, from: number, to: number, talk: Discourse): boolean =>
  talk.known
    .find(talk.text.slice(at(s, from).start, at(s, to - 1).end).toLowerCase())
    .some((entry) => entry.kind === "location");
