import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { type Discourse, type Party, speakOf } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { ownerAt, partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { ownerField, type ThingPhrase, thingPhraseAt } from "../parts/prop-phrase.ts";
import { entryStatement } from "../parts/statements.ts";
import { firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const BELONGS = firstOf(
  pattern("really|actually|originally|once|now* belongs|belonged now? to"),
  pattern("is|'s|was owned|carried|worn|used|kept by"),
  pattern("is|'s|was the? property of"),
);
const IS = pattern("is|'s|was actually|really|now*");
const HAS = firstOf(
  pattern("always|never? carries|owns|keeps|wields|treasures|holds|brings"),
  pattern("always|secretly* has|have got?"),
  pattern("'s got"),
);
const PROP_IS = firstOf(
  pattern(
    "a|an|the|our|one|another key|main|important|central|crucial|hero|new* prop|object is|'s|would|will|should be?",
  ),
  pattern("main|key|central|hero|signature|important|crucial|running* prop is|'s"),
);
const IS_PROP = pattern("is|'s a|our|the|another important|key* prop|object");

/** Whose a thing is: "the gun belongs to Viktor", "the red suitcase is John's", "Maya has this old camera"; and "the gun is a prop". */
export const propTold: Rule = (s, index, talk) => {
  if (isHedged(s) || isSubordinate(s, index) || isFilmTalk(s) || isShopTalk(s, index)) return undefined;
  return owned(s, index, talk) ?? has(s, index, talk) ?? prop(s, index, talk) ?? propIs(s, index, talk);
};

function owned(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const thing = thingPhraseAt(s, index, talk, false);
  if (thing === undefined) return undefined;
  const belongs = BELONGS(s, thing.to);
  if (belongs > 0) {
    const party = partyAt(s, belongs, talk);
    return isOfFilm(party) && endsAt(s, party.to) ? told(s, index, talk, thing, party, party.to) : undefined;
  }
  const is = IS(s, thing.to);
  const owner = is < 0 ? undefined : ownerEnding(s, is, talk);
  return owner && told(s, index, talk, thing, owner, owner.to);
}

/** "John's" with nothing after it. */
function ownerEnding(s: Sentence, index: number, talk: Discourse): Party | undefined {
  const party = partyAt(s, index, talk);
  if (isOfFilm(party) && low(s, party.to) === "'s" && endsAt(s, party.to + 1))
    return { ...party, to: party.to + 1 };
  const owner = low(s, index) === "her" || low(s, index) === "his" ? undefined : ownerAt(s, index, talk);
  return isOfFilm(owner) && endsAt(s, owner.to) && owner.to > index ? owner : undefined;
}

function has(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const party = partyAt(s, index, talk);
  const from = isOfFilm(party) ? HAS(s, party.to) : -1;
  const thing = from < 0 ? undefined : thingPhraseAt(s, from, talk, true);
  if (party === undefined || thing === undefined) return undefined;
  const to = OPEN.has(low(s, thing.to)) ? s.tokens.length : thing.to;
  return to > thing.to || endsAt(s, thing.to) ? told(s, index, talk, thing, party, to) : undefined;
}

/** A clause about the thing is no other one. */
const OPEN = new Set("she he they that which with in from to nobody made shaped".split(" "));

function prop(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const owner = ownerAt(s, index, talk);
  const start = owner === undefined || !isOfFilm(owner) ? index : owner.to;
  const thing = start > index ? bare(s, start, talk) : thingPhraseAt(s, index, talk, false);
  const is = thing === undefined ? -1 : IS_PROP(s, thing.to);
  if (thing === undefined || is < 0 || !endsAt(s, is)) return undefined;
  const fields = start > index && owner !== undefined ? [ownerField(owner)] : [];
  return found(is, [entryStatement("prop", thing.mention, true, fields, spanOf(s, index, is))]);
}

/** "a key prop is Clara's pearl necklace", "another prop: the ledger". */
function propIs(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = PROP_IS(s, index);
  const owner = from < 0 ? undefined : ownerAt(s, from, talk);
  const own = isOfFilm(owner) ? owner : undefined;
  const said = ["is", "'s"].includes(low(s, from - 1)) && ["a", "an"].includes(low(s, from));
  const any = (listed: boolean) => (from < 0 ? undefined : thingPhraseAt(s, from, talk, listed));
  const thing = own ? bare(s, own.to, talk) : (any(true) ?? (said ? any(false) : undefined));
  const open = thing !== undefined && OPEN.has(low(s, thing.to));
  if (thing === undefined || !(open || endsAt(s, thing.to))) return undefined;
  const rest = open ? textField(s, talk, "description", thing.to, s.tokens.length) : undefined;
  const fields = [...(own ? [ownerField(own)] : []), ...(rest === undefined ? [] : [rest])];
  return found(open ? s.tokens.length : thing.to, [
    entryStatement("prop", thing.mention, !thing.known, fields, spanOf(s, index, thing.to)),
  ]);
}

/** "Tom's gun": the owner stands for the article. */
function bare(s: Sentence, index: number, talk: Discourse): ThingPhrase | undefined {
  const tokens = s.tokens.map((token, place) => (place === index - 1 ? { ...token, low: "the" } : token));
  return thingPhraseAt({ ...s, tokens }, index - 1, talk, false);
}

const isOfFilm = (party: Party | undefined): party is Party =>
  party !== undefined && (party.referent.entry_id !== undefined || party.referent.fresh);

function told(
  s: Sentence,
  index: number,
  talk: Discourse,
  thing: ThingPhrase,
  party: Party,
  to: number,
): ReturnType<Rule> {
  speakOf(talk, party.referent);
  const fields: FieldReading[] = [ownerField(party)];
  return found(to, [entryStatement("prop", thing.mention, !thing.known, fields, spanOf(s, index, to))]);
}
