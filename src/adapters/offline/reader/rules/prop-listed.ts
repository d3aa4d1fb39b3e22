import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { numberAt } from "../parts/ages.ts";
import { type Discourse, speakOf } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { nameAt } from "../parts/names.ts";
import { ownerAt } from "../parts/party.ts";
import { ownerField, thingPhraseAt } from "../parts/prop-phrase.ts";
import { isPlaceNoun } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { personNoun } from "../words/people.ts";
import { wordSet } from "../words/word-set.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const PROPS = wordSet("prop props");
/** Whoever looks after props, what they cost and where they lie are no props. */
const OF_WORK = wordSet(
  "master mistress maker guy man woman person team truck table budget shop store room list meeting day call van fairy to supervisor buyer hire house",
);
const ADDED = firstOf(
  pattern("to the props list? ,? we|i must|should|can|also|still* add|put"),
  pattern("to the props list? ,? add"),
);
const MAX_LEAD = 14;
const MAX_NAME = 5;
const NEW_ITEM = pattern("a|an|the|one|two|three|some|another|my|our|his|her");
/** Where a name is over and what is said of the thing begins. */
const ENDS = wordSet(
  "with shaped painted made which that in found from held of for carved filled wrapped tied stolen signed covered missing where full hidden engraved on under behind inside without who but",
);
/** Sums and bodies are no things one holds. */
const NO_THINGS = wordSet(
  "quid pounds dollars euros bucks pm am day days week budget cost price people crew guy lead",
);
const DESCRIBES = wordSet(
  "which made carved tied wrapped stolen given painted engraved bought inherited found hidden passed worn cracked broken burnt burned signed monogrammed handed filled still always once never",
);

/** "prop that matters: a yellow boot", "props dept pls note: a tin star, a music box", "To the props we must add the samovar and Viktor's medal", "The locket, which passes from mother to daughter, …". */
export const propListed: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || talk.elsewhere) return undefined;
  return listed(s, index, talk) ?? apposed(s, index, talk);
};

function listed(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = Math.max(ADDED(s, index), afterColon(s, index));
  if (from < 0 || isShopTalk(s, from)) return undefined;
  const items = itemsFrom(s, from);
  const statements = items.flatMap((item) => thing(s, item, talk));
  if (statements.length === 0 || statements.length < items.length) return undefined;
  for (const one of statements)
    if ("subject" in one && one.subject) speakOf(talk, { name: one.subject.name, kind: "prop", fresh: true });
  return found(s.tokens.length, statements);
}

/** "prop thats gonna haunt everyone: …", "but for props: …": after the colon, or -1. */
function afterColon(s: Sentence, index: number): number {
  let said = false;
  for (let here = index; here < Math.min(index + MAX_LEAD, s.tokens.length - 1); here += 1) {
    if (low(s, here) === ":") return said ? here + 1 : -1;
    if (!PROPS.has(low(s, here))) continue;
    if (OF_WORK.has(low(s, here + 1))) return -1;
    said = true;
  }
  return -1;
}

interface Item {
  readonly from: number;
  readonly to: number;
}

/** The parts of a list; what begins with no article of its own goes on about the one before. */
function itemsFrom(s: Sentence, start: number): Item[] {
  const items: Item[] = [];
  let from = start;
  for (let here = start; here <= s.tokens.length; here += 1) {
    const joint = [",", ";", "and"].includes(low(s, here));
    if (here < s.tokens.length && !joint) continue;
    let next = here;
    while ([",", ";", "and"].includes(low(s, next))) next += 1;
    if (here < s.tokens.length && !opensItem(s, next)) continue;
    if (here > from) items.push({ from, to: here });
    from = next;
    here = Math.max(here, next - 1);
  }
  return items;
}

const opensItem = (s: Sentence, index: number): boolean =>
  NEW_ITEM(s, index) > 0 || numberAt(s, index) !== undefined || low(s, index + 1) === "'s";

/** One thing, whose it is, and what is said of it. */
function thing(s: Sentence, { from, to }: Item, talk: Discourse): Statement[] {
  const owner = ownerAt(s, from, talk);
  const owned =
    owner !== undefined && owner.to < to && (owner.referent.entry_id !== undefined || owner.referent.fresh);
  const some = nameAt(s, from, talk, "character");
  const whose = some !== undefined && low(s, some.to) === "'s" ? some.to + 1 : from;
  const start = owned ? owner.to : Math.max(NEW_ITEM(s, whose), whose);
  let end = start;
  while (end < to && end - start < MAX_NAME && at(s, end).type !== "mark" && !ENDS.has(low(s, end))) end += 1;
  if (end === start || !isThing(s, end - 1)) return [];
  const { start: open, end: close } = spanOf(s, start, end);
  const subject = { name: talk.text.slice(open, close).replace(/\s+/g, " "), start: open, end: close };
  const rest =
    end < to ? textField(s, talk, "description", at(s, end).type === "mark" ? end + 1 : end, to) : undefined;
  const fields: FieldReading[] = [
    ...(owned ? [ownerField(owner)] : []),
    ...(rest === undefined ? [] : [rest]),
  ];
  return [entryStatement("prop", subject, true, fields, spanOf(s, from, to))];
}

function isThing(s: Sentence, index: number): boolean {
  const word = low(s, index);
  if (NO_THINGS.has(word) || isPlaceNoun(word) || at(s, index).type !== "word") return false;
  if (personNoun(word) !== undefined || isKnownOccupation(word)) return false;
  return (
    !["Verb", "Adjective", "Preposition", "Pronoun"].some((tag) => s.tags(index).has(tag)) ||
    s.tags(index).has("Noun")
  );
}

/** "the key, a crew member, …": the second comma closes what somebody is. */
function tellsPerson(s: Sentence, index: number): boolean {
  for (let here = index; at(s, here).type === "word"; here += 1) {
    const word = low(s, here);
    if (personNoun(word) !== undefined || isKnownOccupation(word) || word === "member") return true;
  }
  return false;
}

/** "The suitcase, made of crocodile leather, is never opened": of the nouns that are surely props. */
function apposed(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  if (low(s, index) !== "the" || isShopTalk(s, index) || isFilmTalk(s)) return undefined;
  const one = thingPhraseAt(s, index, talk, true);
  if (one === undefined || low(s, one.to) !== ",") return undefined;
  const next = low(s, one.to + 1);
  const counted = numberAt(s, one.to + 1) !== undefined && low(s, one.to + 2) === "of";
  const article = ["a", "an"].includes(next) && !tellsPerson(s, one.to + 2);
  if (!DESCRIBES.has(next) && !counted && !article) return undefined;
  const field = textField(s, talk, "description", one.to + 1, s.tokens.length);
  speakOf(talk, { name: one.mention.name, kind: "prop", fresh: !one.known });
  return found(s.tokens.length, [
    entryStatement(
      "prop",
      one.mention,
      !one.known,
      field === undefined ? [] : [field],
      spanOf(s, index, s.tokens.length),
    ),
  ]);
}
