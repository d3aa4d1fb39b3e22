import { adjectivesAt } from "../parts/adjectives.ts";
import { copulaAt } from "../parts/copula.ts";
import { denialAt } from "../parts/denial.ts";
import type { Discourse, Party } from "../parts/discourse.ts";
import { groupAt } from "../parts/group.ts";
import { ofOne, singularly, withFinite } from "../parts/plural.ts";
import { predicateAt } from "../parts/predicate.ts";
import { tellOf } from "../parts/statements.ts";
import { tieVerb } from "../parts/tie-verbs.ts";
import { isEmptyTold, joinTold, type Told, told } from "../parts/told.ts";
import { low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const OPENS = new Set(["everyone", "everybody", "all", "both", "each", "every", "the", "whole"]);
const BEING = pattern("is|are|'s|'re all|both|each|also|now|actually|secretly*");
const ALL = pattern("all|both|each*");

/** "everyone in the heist crew is in their forties", "all the cops are corrupt", "the whole gang wears masks". */
export const groupTold: Rule = (s, index, talk) => {
  if (!OPENS.has(low(s, index)) || isHedged(s) || isShopTalk(s, index) || isFilmTalk(s)) return undefined;
  const party = groupAt(s, index, talk) ?? everyone(s, index, talk);
  if (party === undefined || leavesOut(s, party.to)) return undefined;
  const said = saidOfAll(s, party, talk);
  const all = party.mention.group?.by === "all" ? lasting(said) : said;
  if (all === undefined || isEmptyTold(all)) return undefined;
  return found(all.to, tellOf(talk, party, all, false, spanOf(s, index, all.to)));
};

/** "everybody is Irish". */
const everyone = (s: Sentence, index: number, talk: Discourse): Party | undefined =>
  ["everyone", "everybody"].includes(low(s, index)) ? groupAt(s, index, talk, true) : undefined;

const LASTING = new Set([
  "age",
  "age_range",
  "ethnicity",
  "background",
  "class",
  "disability",
  "era",
  "occupation",
]);

/** "everybody is funny" may be said of the people who write it; that they are all from Cork is not. */
function lasting(said: Told | undefined): Told | undefined {
  if (said === undefined || said.fields.some((field) => !LASTING.has(field.field))) return undefined;
  return { ...said, ties: [], drops: [] };
}

const EXCEPT = new Set(["except", "excepting", "besides", "apart", "aside", "unless", "minus"]);

/** "…, except Tom": the rules do not take one of them out, so that nothing is said of the others either. */
const leavesOut = (s: Sentence, from: number): boolean =>
  s.tokens.some(
    (token, at) => at >= from && (EXCEPT.has(token.low) || (token.low === "but" && low(s, at + 1) === "not")),
  );

function saidOfAll(s: Sentence, party: Party, talk: Discourse): Told | undefined {
  const from = ALL(s, party.to);
  const being = BEING(s, from);
  const first = being > from ? beingSo(s, from, being, party, talk) : doingSo(s, from, party, talk);
  if (first === undefined) return undefined;
  let all = first;
  while (["and", ","].includes(low(s, all.to))) {
    const next = complement(s, all.to + 1, party, talk) ?? doingSo(s, all.to + 1, party, talk);
    if (next === undefined || next.to <= all.to || isEmptyTold(next)) break;
    all = joinTold(all, next);
  }
  return { ...all, fields: ofOne(all.fields.filter((field) => field.field !== "gender")), things: [] };
}

function beingSo(s: Sentence, from: number, being: number, party: Party, talk: Discourse): Told | undefined {
  const subject = { referent: party.referent, introduced: false };
  return denialAt(s, from, talk, subject) ?? complement(s, being, party, talk);
}

/** Feelings that pass are told of a group, since that is what is special about it ("everybody in the diner scene is scared"). */
function complement(s: Sentence, index: number, party: Party, talk: Discourse): Told | undefined {
  const subject = { referent: party.referent, introduced: false };
  const one = singularly(s, index);
  const said = copulaAt(one, index, talk, { subject, past: false, plural: true, secret: false });
  if (said !== undefined && !isEmptyTold(said)) return said;
  const feeling = adjectivesAt(s, index, talk, true);
  return feeling && told(feeling.to, feeling.fields);
}

/** What all the characters do is mostly said of the script ("every character needs a flaw"), and not read. */
function doingSo(s: Sentence, index: number, party: Party, talk: Discourse): Told | undefined {
  if (party.mention.group?.by === "all") return undefined;
  const subject = { referent: party.referent, introduced: false };
  return predicateAt(s, index, talk, subject) ?? tieVerb(withFinite(s, index), index, talk, subject);
}
