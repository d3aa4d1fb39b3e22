import { low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { type Discourse, speakOf } from "./discourse.ts";
import { textField } from "./fields.ts";
import { kinAt, kinGender } from "./kin.ts";
import { lowerNameAt, nameAt } from "./names.ts";
import { personPhraseAt } from "./noun-phrase.ts";
import { namedParty } from "./party.ts";
import { type Told, told } from "./told.ts";

const IS = pattern("is|'s|was named|called?");

/** "whose uncle is Viktor", "whose boss, Karen, …": somebody by what they are to the subject. */
export function whoseKin(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const born = bornTo(s, index, talk);
  if (born !== undefined) return born;
  const kin = low(s, index) === "whose" ? kinAt(s, index + 1) : undefined;
  if (kin === undefined || kin.noun.plural) return undefined;
  const from = low(s, kin.to) === "," ? kin.to + 1 : Math.max(IS(s, kin.to), kin.to);
  const name = nameAt(s, from, talk, "character") ?? lowerNameAt(s, from);
  if (name === undefined) return undefined;
  const other = namedParty(s, name);
  speakOf(talk, other.referent);
  const { description, secret, noun } = kin;
  const introduces = name.entry === undefined && !other.referent.fresh;
  const span = spanOf(s, index, name.to);
  return told(
    name.to,
    [],
    [{ relation: noun.relation, other, way: "has", description, secret, introduces, span }],
  );
}

/** "son of a fisherman", "the daughter of missionaries": where somebody comes from. */
function bornTo(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = ["the", "a", "an", "only"].includes(low(s, index)) ? index + 1 : index;
  const kin = kinAt(s, from);
  if (kin === undefined || kin.noun.plural || low(s, kin.to) !== "of") return undefined;
  const parent = personPhraseAt(s, kin.to + 1, talk);
  if (parent === undefined || parent.sure === "guess" || !["a", "an", "two", ""].includes(parent.article))
    return undefined;
  const gender = kinGender(s, kin);
  return told(parent.to, [...gender, textField(s, talk, "background", from, parent.to)]);
}
