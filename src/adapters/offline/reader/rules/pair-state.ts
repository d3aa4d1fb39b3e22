import { kinAt } from "../parts/kin.ts";
import { NEGATIONS } from "../parts/predicate.ts";
import { at, firstOf, low, pattern, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Relation } from "../words/relations.ts";

/** What two or more are to each other. */
export interface Related {
  readonly relation: Relation;
  readonly description: string | undefined;
  readonly secret: boolean;
  /** They are it no longer, or never were. */
  readonly ends: boolean;
  readonly to: number;
}

export const ARE = firstOf(
  pattern(
    "are|'re|got|get actually|now|both|also|secretly|all|really|just|still|only|practically|basically|technically|old*",
  ),
  pattern(":|=|–|—|-"),
  pattern("have|'ve secretly? been actually|now|both|also|secretly*"),
);
const FORMERLY = pattern("were|used to? be? once?");
const AFFAIR = pattern("having an affair");
const STATES: readonly (readonly [Relation, ReturnType<typeof pattern>])[] = [
  ["spouse", pattern("secretly? married")],
  ["fiancé", pattern("engaged")],
  ["ex-spouse", pattern("divorced|separated")],
  ["lover", pattern("madly|secretly? in love")],
  ["lover", AFFAIR],
  ["partner", pattern("dating|together")],
  ["partner", pattern("a couple|item")],
  ["partner", pattern("in a relationship")],
  ["partner", pattern("seeing each other")],
  ["ex-spouse", pattern("getting a? divorced|divorce")],
  ["partner", pattern("an item|couple")],
  ["spouse", pattern("newlyweds")],
  ["colleague", pattern("partners on|at|in the|a force|job|squad|beat|law|firm|business|case|unit|precinct")],
  ["colleague", pattern("in business together")],
  ["enemy", pattern("at war|loggerheads")],
  ["enemy", pattern("sworn|mortal|bitter enemies")],
  ["neighbour", pattern("next-door neighbours|neighbors")],
];
/** What two once were to each other, and in a story still are in a way. */
const ONCE: readonly (readonly [Relation, ReturnType<typeof pattern>])[] = [
  ["colleague", pattern("partners on|at|in the|a force|job|squad|beat|law|firm|business|case|unit|precinct")],
  ["colleague", pattern("colleagues|coworkers|co-workers|workmates|teammates|bandmates|squadmates")],
  ["colleague", pattern("cops|cop|police|soldiers|nurses|doctors|dancers|partners together")],
  ["neighbour", pattern("next-door|next|door* neighbours|neighbors")],
  ["friend", pattern("roommates|flatmates|housemates|classmates|schoolmates")],
  ["friend", pattern("at|in school|college|uni|university|class together")],
  ["friend", pattern("friends as|in|at|growing kids|children|school|college|uni|university|up")],
  ["best friend", pattern("best friends as|in|at|growing kids|children|school|college|uni|university|up")],
];
const VERBS: readonly (readonly [Relation, ReturnType<typeof pattern>])[] = [
  ["enemy", pattern("hate|despise|loathe each other")],
  ["lover", pattern("love each other")],
  ["colleague", pattern("work together")],
  ["ex-spouse", pattern("have? divorced")],
  ["ex-spouse", pattern("used to date")],
  ["ex-spouse", pattern("used to go out")],
  ["ex-spouse", pattern("used to be an item")],
  ["ex-spouse", pattern("dated")],
  ["ex-spouse", pattern("had a fling")],
  ["lover", pattern("fell|fall|have fallen? in love")],
  ["lover", pattern("are|'re? sleeping|hooking together|up")],
  ["lover", pattern("had|have|having an affair")],
  ["ex-spouse", pattern("had a thing|romance|something|history|moment once?")],
  ["enemy", pattern("have|'ve always|long|secretly* hated|despised|loathed each other")],
  ["spouse", pattern("eloped")],
  ["spouse", pattern("got|get hitched|married")],
  ["spouse", pattern("tied the knot")],
  ["enemy", pattern("ca n't stand each other")],
  ["enemy", pattern("cant stand each other")],
  ["partner", pattern("get|got|end|ends|ended up? together")],
  ["lover", pattern("fall|fell for each other")],
  ["spouse", pattern("elope|wed|marry")],
  ["spouse", pattern("were|was married in|on|at|when")],
  ["spouse", pattern("married in|on|at|young|when|after")],
  ["enemy", pattern("are|'re feuding")],
  ["neighbour", pattern("grew|live|lived up? next|across door|street|the|to|each|other|hall|road*")],
  ["neighbour", pattern("grew|live|lived up? on|in the same street|block|building")],
  ["friend", pattern("go|goes|went way? back")],
  ["friend", pattern("share|shared a flat|room|apartment|house|dorm|cell|trailer")],
  ["sibling", pattern("share|have the? a|same father|mother|dad|mum|mom|parents")],
  ["colleague", pattern("used to? work|serve together|alongside")],
  ["colleague", pattern("worked|served|trained|fought|rode|flew|danced together|alongside")],
  ["friend", pattern("went to school|college|uni|university|class|church|camp together")],
  ["friend", pattern("met|know each? other? in|at|from school|college|uni|university|rehab|prison|camp")],
];
const WAS_MORE = new Set<Relation>(["spouse", "partner", "fiancé", "lover"]);
const BROKE_UP = firstOf(
  pattern("broke|split|break up"),
  pattern("have|'ve broken|split up"),
  pattern("called it quits"),
  pattern("ended it|things"),
  pattern("called off the|their engagement"),
);
const STOPPED_BEING = pattern("have? stopped|quit being");
const DO_NOT = pattern("do not|n't");
const NO_LONGER = pattern("no longer");
const NOT = pattern("not|n't really|actually*");
const OVER = firstOf(pattern("any more|longer"), pattern("anymore"), pattern("after all"));

/** What the words at `index` say that people are to each other; "denied" where it is said of something else that it is not so. */
export function relationAt(s: Sentence, index: number): Related | "denied" | undefined {
  for (const [relation, match] of VERBS) {
    const to = match(s, index);
    if (to > index) return plain(relation, to);
  }
  const verb = verbDenied(s, index);
  if (verb !== undefined) return verb;
  const broken = BROKE_UP(s, index);
  if (broken > index) {
    const relation = low(s, broken - 1) === "engagement" ? "fiancé" : "partner";
    return { ...plain(relation, broken), ends: true };
  }
  const stopped = STOPPED_BEING(s, index);
  if (stopped > index) return denied(s, index, stopped);
  const beside = low(s, index) === "," ? kinAt(s, index + 1) : undefined;
  if (beside?.noun.plural === true && at(s, beside.to).text === "")
    return { ...plain(beside.noun.relation, beside.to), description: beside.description };
  const formerly = FORMERLY(s, index);
  const longer = NO_LONGER(s, index);
  const are = Math.max(ARE(s, Math.max(longer, index)), formerly);
  if (are <= index) return low(s, index + 1) === "n't" ? "denied" : undefined;
  const not = Math.max(NOT(s, are), NO_LONGER(s, are));
  if (longer > 0 || not > are) return formerly > 0 ? "denied" : denied(s, index, Math.max(not, are));
  if (NEGATIONS.has(low(s, are))) return "denied";
  return (formerly > 0 ? onceAt(s, formerly) : undefined) ?? stateAt(s, index, are, formerly > 0);
}

/** "were partners on the force", "used to be neighbours". */
function onceAt(s: Sentence, index: number): Related | undefined {
  for (const [relation, match] of ONCE) {
    const to = match(s, index);
    if (to > index) return plain(relation, to);
  }
  return undefined;
}

/** "no longer work together", "don't hate each other any more". */
function verbDenied(s: Sentence, index: number): Related | undefined {
  const longer = NO_LONGER(s, index);
  const from = Math.max(longer, DO_NOT(s, index));
  for (const [relation, match] of from < 0 ? [] : VERBS) {
    const to = match(s, from);
    const over = to < 0 ? -1 : OVER(s, to);
    if (to > from && (longer > 0 || over > 0)) return { ...plain(relation, Math.max(over, to)), ends: true };
  }
  return undefined;
}

/** "are no longer married", "aren't siblings after all". */
function denied(s: Sentence, index: number, from: number): Related | "denied" {
  const state = stateAt(s, index, from, false);
  if (state === undefined) return "denied";
  const over = OVER(s, state.to);
  return { ...state, secret: false, description: undefined, ends: true, to: Math.max(over, state.to) };
}

function stateAt(s: Sentence, index: number, are: number, formerly: boolean): Related | undefined {
  const secret = words(s, index, are + 1).includes("secretly");
  for (const [relation, match] of STATES) {
    const to = match(s, are);
    if (to <= are) continue;
    if (formerly) return WAS_MORE.has(relation) ? plain("ex-spouse", to) : undefined;
    const affair = AFFAIR(s, are) > 0;
    return {
      ...plain(relation, to),
      secret: secret || affair,
      description: affair ? "an affair" : undefined,
    };
  }
  const kin = kinAt(s, are);
  if (formerly && kin?.noun.plural === true && WAS_MORE.has(kin.noun.relation))
    return plain("ex-spouse", kin.to);
  if (kin === undefined || !kin.noun.plural || formerly || ["of", "to"].includes(low(s, kin.to)))
    return undefined;
  return {
    ...plain(kin.noun.relation, kin.to),
    description: kin.description,
    secret: secret || kin.secret,
  };
}

function plain(relation: Relation, to: number): Related {
  return { relation, description: undefined, secret: false, ends: false, to };
}
