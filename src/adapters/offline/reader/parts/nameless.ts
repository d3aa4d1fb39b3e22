import type { Mention } from "../../../../domain/reading/reading.ts";
import { low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Relation } from "../words/relations.ts";
import type { Discourse, Party } from "./discourse.ts";
import { type Kin, kinGender } from "./kin.ts";

/** Stands for a name nobody said, so that "he" can mean its bearer; one word, which no message holds. */
const STAND_IN = "namelessxx";
const FIRST_LETTER = 97;
const LETTERS = 26;

/** Kin and foes who matter in a story even before they have a name; friends, neighbours and clients come and go. */
const MATTERING = new Set<Relation>([
  "parent",
  "child",
  "sibling",
  "spouse",
  "ex-spouse",
  "fiancé",
  "partner",
  "lover",
  "grandparent",
  "grandchild",
  "aunt or uncle",
  "niece or nephew",
  "rival",
  "enemy",
  "mentor",
  "employer",
  "best friend",
]);

/** Somebody who is asked for or told of without a name, by the words [from, to). */
export function nameless(
  s: Sentence,
  talk: Discourse,
  from: number,
  to: number,
  fields: Party["fields"],
): Party {
  const count = talk.nameless;
  talk.nameless += 1;
  const name =
    STAND_IN + String.fromCharCode(FIRST_LETTER + (count % LETTERS)).repeat(1 + Math.floor(count / LETTERS));
  const gender = fields.find((field) => field.field === "gender")?.value;
  const referent = {
    name,
    kind: "character",
    fresh: true,
    gender: typeof gender === "string" ? gender : undefined,
  };
  talk.unnamed = { fields, request: {}, standIn: name };
  return { mention: { name, ...spanOf(s, from, to) }, referent, to, fields };
}

/** The same for "a brother", "her boss". Undefined for kin who are hardly a part of a story. */
export function namelessKin(s: Sentence, talk: Discourse, kin: Kin, from: number): Party | undefined {
  const { noun } = kin;
  if (noun.plural || !MATTERING.has(noun.relation) || low(s, kin.to - 1) === "partner") return undefined;
  return nameless(s, talk, from, kin.to, kinGender(s, kin));
}

export const isNameless = (mention: Mention): boolean => mention.name.startsWith(STAND_IN);
