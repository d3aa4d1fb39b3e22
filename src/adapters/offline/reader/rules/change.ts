import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { bareAge } from "../parts/ages.ts";
import { copulaAt } from "../parts/copula.ts";
import { describe } from "../parts/describe.ts";
import type { Discourse, Party } from "../parts/discourse.ts";
import { itemField } from "../parts/fields.ts";
import { groupAt } from "../parts/group.ts";
import { hasAt, hasThing } from "../parts/having.ts";
import { ownerAt, partyAt } from "../parts/party.ts";
import { phraseEnd } from "../parts/phrase.ts";
import { personSlot } from "../parts/slot.ts";
import { correcting, tellOf } from "../parts/statements.ts";
import { isEmptyTold, joinTold, type Told, told } from "../parts/told.ts";
import { labelledValue } from "../parts/values.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { labelAt } from "./label.ts";
import { isHedged, isShopTalk } from "./mood.ts";
import { type Found, found, joinFound, type Rule } from "./rule.ts";

const CHANGE = firstOf(
  pattern("change|set|update|switch|edit|correct|fix|make|put|bump|raise|lower|increase|swap|replace"),
  pattern("i|we 've|have|just* changed|set|updated|switched"),
);
const TO = pattern("to|into|as|:|=|is|from|with|for|by");
const MAKE = pattern("make|turn|set");
const BE = pattern("be|into|:|as?");
const UPDATE = pattern("update|edit|change|correct|about|for");
const PERSONAL = new Set(["me", "my", "us", "you", "your", "i"]);

/** Orders that change someone known: a field by its name, what they are, what they have. */
export const change: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  return (
    changeLabel(s, index, talk) ??
    changeLabelOf(s, index, talk) ??
    makeSo(s, index, talk) ??
    changeTo(s, index, talk) ??
    wantSo(s, index, talk) ??
    give(s, index, talk) ??
    updateColon(s, index, talk) ??
    everyoneCalls(s, index, talk)
  );
};

/** "change John's job to lawyer", "set her age to 33". */
function changeLabel(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = CHANGE(s, index);
  const owner = verb < 0 ? undefined : (ownerAt(s, verb, talk) ?? ownersAt(s, index, verb, talk));
  const label = owner === undefined ? undefined : labelAt(s, owner.to, "character");
  if (owner === undefined || label === undefined) return undefined;
  const link = TO(s, label.to);
  const direct = low(s, index) === "make" && at(s, label.to).type !== "mark";
  return labelled(s, index, talk, owner, label.field, link > 0 ? link : direct ? label.to : -1);
}

/** "set everyone's age to 30". */
function ownersAt(s: Sentence, index: number, from: number, talk: Discourse): Party | undefined {
  const group = groupOrdered(s, index, from, talk);
  return group !== undefined && low(s, group.to) === "'s" ? { ...group, to: group.to + 1 } : undefined;
}

/** "change the job of John to lawyer". */
function changeLabelOf(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = CHANGE(s, index);
  if (verb < 0 || low(s, verb) !== "the") return undefined;
  const label = labelAt(s, verb + 1, "character");
  const of =
    label !== undefined && ["of", "for"].includes(low(s, label.to))
      ? partyAt(s, label.to + 1, talk)
      : undefined;
  if (label === undefined || of === undefined) return undefined;
  return labelled(s, index, talk, of, label.field, TO(s, of.to));
}

function labelled(
  s: Sentence,
  index: number,
  talk: Discourse,
  who: Party,
  field: string,
  from: number,
): ReturnType<Rule> {
  if (from < 0) return undefined;
  const start = low(s, from - 1) === "from" ? afterTo(s, from) : from;
  const value = labelledValue(s, start, phraseEnd(s, start), talk, "character", field);
  if (value === undefined) return undefined;
  return answer(s, index, talk, who, told(value.to, value.fields));
}

/** "from 28 to 29": the new value is the second. */
function afterTo(s: Sentence, index: number): number {
  for (let here = index; here < Math.min(index + 6, s.tokens.length); here += 1)
    if (low(s, here) === "to") return here + 1;
  return index;
}

/** "make Sarah 29", "make him a lawyer", "make Tom Sarah's uncle". */
function makeSo(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = MAKE(s, index);
  const party = verb < 0 ? undefined : (partyAt(s, verb, talk) ?? groupOrdered(s, index, verb, talk));
  if (party === undefined || !isKnown(party)) return undefined;
  const from = BE(s, party.to);
  const subject = { referent: party.referent, introduced: true };
  const first = copulaAt(s, from, talk, { subject, past: false, plural: false, secret: false });
  if (first === undefined || isEmptyTold(first)) return laterAge(s, index, from, talk, party);
  let all: Told = first;
  while (["and", ","].includes(low(s, all.to))) {
    const next = copulaAt(s, all.to + 1, talk, { subject, past: false, plural: false, secret: false });
    if (next === undefined || next.to <= all.to) break;
    all = joinTold(all, next);
  }
  const one = answer(s, index, talk, party, {
    ...all,
    fields: all.fields.filter((field) => field.field !== "gender"),
  });
  return alsoSo(s, all.to, talk, one);
}

const CHANGE_TO = firstOf(
  pattern("change|switch|turn|bump|raise|age|promote|demote"),
  pattern("i|we 've|have|just* changed|turned|made"),
);
const INTO = pattern("up|down? to|into");

/** "change Sarah from 28 to 31", "turn Tom into a lawyer". */
function changeTo(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = CHANGE_TO(s, index);
  const party = verb < 0 ? undefined : partyAt(s, verb, talk);
  if (party === undefined || !isKnown(party)) return undefined;
  const from = INTO(s, low(s, party.to) === "from" ? afterTo(s, party.to) - 1 : party.to);
  const subject = { referent: party.referent, introduced: false };
  const one =
    from < 0 ? undefined : copulaAt(s, from, talk, { subject, past: false, plural: false, secret: false });
  return one === undefined || isEmptyTold(one) ? undefined : answer(s, index, talk, party, one);
}

/** "make everyone in the heist crew Irish": at the start of what is said, so that no heading before it is an order in disguise. */
function groupOrdered(s: Sentence, index: number, from: number, talk: Discourse): Party | undefined {
  return low(s, index - 1) === ":" || isShopTalk(s, from) ? undefined : groupAt(s, from, talk, true);
}

/** "make sarah 29 and john 30": the order holds for the next one named. */
function alsoSo(s: Sentence, to: number, talk: Discourse, one: ReturnType<Rule>): ReturnType<Rule> {
  const party = one !== undefined && low(s, to) === "and" ? partyAt(s, to + 1, talk) : undefined;
  if (one === undefined || party === undefined || !isKnown(party)) return one;
  const subject = { referent: party.referent, introduced: true };
  const next = copulaAt(s, party.to, talk, { subject, past: false, plural: false, secret: false });
  const second = next === undefined || isEmptyTold(next) ? undefined : answer(s, to + 1, talk, party, next);
  return second === undefined ? one : joinFound(one, second);
}

const WANT = pattern("i|we want|need|'d|would like|love|prefer?");
/** "I want Sarah to be a photographer". */
function wantSo(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = WANT(s, index);
  const party = verb < 0 ? undefined : partyAt(s, verb, talk);
  const be = party === undefined || !isKnown(party) ? -1 : pattern("to be")(s, party.to);
  if (party === undefined || be < 0) return undefined;
  const subject = { referent: party.referent, introduced: false };
  const one = copulaAt(s, be, talk, { subject, past: false, plural: false, secret: false });
  return one === undefined || isEmptyTold(one) ? undefined : answer(s, index, talk, party, one);
}

/** "make Sarah older, 34". */
function laterAge(s: Sentence, index: number, from: number, talk: Discourse, party: Party): ReturnType<Rule> {
  if (!["older", "younger"].includes(low(s, from)) || ![",", "("].includes(low(s, from + 1)))
    return undefined;
  const age = bareAge(s, ["like", "maybe"].includes(low(s, from + 2)) ? from + 3 : from + 2);
  return age === undefined ? undefined : answer(s, index, talk, party, told(age.to, age.fields));
}

/** "give John a limp and a grey beard", "give her a brother named Theo", "give him the nickname Ace". */
function give(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  if (low(s, index) !== "give") return undefined;
  const party = partyAt(s, index + 1, talk) ?? groupOrdered(s, index, index + 1, talk);
  if (party === undefined || !isKnown(party) || PERSONAL.has(low(s, party.to))) return undefined;
  const label = labelAt(
    s,
    ["a", "an", "the"].includes(low(s, party.to)) ? party.to + 1 : party.to,
    "character",
  );
  if (label !== undefined && ["of", ":", "="].includes(low(s, label.to))) {
    const value = labelledValue(s, label.to + 1, phraseEnd(s, label.to + 1), talk, "character", label.field);
    if (value !== undefined) return answer(s, index, talk, party, told(value.to, value.fields));
  }
  if (label?.field === "aliases") {
    const name = personSlot(s, label.to, talk);
    if (name !== undefined)
      return more(s, index, talk, party, told(name.to, [itemField(s, talk, "aliases", name.from, name.to)]));
  }
  const had = hadAt(s, party.to, talk, party);
  return had === undefined || isEmptyTold(had) ? undefined : more(s, index, talk, party, had);
}

/** The thing given, read as if "has" stood before it. */
function hadAt(s: Sentence, from: number, talk: Discourse, party: Party): Told | undefined {
  const has = { ...at(s, from - 1), low: "has" };
  const tokens = [...s.tokens.slice(0, from - 1), has, ...s.tokens.slice(from)];
  const subject = { referent: party.referent, introduced: false };
  return hasAt({ ...s, tokens }, from - 1, talk, subject) ?? hasThing(s, from, talk, false);
}

/** "Update Viktor: he's 60, Russian". */
function updateColon(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = UPDATE(s, index);
  const party = partyAt(s, verb < 0 ? index : verb, talk);
  if (party === undefined || !isKnown(party) || low(s, party.to) !== ":") return undefined;
  const all = describe(s, party.to + 1, talk, { referent: party.referent, introduced: true });
  const fields: FieldReading[] = all.fields.filter(
    (field) => field.field !== "gender" && field.field !== "notes",
  );
  const kept = { ...all, fields };
  if (isEmptyTold(kept)) return undefined;
  const says = verb > 0 && !["about", "for"].includes(low(s, verb - 1)) ? answer : more;
  return says(s, index, talk, party, kept);
}

const EVERYONE = pattern(
  "the|his|her|their|all? everyone|everybody|people|friends|they|we|kids|colleagues|family|locals|others",
);
const CALL_SO = pattern("all|just|always|usually* call|calls|nicknamed|nickname|dubbed");
const MAX_OF = 5;
/** "everyone on the crew calls": who they are may be told. */
function CALLS(s: Sentence, index: number): number {
  const who = EVERYONE(s, index);
  if (who < 0) return -1;
  const of = ["on", "in", "at", "from", "of"].includes(low(s, who)) ? MAX_OF : 0;
  for (let here = who; here <= who + of; here += 1) if (CALL_SO(s, here) > 0) return CALL_SO(s, here);
  return -1;
}

function everyoneCalls(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = CALLS(s, index);
  const party = verb < 0 ? undefined : partyAt(s, verb, talk);
  const name = party === undefined ? undefined : personSlot(s, party.to, talk);
  if (party === undefined || name === undefined) return undefined;
  if (!at(s, party.to).cap && at(s, party.to).type !== "quote") return undefined;
  return more(s, index, talk, party, told(name.to, [itemField(s, talk, "aliases", name.from, name.to)]));
}

function isKnown(party: Party): boolean {
  const { referent, mention } = party;
  return referent.entry_id !== undefined || referent.fresh || mention.group !== undefined;
}

/** What someone is to become. */
function answer(s: Sentence, index: number, talk: Discourse, who: Party, one: Told): Found {
  const said = more(s, index, talk, who, one);
  return { ...said, statements: correcting(said.statements) };
}

/** What someone is or has beside all else. */
function more(s: Sentence, index: number, talk: Discourse, who: Party, one: Told): Found {
  return found(one.to, tellOf(talk, { ...who, fields: [] }, one, false, spanOf(s, index, one.to)));
}
