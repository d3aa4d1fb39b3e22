import type { Mention } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { displayName, lowerNameAt, type Named, nameAt, newNameAt } from "../parts/names.ts";
import { ownerAt, partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { personSlot } from "../parts/slot.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { isHedged, isShopTalk } from "./mood.ts";
import { renamed } from "./renamed.ts";
import type { Rule } from "./rule.ts";

const CALL = pattern("call|name");
const SHALL_BE = firstOf(pattern("should|will be called|named"), pattern("is|'s going to be called|named"));
const NEW_NAME = pattern("new name is|'s|:|=|will? be?");
const BECOMES = pattern("becomes");
/** Between two names: what stands in the text and is no word. */
const ARROW = /^\s*(?:→|➡️?|⟶|⇒|[-=]+>)\s*$/u;

/** "call John Ivan from now on", "John should be named Jakob", "Tom becomes Thomas", "Viktor's new name: Vitaly", "Tom → Tomasz". */
export const renamedSo: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const owner = ownerAt(s, index, talk);
  const label = owner === undefined ? -1 : NEW_NAME(s, owner.to);
  if (owner !== undefined && label > 0)
    return renamedTo(s, index, talk, owner.mention, personSlot(s, label, talk));
  const call = CALL(s, index);
  const party = partyAt(s, call > 0 ? call : index, talk);
  if (party?.referent.entry_id === undefined) return undefined;
  if (call > 0) {
    const name = capital(s, party.to, talk);
    const quiet = name === undefined ? given(s, party.to) : undefined;
    const lasts = quiet !== undefined && (LATER(s, quiet.to) > quiet.to || low(s, quiet.to) === "instead");
    return renamedTo(s, index, talk, party.mention, name ?? (lasts ? quiet : undefined));
  }
  if (isShopTalk(s, index)) return undefined;
  const shall = SHALL_BE(s, party.to);
  if (shall > 0) return renamedTo(s, index, talk, party.mention, personSlot(s, shall, talk));
  const arrow = arrowEnd(s, party.to, talk);
  const from = Math.max(arrow, BECOMES(s, party.to));
  if (from < 0) return undefined;
  return renamedTo(
    s,
    index,
    talk,
    party.mention,
    capital(s, from, talk) ??
      (arrow > 0 ? (given(s, from) ?? alike(s, from, party.mention.name)) : undefined),
  );
};

/** Past an arrow after the name, in one sign or typed as two, of which the first is a token. */
function arrowEnd(s: Sentence, index: number, talk: Discourse): number {
  const after = (to: number): boolean => ARROW.test(talk.text.slice(at(s, index - 1).end, at(s, to).start));
  if (at(s, index).text === "") return -1;
  return after(index) ? index : at(s, index + 1).text !== "" && after(index + 1) ? index + 1 : -1;
}

/** "mara → marta": a small word that begins as the name did, and stands alone. */
function alike(s: Sentence, index: number, name: string): Named | undefined {
  const { low: word, type, start, end } = at(s, index);
  const isLike =
    type === "word" && word.slice(0, 3) === name.slice(0, 3).toLowerCase() && endsAt(s, index + 1);
  if (!isLike || isKnownOccupation(word)) return undefined;
  return newNameAt(index, { name: displayName(word), start, end });
}

/** A given name typed without its capital. */
const given = (s: Sentence, index: number): Named | undefined => lowerNameAt(s, index);

/** A new name by its capital; a trade or someone known is none. */
function capital(s: Sentence, index: number, talk: Discourse): Named | undefined {
  const name = at(s, index).cap ? nameAt(s, index, talk, "character") : undefined;
  return name?.entry === undefined && !isKnownOccupation(low(s, index)) ? name : undefined;
}

const LATER = pattern("from|for now|here on?");

function renamedTo(
  s: Sentence,
  index: number,
  talk: Discourse,
  subject: Mention,
  name: Named | undefined,
): ReturnType<Rule> {
  if (name === undefined) return undefined;
  const to = Math.max(name.to, LATER(s, name.to));
  if (!endsAt(s, to) && !["instead", "please"].includes(low(s, to))) return undefined;
  return renamed(s, index, talk, subject, name.mention.name, to);
}
