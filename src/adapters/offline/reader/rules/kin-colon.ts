import type { Statement } from "../../../../domain/reading/reading.ts";
import { describe } from "../parts/describe.ts";
import { type Discourse, speakOf } from "../parts/discourse.ts";
import { kinGender, type OwnedKin, ownedKinAt, tieOf } from "../parts/kin.ts";
import { lowerNameAt, type Named, nameAt } from "../parts/names.ts";
import { namedParty, partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { personSlot } from "../parts/slot.ts";
import { tellOf } from "../parts/statements.ts";
import { told } from "../parts/told.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { fieldOfLabel } from "../words/labels.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const NAME_IS = firstOf(pattern("'s name is|:|="), pattern("is|'s called|named"));
const SIGNS = new Set([":", "=", "-", "–", "—"]);
const JOINTS = pattern(")|,|and|&*");
const MOST = 8;

/** Ties set down with signs: "John: Sarah's dad", "sarah's mom = Maya", "her boyfriend's name is Marco", "John's kids: Lily (7) and Sam (10)". */
export const kinColon: Rule = (s, index, talk) => {
  if (isHedged(s) || isFilmTalk(s) || isShopTalk(s, index)) return undefined;
  if (fieldOfLabel("character", low(s, index)) !== undefined) return undefined;
  return partyColon(s, index, talk) ?? ownedColon(s, index, talk);
};

function partyColon(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const party = partyAt(s, index, talk);
  if (party?.referent.entry_id === undefined || !SIGNS.has(low(s, party.to))) return undefined;
  const owned = ownedKinAt(s, party.to + 1, talk, party.referent);
  if (owned === undefined || owned.kin.noun.plural || !endsAt(s, owned.to)) return undefined;
  const tie = { ...tieOf(s, owned, false), span: spanOf(s, index, owned.to) };
  return found(owned.to, tellOf(talk, party, told(owned.to, [], [tie]), false, tie.span));
}

function ownedColon(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const owned = ownedKinAt(s, index, talk);
  if (owned === undefined) return undefined;
  const named = NAME_IS(s, owned.to);
  const from = named > 0 ? named : SIGNS.has(low(s, owned.to)) ? owned.to + 1 : -1;
  if (from < 0) return undefined;
  const statements: Statement[] = [];
  let here = from;
  for (let count = 0; count < (owned.kin.noun.plural ? MOST : 1); count += 1) {
    const name = slotAt(s, here, talk, named > 0 || !owned.kin.noun.plural);
    if (name === undefined) break;
    const one = relative(s, index, talk, owned, name);
    statements.push(...one.statements);
    here = Math.max(one.to, JOINTS(s, one.to));
    if (here === one.to) break;
  }
  speakOf(talk, owned.owner.referent);
  return statements.length === 0 ? undefined : found(here, statements);
}

function slotAt(s: Sentence, index: number, talk: Discourse, isDue: boolean): Named | undefined {
  const known = nameAt(s, index, talk, "character");
  if (known !== undefined) return known;
  return at(s, index).cap || isDue ? personSlot(s, index, talk) : lowerNameAt(s, index);
}

/** One of them: who they are to the owner, and what stands beside the name. */
function relative(s: Sentence, index: number, talk: Discourse, owned: OwnedKin, name: Named) {
  const isNew = name.entry === undefined && !name.ambiguous;
  const party = { ...namedParty(s, name), fields: isNew ? kinGender(s, owned.kin) : [] };
  const end = owned.kin.noun.plural ? besideEnd(s, name.to) : s.tokens.length;
  const part = { ...s, tokens: s.tokens.slice(0, end) };
  const rest = describe(part, name.to, talk, { referent: party.referent, introduced: isNew });
  const noun = { ...owned.kin.noun, plural: false };
  const tie = {
    ...tieOf(s, { ...owned, kin: { ...owned.kin, noun } }, isNew),
    span: spanOf(s, index, name.to),
  };
  const to = Math.max(name.to, rest.to);
  const all = { ...rest, ties: [tie, ...rest.ties], to };
  return { to, statements: tellOf(talk, party, all, isNew, spanOf(s, index, to)) };
}

/** What belongs to one of several: the brackets after the name, or one piece before the next comma. */
function besideEnd(s: Sentence, index: number): number {
  const close =
    low(s, index) === "(" ? s.tokens.findIndex((one, place) => place > index && one.low === ")") : -1;
  if (close > 0) return close + 1;
  const isAge = at(s, index).type === "number" && endsAt(s, index + 1);
  return isAge ? index + 1 : index;
}
