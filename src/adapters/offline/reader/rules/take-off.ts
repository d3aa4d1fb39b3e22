import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { adjectivesAt } from "../parts/adjectives.ts";
import type { Discourse, Party } from "../parts/discourse.ts";
import { itemField } from "../parts/fields.ts";
import { hasThing } from "../parts/having.ts";
import { ownerAt, partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { LIST_FIELDS } from "../words/labels.ts";
import { dropped, FORGET } from "./forget.ts";
import { isHedged } from "./mood.ts";
import { ownedLabelAt } from "./owned-label.ts";
import type { Rule } from "./rule.ts";

const TAKE = pattern("take|strip|remove|delete|drop|strike|erase|lose|ditch");
const OFF = firstOf(pattern("out of"), pattern("off|from|on of?"));
const MAX_ITEM_TOKENS = 4;
const ARTICLES = new Set(["the", "a", "an", "his", "her"]);

/** One thing that someone is or has no longer: "take brave off Sarah's traits", "remove loyal from Tom", "take the scar off John". */
export const takeOff: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const from = TAKE(s, index);
  for (let to = from + 1; from > 0 && to <= from + MAX_ITEM_TOKENS; to += 1) {
    const off = OFF(s, to);
    if (off < 0) continue;
    const one = oneOfList(s, index, from, to, off, talk) ?? oneOf(s, index, from, to, off, talk);
    if (one !== undefined) return one;
  }
  return ownThing(s, index, talk);
};

/** "take brave off Sarah's traits". */
function oneOfList(
  s: Sentence,
  index: number,
  from: number,
  to: number,
  off: number,
  talk: Discourse,
): ReturnType<Rule> {
  const owned = ownedLabelAt(s, off, talk);
  if (owned === undefined || !LIST_FIELDS.has(owned.field) || !endsAt(s, owned.to)) return undefined;
  const traits = owned.field === "traits" ? traitsAt(s, from, to, talk) : undefined;
  const start = ARTICLES.has(low(s, from)) ? from + 1 : from;
  const item = traits ?? itemField(s, talk, owned.field, start, to);
  return item && dropped(s, index, owned, owned.to, item);
}

/** "remove loyal from Tom", "take the scar off John". */
function oneOf(
  s: Sentence,
  index: number,
  from: number,
  to: number,
  off: number,
  talk: Discourse,
): ReturnType<Rule> {
  const party = partyAt(s, off, talk);
  if (party?.referent.entry_id === undefined || !endsAt(s, party.to)) return undefined;
  const start = ARTICLES.has(low(s, from)) ? from + 1 : from;
  const item = traitsAt(s, from, to, talk) ?? thingAt({ ...s, tokens: s.tokens.slice(0, to) }, start, talk);
  return item && droppedOf(s, index, party, party.to, item);
}

function traitsAt(s: Sentence, from: number, to: number, talk: Discourse): FieldReading | undefined {
  const read = adjectivesAt({ ...s, tokens: s.tokens.slice(0, to) }, from, talk, true);
  const [only] = read?.fields ?? [];
  return read?.to === to && only?.field === "traits" ? only : undefined;
}

function thingAt(s: Sentence, from: number, talk: Discourse): FieldReading | undefined {
  const [only] = hasThing(s, from, talk, false)?.fields ?? [];
  return only;
}

/** "remove Tom's scar". */
function ownThing(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = FORGET(s, index);
  const owner = from < 0 ? undefined : ownerAt(s, from, talk);
  const had = owner?.referent.entry_id === undefined ? undefined : hasThing(s, owner.to, talk, false);
  const [only] = had?.fields ?? [];
  if (owner === undefined || only === undefined || had === undefined || !endsAt(s, had.to)) return undefined;
  return droppedOf(s, index, owner, had.to, only);
}

const droppedOf = (
  s: Sentence,
  index: number,
  who: Party,
  to: number,
  item: FieldReading,
): ReturnType<Rule> => dropped(s, index, { kind: "character", mention: who.mention }, to, item);
