import { describe } from "../parts/describe.ts";
import { remember, tellOf } from "../parts/statements.ts";
import type { Discourse } from "../parts/discourse.ts";
import { lowerNameAt, nameAt } from "../parts/names.ts";
import { namedParty, partyAt } from "../parts/party.ts";
import { COPULAS, predicateAt } from "../parts/predicate.ts";
import { isEmptyTold, joinTold, type Party, type Told } from "../parts/told.ts";
import { at, low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const STRONG = new Set(["age", "age_range", "occupation"]);
const BRACKETS = /^[,(:]$|^[-–—]+$/;

/** Someone, and what is said of them: "Sarah is 29 now", "she's a photographer", "Maya, a retired surgeon in her fifties, wants …", "SARAH (28), a journalist". */
export const tell: Rule = (s, index, talk) => {
  if (isHedged(s) || isSubordinate(s, index) || isShopTalk(s, index)) return undefined;
  const party = subjectAt(s, index, talk);
  if (party === undefined) return undefined;
  const known = party.referent.entry_id !== undefined || party.referent.fresh;
  if (!known && isFilmTalk(s)) return undefined;
  const ambiguous = nameAt(s, index, talk, "character")?.ambiguous === true;
  const all = sayings(s, party, talk, !known && !ambiguous);
  if (all === undefined) return undefined;
  if (isEmptyTold(all)) return found(all.to, []);
  const strong = all.fields.some((field) => STRONG.has(field.field)) && isPlainName(s, party);
  const explicit = !known && !ambiguous && strong;
  if (!explicit && !known && !ambiguous) all.things.length = 0;
  return found(all.to, tellOf(talk, party, all, explicit, spanOf(s, index, all.to)));
};

function subjectAt(s: Sentence, index: number, talk: Discourse): Party | undefined {
  const party = partyAt(s, index, talk);
  if (party !== undefined) return ["him", "her"].includes(low(s, index)) ? undefined : party;
  const quiet = lowerNameAt(s, index);
  return quiet !== undefined && COPULAS.has(low(s, index + 1)) ? namedParty(s, quiet) : undefined;
}

/** A name that stands for itself: not the first word of an order or a remark. */
function isPlainName(s: Sentence, party: Party): boolean {
  const tags = s.tags(party.to - 1);
  return !tags.has("Verb") && !tags.has("Adverb") && !tags.has("Place");
}

/** The predicate, or the apposition and what follows it. */
function sayings(s: Sentence, party: Party, talk: Discourse, introduced: boolean): Told | undefined {
  const subject = { referent: party.referent, introduced };
  remember(talk, party, [], false);
  if (BRACKETS.test(low(s, party.to))) {
    const all = describe(s, party.to, talk, subject);
    return isEmptyTold(all) ? undefined : all;
  }
  const first = predicateAt(s, party.to, talk, subject);
  if (first === undefined) return undefined;
  if (isEmptyTold(first)) return more(s, first, party, talk, subject);
  return more(s, first, party, talk, subject);
}

/** What else the sentence says of the same one: "…, has a scar and she wants revenge". */
function more(s: Sentence, first: Told, party: Party, talk: Discourse, subject: Parameters<typeof predicateAt>[3]): Told {
  if (first.to >= s.tokens.length) return first;
  const newcomer = first.ties.some((tie) => tie.introduces);
  const next = at(s, first.to).type === "mark" ? first.to + 1 : first.to;
  if (newcomer && ["he", "she"].includes(low(s, next))) return first;
  remember(talk, party, first.fields, subject.introduced);
  const rest = describe(s, first.to, talk, subject);
  return rest.to > first.to ? joinTold(first, rest) : first;
}

