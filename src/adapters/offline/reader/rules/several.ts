import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { adjectivesAt } from "../parts/adjectives.ts";
import { bareAge } from "../parts/ages.ts";
import type { Discourse } from "../parts/discourse.ts";
import { type Named, nameAt } from "../parts/names.ts";
import { namedParty } from "../parts/party.ts";
import { remember, tellOf } from "../parts/statements.ts";
import { told } from "../parts/told.ts";
import { at, low, pattern, type SpanOf, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { personNoun } from "../words/people.ts";
import { listedKinAt, withTies } from "./kin-list.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { type Found, found, type Rule } from "./rule.ts";

const THE = pattern("the|our|these|two|three|four|five our|two|three|four|five*");
const ARE = pattern(",? are|'re both|all|now|each*");
const EACH = pattern("are|'re? both|all|each");
const MOST = 5;

/** "The twins, Kit and Kat, are 8", "Luz and Marisol Ortega both 16": several at once, and what all of them are. */
export const several: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s) || isShopTalk(s, index + 1)) return undefined;
  return named(s, index, talk) ?? bothAged(s, index, talk);
};

function named(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const start = THE(s, index);
  const kin = start < 0 ? undefined : listedKinAt(s, start);
  const noun = low(s, start);
  const to = kin?.to ?? (start > 0 && noun.endsWith("s") && isPart(noun.slice(0, -1)) ? start + 1 : -1);
  if (to < 0 || ![",", "(", ":", "–", "—"].includes(low(s, to))) return undefined;
  const names = namesAt(s, to + 1, talk);
  const last = names.at(-1);
  if (last === undefined || names.length < 2) return undefined;
  const are = ARE(s, low(s, last.to) === ")" ? last.to + 1 : last.to);
  if (are < 0 && at(s, last.to).text !== "" && at(s, last.to).type !== "mark") return undefined;
  const list = people(s, index, names, are < 0 ? last.to : are, talk);
  return kin === undefined ? list : withTies(list, kin, spanOf(s, index, last.to));
}

const isPart = (noun: string): boolean =>
  personNoun(noun) !== undefined && personNoun(noun)?.role !== "extra";

function bothAged(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const names = namesAt(s, index, talk);
  const last = names.at(-1);
  const from = last === undefined || names.length < 2 ? -1 : EACH(s, last.to);
  if (from < 0 || bareAge(s, from) === undefined) return undefined;
  return people(s, index, names, from, talk);
}

/** Names that are new here, with "and" before the last. */
function namesAt(s: Sentence, from: number, talk: Discourse): Named[] {
  const names: Named[] = [];
  let here = from;
  while (names.length < MOST) {
    const name = at(s, here).cap ? nameAt(s, here, talk, "character") : undefined;
    if (name === undefined || name.entry !== undefined || name.ambiguous || name.referent !== undefined)
      return [];
    names.push(name);
    here = name.to;
    const joint = [",", "and", "&"].includes(low(s, here));
    if (!joint || !at(s, here + 1).cap) break;
    here += 1;
  }
  return names;
}

function people(s: Sentence, index: number, names: readonly Named[], from: number, talk: Discourse): Found {
  const shared = bareAge(s, from) ?? adjectivesAt(s, from, talk, true);
  const to = Math.max(shared?.to ?? 0, names.at(-1)?.to ?? index);
  const span: SpanOf = spanOf(s, index, to);
  const fields: FieldReading[] = shared?.fields ?? [];
  const statements = names.flatMap((name): Statement[] => {
    const party = { ...namedParty(s, name), fields: [] };
    remember(talk, party, fields, true);
    return tellOf(talk, party, told(to, fields), true, span);
  });
  return found(to, statements);
}
