import type { Statement } from "../../../../domain/reading/reading.ts";
import { copulaAt } from "../parts/copula.ts";
import { describe } from "../parts/describe.ts";
import { type Discourse, pronounGender, speakOf } from "../parts/discourse.ts";
import { valueField } from "../parts/fields.ts";
import { kinGender, type OwnedKin, ownedKinAt, tieOf } from "../parts/kin.ts";
import { namelessKin } from "../parts/nameless.ts";
import { lowerNameAt, type Named, nameAt } from "../parts/names.ts";
import { type PersonPhrase, personPhraseAt } from "../parts/noun-phrase.ts";
import { namedParty } from "../parts/party.ts";
import { peggedName } from "../parts/peg.ts";
import { endsAt } from "../parts/phrase.ts";
import { personSlot } from "../parts/slot.ts";
import { entryStatement, remember, tellOf } from "../parts/statements.ts";
import { at, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { KIN, type Relation } from "../words/relations.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const IS = pattern("is|are|'s|'re|was|were actually|now|also|both?");
const NAMED = pattern("is|'s called|named");
const NAME_OF = pattern("'s name is|'s|:");

/** "John's sister Sarah is a nurse", "Sarah's boss, Karen, is 50", "her boss is Karen", "Sarah's parents are Maya and Tom". */
export const kinSubject: Rule = (s, index, talk) => {
  if (isHedged(s) || isSubordinate(s, index) || isShopTalk(s, index) || isFilmTalk(s)) return undefined;
  const owned = ownedKinAt(s, index, talk);
  if (owned === undefined) return undefined;
  const read = ofKin(s, index, talk, owned);
  const gender = owned.owner.referent.fresh ? pronounGender(low(s, index)) : undefined;
  if (read === undefined || gender === undefined || owned.owner.referent.gender !== undefined) return read;
  const told = [valueField(s, "gender", gender, index, index + 1)];
  const { mention } = owned.owner;
  remember(talk, owned.owner, told, false);
  return {
    ...read,
    statements: [
      entryStatement("character", mention, false, told, spanOf(s, index, index + 1)),
      ...read.statements,
    ],
  };
};

function ofKin(s: Sentence, index: number, talk: Discourse, owned: OwnedKin): ReturnType<Rule> {
  const after = sinceWhen(s, owned.to);
  const is = Math.max(IS(s, after), NAME_OF(s, after));
  const was = is > after && ["was", "were"].includes(low(s, after));
  const late = was ? personPhraseAt(s, is, talk) : undefined;
  const named = late !== undefined && late.sure !== "guess" ? peggedName(s, late.to, talk) : undefined;
  if (
    was &&
    named === undefined &&
    !(LASTING.has(owned.kin.noun.relation) && nameAt(s, is, talk, "character")?.entry !== undefined)
  )
    return undefined;
  if (is > after) return linked(s, index, is, talk, owned);
  const phrase = besidePhrase(s, owned, talk);
  if (phrase !== undefined) return brought(s, index, talk, owned, phrase.name, phrase.fields);
  const beside = besideKin(s, owned, talk);
  return beside && brought(s, index, talk, owned, beside);
}

/** "Sarah's ex-husband, a cop named Ray, …". */
function besidePhrase(
  s: Sentence,
  owned: OwnedKin,
  talk: Discourse,
): { name: Named; fields: PersonPhrase["fields"] } | undefined {
  const from = [",", "(", "–", "-"].includes(low(s, owned.to)) ? owned.to + 1 : -1;
  if (!["a", "an"].includes(low(s, from))) return undefined;
  const phrase = personPhraseAt(s, from, talk);
  const name = phrase === undefined || phrase.sure === "guess" ? undefined : peggedName(s, phrase.to, talk);
  return phrase && name && { name, fields: phrase.fields };
}

function besideKin(s: Sentence, owned: OwnedKin, talk: Discourse): Named | undefined {
  const start = [",", "(", ":", "–", "-"].includes(low(s, owned.to)) ? owned.to + 1 : owned.to;
  const pegged = peggedName(s, owned.to, talk);
  if (pegged !== undefined) return pegged;
  const name = nameAt(s, start, talk, "character") ?? quietName(s, start);
  return name !== undefined && (at(s, start).cap || name.entry !== undefined || name.solid)
    ? name
    : undefined;
}

/** "his ex wife ana works …": a given name without its capital, with nothing after it that it could describe. */
function quietName(s: Sentence, index: number): Named | undefined {
  const name = lowerNameAt(s, index);
  const next = name === undefined ? undefined : s.tags(name.to);
  const stands =
    name !== undefined && (endsAt(s, name.to) || next?.has("Verb") === true || next?.has("Copula") === true);
  return stands ? name : undefined;
}

/** "… is Karen", "… are Maya and Tom", "… is called Theo". */
function linked(s: Sentence, index: number, is: number, talk: Discourse, owned: OwnedKin): ReturnType<Rule> {
  const called = NAMED(s, is - 1);
  const statements: Statement[] = [];
  const names: Named[] = [];
  let here = Math.max(called, is);
  while (here < s.tokens.length) {
    const name =
      called > is ? personSlot(s, here, talk) : (nameAt(s, here, talk, "character") ?? quietName(s, here));
    if (name === undefined || low(s, name.to) === "'s") break;
    names.push(name);
    statements.push(...named(s, index, talk, owned, name, []));
    here = name.to;
    if (!owned.kin.noun.plural || ![",", "and", "&"].includes(low(s, here))) break;
    here += low(s, here) === "," && low(s, here + 1) === "and" ? 2 : 1;
  }
  const [only] = names;
  if (names.length === 1 && only !== undefined && [",", "(", "-", "–", "—"].includes(low(s, only.to))) {
    const read = brought(s, index, talk, owned, only);
    if (read !== undefined && read.to > only.to) return read;
  }
  if (statements.length > 0) speakOf(talk, owned.owner.referent);
  return statements.length === 0 ? linkedPhrase(s, index, is, talk, owned) : found(here, statements);
}

/** "… is a dentist named Paul". */
function linkedPhrase(
  s: Sentence,
  index: number,
  is: number,
  talk: Discourse,
  owned: OwnedKin,
): ReturnType<Rule> {
  const phrase = personPhraseAt(s, is, talk);
  const name = phrase === undefined || phrase.sure === "guess" ? undefined : peggedName(s, phrase.to, talk);
  return phrase && name
    ? brought(s, index, talk, owned, name, phrase.fields)
    : unnamedKin(s, index, is, talk, owned);
}

const SINCE = new Set(["since", "from", "for"]);
const MAX_SINCE = 5;
/** "Sarah's best friend since kindergarten is …": past how long. */
function sinceWhen(s: Sentence, index: number): number {
  if (!SINCE.has(low(s, index))) return index;
  for (let here = index + 1; here < index + MAX_SINCE; here += 1) if (low(s, here) === "is") return here;
  return index;
}

/** Of these "was" says no less than "is". */
const LASTING = new Set<Relation>([...KIN, "mentor"]);

const TOLD = new Set(["age", "age_range", "occupation", "archetype", "flaw", "role"]);

/** "her boss is a crook": somebody who matters and has no name yet. */
function unnamedKin(
  s: Sentence,
  index: number,
  is: number,
  talk: Discourse,
  owned: OwnedKin,
): ReturnType<Rule> {
  const { referent } = owned.owner;
  if (referent.entry_id === undefined && !referent.fresh) return undefined;
  const subject = { referent: { name: "", kind: "character", fresh: true }, introduced: false };
  const said = copulaAt(s, is, talk, { subject, past: false, plural: false, secret: false });
  if (said?.fields.some((field) => TOLD.has(field.field)) !== true || !endsAt(s, said.to)) return undefined;
  const party = namelessKin(s, talk, owned.kin, owned.kin.from);
  if (party === undefined) return undefined;
  const tie = { ...tieOf(s, owned, true), span: spanOf(s, index, said.to) };
  return found(said.to, tellOf(talk, party, { ...said, ties: [tie] }, true, spanOf(s, index, said.to)));
}

/** "…, Karen, is 50": the tie, and what is said of the one named. */
function brought(
  s: Sentence,
  index: number,
  talk: Discourse,
  owned: OwnedKin,
  name: Named,
  before: Parameters<typeof remember>[2] = [],
): ReturnType<Rule> {
  const party = { ...namedParty(s, name), fields: [] };
  const introduced = name.entry === undefined && !name.ambiguous && !party.referent.fresh;
  remember(talk, owned.owner, [], false);
  remember(talk, party, introduced ? kinGender(s, owned.kin) : [], introduced);
  const rest = describe(s, name.to, talk, { referent: party.referent, introduced });
  return found(rest.to, named(s, index, talk, owned, name, [...before, ...rest.fields], rest.ties, rest.to));
}

function named(
  s: Sentence,
  index: number,
  talk: Discourse,
  owned: OwnedKin,
  name: Named,
  fields: Parameters<typeof remember>[2],
  ties: Parameters<typeof tellOf>[2]["ties"] = [],
  to = name.to,
): Statement[] {
  const introduced = name.entry === undefined && !name.ambiguous;
  const party = { ...namedParty(s, name), fields: introduced ? kinGender(s, owned.kin) : [] };
  const tie = { ...tieOf(s, owned, introduced), span: spanOf(s, index, name.to) };
  const told = { fields: [...fields], ties: [tie, ...ties], things: [], to };
  return tellOf(talk, party, told, introduced, spanOf(s, index, to));
}
