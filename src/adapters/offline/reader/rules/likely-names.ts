import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { characterAt } from "../judge/characters.ts";
import { type Discourse, speakOf } from "../parts/discourse.ts";
import { kinGender, ownedKinAt, tieOf } from "../parts/kin.ts";
import { isTitle } from "../parts/known.ts";
import type { Named } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { isFamilyName, otherNameFrom } from "../parts/other-name.ts";
import { recall } from "../parts/party.ts";
import { entryStatement } from "../parts/statements.ts";
import type { Tie } from "../parts/told.ts";
import { firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { isTaken } from "./midway.ts";
import { isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import { type Found, found } from "./rule.ts";

/** Before the name of a place or a people. */
const OF_PLACES = wordSet("in at near above from on around across towards via née nee a an");
/** Between what somebody is and the name. */
const LINK = firstOf(
  pattern("is|'s|was called|named"),
  pattern("is|'s|was|are|=|:|,|called|named|-|–|—|("),
  pattern("by? the? name of|is"),
);
const MAX_BEFORE = 8;
/** "there's Gus": no message of this many words tells who somebody is. */
const TOO_SHORT = 3;

/** Those who are somebody of the story by all that stands around their names, where no rule has read them. */
export function likelyNames(s: Sentence, talk: Discourse, read: Found | undefined): Found | undefined {
  if (talk.persons.size === 0 || s.asks || talk.elsewhere || isHedged(s)) return undefined;
  if (talk.sentences.length === 1 && s.tokens.length <= TOO_SHORT) return undefined;
  const statements: Statement[] = [];
  let to = 0;
  for (let here = 0; here < s.tokens.length; here += 1) {
    const name = characterAt(s, here, talk);
    if (name === undefined) continue;
    const one = isMeant(s, name, talk) && !isTaken(s, here, read) ? brought(s, name, talk) : undefined;
    if (one === undefined) {
      here = name.to - 1;
      continue;
    }
    statements.push(...one.statements);
    to = one.to;
    here = Math.max(name.to, to) - 1;
  }
  return statements.length === 0 ? undefined : { to, statements, questions: [], requests: [] };
}

function isMeant(s: Sentence, name: Named, talk: Discourse): boolean {
  if (name.entry !== undefined || name.ambiguous || name.referent !== undefined) return false;
  if (OF_PLACES.has(low(s, name.from - 1)) && !isTitle(low(s, name.from))) return false;
  if (isSpokenTo(s, name)) return false;
  return talk.persons.has(nameKey(name.mention.name));
}

/** "I see the villain as a banker, Paul". */
const isSpokenTo = (s: Sentence, name: Named): boolean =>
  low(s, name.from - 1) === "," && name.to === s.tokens.length && isShopTalk(s, 0);

function brought(s: Sentence, name: Named, talk: Discourse): Found {
  const other = alsoCalled(s, name, talk);
  if (other !== undefined) return other;
  const { start, fields, ties } = toldBefore(s, name, talk);
  const one = present(upToSmallName(s, name.to, talk), start, talk, name, fields, ties);
  recall(s, name.to, s.tokens.length, talk);
  return one;
}

/** "Ottoline, goes by Otto", "everyone says Sully": somebody whom the message has just brought in. */
function alsoCalled(s: Sentence, name: Named, talk: Discourse): Found | undefined {
  const lead = otherNameFrom(s, name.from);
  const who = talk.spoken.findLast((one) => one.kind === "character");
  if (lead < 0 || who === undefined || !who.fresh) return undefined;
  const { start, end } = name.mention;
  const fields: FieldReading[] = isFamilyName(s, lead)
    ? []
    : [{ field: "aliases", value: [name.mention.name], start, end }];
  speakOf(talk, { ...who, also: [name.mention.name] });
  const subject = { name: who.name, start, end };
  const span = spanOf(s, lead, name.to);
  return found(
    name.to,
    fields.length === 0 ? [] : [entryStatement("character", subject, false, fields, span)],
  );
}

/** "viktor owes tom money he's 43": what stands after another name may be told of that one. */
function upToSmallName(s: Sentence, from: number, talk: Discourse): Sentence {
  const next = s.tokens.findIndex(
    ({ cap }, here) => here >= from && !cap && characterAt(s, here, talk) !== undefined,
  );
  return next < 0 ? s : { ...s, tokens: s.tokens.slice(0, next) };
}

/** "her sergeant is Femi", "Babysitter = Keziah", "a customs man, Anwar": what leads to the name. */
function toldBefore(
  s: Sentence,
  name: Named,
  talk: Discourse,
): { start: number; fields: readonly FieldReading[]; ties: readonly Tie[] } {
  for (let start = Math.max(0, name.from - MAX_BEFORE); start < name.from; start += 1) {
    const owned = ownedKinAt(s, start, talk);
    if (owned !== undefined && !owned.kin.noun.plural && leads(s, owned.to, name.from)) {
      const tie = { ...tieOf(s, owned, true), span: spanOf(s, start, name.to) };
      return { start, fields: kinGender(s, owned.kin), ties: [tie] };
    }
    const phrase = personPhraseAt(s, start, talk);
    if (phrase !== undefined && phrase.sure !== "guess" && leads(s, phrase.to, name.from))
      return { start, fields: phrase.fields, ties: [] };
  }
  return { start: name.from, fields: [], ties: [] };
}

const leads = (s: Sentence, index: number, name: number): boolean =>
  index === name || LINK(s, index) === name;
