import { at, low, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import {
  PLAIN_ADJECTIVES,
  RELATION_ADJECTIVES,
  type RelationNoun,
  relationNoun,
} from "../words/relations.ts";
import type { Discourse, Party, Referent } from "./discourse.ts";
import { valueField } from "./fields.ts";
import { nameAt } from "./names.ts";
import { isOwning, namedParty, ownerAt, partyAt } from "./party.ts";
import type { Tie } from "./told.ts";

/** "older twin sister" → its relation, and the words worth keeping beside the type. */
export interface Kin {
  readonly noun: RelationNoun & { readonly plural: boolean };
  readonly from: number;
  readonly to: number;
  readonly description: string | undefined;
  /** "secret lover". */
  readonly secret: boolean;
}

export function kinAt(s: Sentence, index: number): Kin | undefined {
  let here = index;
  let secret = false;
  const kept: string[] = [];
  while (RELATION_ADJECTIVES.has(low(s, here)) && !opensKin(s, here)) {
    if (low(s, here) === "secret") secret = true;
    else if (!PLAIN_ADJECTIVES.has(low(s, here))) kept.push(low(s, here));
    here += 1;
  }
  if (low(s, here) === "twin" && relationNoun(low(s, here + 1)) !== undefined) {
    kept.push("twin");
    here += 1;
  }
  for (const size of [3, 2, 1]) {
    const noun =
      at(s, here + size - 1).type === "word" ? relationNoun(words(s, here, here + size)) : undefined;
    if (noun === undefined) continue;
    const say = noun.told === true ? [...kept, words(s, here, here + size)] : kept;
    const description = say.length === 0 ? undefined : say.join(" ");
    const wasOnce = noun.relation === "spouse" && FORMER.has(low(s, index));
    const said = wasOnce ? { ...noun, relation: "ex-spouse" as const } : noun;
    return { noun: said, from: here, to: here + size, description, secret };
  }
  return undefined;
}

/** "Marcus's first wife": there has been another since. */
const FORMER = new Set(["first", "former"]);

/** "twin", "half brother", "childhood friend" are words for kin as they stand. */
const opensKin = (s: Sentence, index: number): boolean =>
  (relationNoun(low(s, index)) !== undefined && relationNoun(low(s, index + 1)) === undefined) ||
  relationNoun(words(s, index, index + 2)) !== undefined;

export interface OwnedKin {
  readonly owner: Party;
  readonly kin: Kin;
  readonly from: number;
  readonly to: number;
}

/** "Sarah's older brother", "her boss", "the father of Sarah", "a friend of John's". */
export function ownedKinAt(
  s: Sentence,
  index: number,
  talk: Discourse,
  except?: Referent,
): OwnedKin | undefined {
  const owner = ownerAt(s, index, talk, except);
  const kin = owner === undefined ? undefined : kinAt(s, owner.to);
  if (owner !== undefined && kin !== undefined) return { owner, kin, from: index, to: kin.to };
  const article = ["the", "a", "an"].includes(low(s, index)) ? index + 1 : index;
  const before = kinAt(s, article);
  const joint = before === undefined ? "" : low(s, before.to);
  if (before === undefined || !["of", "to", "from"].includes(joint)) return undefined;
  const start = low(s, before.to + 1) === "both" ? before.to + 2 : before.to + 1;
  const name = nameAt(s, start, talk, "character");
  const of = name === undefined ? partyAt(s, start, talk) : namedParty(s, name);
  if (
    of === undefined ||
    name?.owns === true ||
    isOwning(s, of.to) ||
    (joint === "from" && of.referent.entry_id === undefined)
  )
    return undefined;
  const to = low(s, of.to) === "'s" ? of.to + 1 : of.to;
  return { owner: of, kin: before, from: index, to };
}

/** The subject is that relation of its owner. */
export function tieOf(s: Sentence, owned: OwnedKin, introduces: boolean): Tie {
  return {
    relation: owned.kin.noun.relation,
    other: owned.owner,
    way: "is",
    description: owned.kin.description,
    secret: owned.kin.secret,
    introduces,
    span: spanOf(s, owned.from, owned.to),
  };
}

export function kinGender(s: Sentence, kin: Kin): Party["fields"] {
  return kin.noun.gender === undefined ? [] : [valueField(s, "gender", kin.noun.gender, kin.from, kin.to)];
}
