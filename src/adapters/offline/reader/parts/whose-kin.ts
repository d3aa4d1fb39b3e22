import { low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { type Discourse, speakOf } from "./discourse.ts";
import { kinAt } from "./kin.ts";
import { lowerNameAt, nameAt } from "./names.ts";
import { namedParty } from "./party.ts";
import { type Told, told } from "./told.ts";

const IS = pattern("is|'s|was named|called?");

/** "whose uncle is Viktor", "whose boss, Karen, …": somebody by what they are to the subject. */
export function whoseKin(s: Sentence, index: number, talk: Discourse): Told | undefined {
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
