import { type Discourse, speakOf } from "../parts/discourse.ts";
import { itemField, textField } from "../parts/fields.ts";
import { knownAt } from "../parts/names.ts";
import { ownerAt, partyAt } from "../parts/party.ts";
import { endsAt, phraseEnd } from "../parts/phrase.ts";
import { personSlot } from "../parts/slot.ts";
import { entryStatement, tellOf } from "../parts/statements.ts";
import { told } from "../parts/told.ts";
import { firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { LOOK_THINGS } from "../words/flaws.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const ARE = pattern("is|are|'s");
const AKA = firstOf(pattern(",? aka|alias|a.k.a."), pattern(",? also? known as"));
const BELONGS = pattern("belongs|belong|belonged now? to");
const OWNS = pattern("owns|has|carries|keeps|stole|inherits|inherited the|that");
const NOT = new Set(["not", "n't", "never", "too", "wrong", "great", "perfect", "good", "bad"]);

/** Small things told of those who are there: "Karen's hair is silver", "Karen aka the Hammer", "the lighter belongs to Tom", "Karen owns the lighter". */
export const smallTold: Rule = (s, index, talk) => {
  if (isHedged(s) || isFilmTalk(s) || isShopTalk(s, index)) return undefined;
  return look(s, index, talk) ?? alias(s, index, talk) ?? belongs(s, index, talk) ?? owns(s, index, talk);
};

/** "her hair is bright green": how a part of somebody looks. */
function look(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const owner = ownerAt(s, index, talk);
  if (owner === undefined || (owner.referent.entry_id === undefined && !owner.referent.fresh))
    return undefined;
  const noun = LOOK_THINGS.has(low(s, owner.to)) ? owner.to + 1 : owner.to + 2;
  const are = LOOK_THINGS.has(low(s, noun - 1)) ? ARE(s, noun) : -1;
  if (are < 0 || NOT.has(low(s, are))) return undefined;
  const to = phraseEnd(s, are);
  const field = textField(s, talk, "appearance", owner.to, to);
  return (
    field && found(to, tellOf(talk, { ...owner, fields: [] }, told(to, [field]), false, spanOf(s, index, to)))
  );
}

function alias(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const party = partyAt(s, index, talk);
  const aka = party?.referent.entry_id === undefined ? -1 : AKA(s, party.to);
  const name = aka < 0 ? undefined : personSlot(s, aka, talk);
  if (party === undefined || name === undefined || !endsAt(s, name.to)) return undefined;
  const words = itemField(s, talk, "aliases", name.from, name.to);
  const field = words && { ...words, value: [name.mention.name] };
  return found(name.to, tellOf(talk, party, told(name.to, [field]), false, spanOf(s, index, name.to)));
}

function belongs(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const thing = thingAt(s, index, talk);
  const to = thing === undefined ? -1 : BELONGS(s, thing.to);
  const party = to < 0 ? undefined : partyAt(s, to, talk);
  return thing && party && ownedBy(s, index, talk, thing.mention, party, party.to);
}

function owns(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const party = partyAt(s, index, talk);
  const from = party === undefined ? -1 : OWNS(s, party.to);
  const thing = from < 0 ? undefined : thingAt(s, from, talk);
  return party && thing && endsAt(s, thing.to)
    ? ownedBy(s, index, talk, thing.mention, party, thing.to)
    : undefined;
}

function thingAt(s: Sentence, index: number, talk: Discourse) {
  const start = low(s, index) === "the" ? index + 1 : index;
  const name = knownAt(s, start, talk, "prop") ?? knownAt(s, index, talk, "prop");
  return name?.entry === undefined || name.owns ? undefined : name;
}

function ownedBy(
  s: Sentence,
  index: number,
  talk: Discourse,
  thing: { name: string; start: number; end: number; entry_id?: string | undefined },
  party: NonNullable<ReturnType<typeof partyAt>>,
  to: number,
): ReturnType<Rule> {
  speakOf(talk, party.referent);
  const { start, end } = party.mention;
  const owner = { field: "owner", value: party.referent.name, start, end };
  const { entry_id, ...rest } = thing;
  const mention = entry_id === undefined ? rest : { ...rest, entry_id };
  return found(to, [entryStatement("prop", mention, false, [owner], spanOf(s, index, to))]);
}
