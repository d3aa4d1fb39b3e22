import { ageAt, numberAt } from "../parts/ages.ts";
import { anyNameAt } from "../parts/any-name.ts";
import { describe } from "../parts/describe.ts";
import type { Discourse } from "../parts/discourse.ts";
import { evidenceFrom, isFair } from "../parts/evidence.ts";
import { kinGender, type OwnedKin, ownedKinAt, tieOf } from "../parts/kin.ts";
import { isTitle } from "../parts/known.ts";
import { lowerNameAt, type Named, nameAt } from "../parts/names.ts";
import { type PersonPhrase, personPhraseAt } from "../parts/noun-phrase.ts";
import { isOwning } from "../parts/party.ts";
import { besideName, peggedName } from "../parts/peg.ts";
import { personSlot } from "../parts/slot.ts";
import { at, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { relationNoun } from "../words/relations.ts";
import { isFollowed } from "./followed.ts";
import { present } from "./present.ts";
import { laterName } from "./role-first.ts";
import type { Found } from "./rule.ts";

export interface Opened {
  /** Where the opening words began, and where what they bring in begins. */
  readonly start: number;
  readonly from: number;
  /** An order ("create …"), not a remark ("there's …"): weaker words are enough. */
  readonly command: boolean;
}

/** Said of somebody, and no part of the name: "there is old Agnes". */
const AGED = new Set(["old", "young", "little", "poor", "dear", "sweet"]);

/** The person that stands after opening words: by kin ("John's sister Ellie"), by a phrase ("a cop, Dan,") or by the name alone. */
export function introduction(s: Sentence, opened: Opened, talk: Discourse): Found | undefined {
  const owned = ownedKinAt(s, opened.from, talk);
  if (AGED.has(low(s, opened.from)) && !at(s, opened.from).cap && at(s, opened.from + 1).cap)
    return introduction(s, { ...opened, from: opened.from + 1 }, talk);
  if (owned !== undefined && !owned.kin.noun.plural) return kinBrought(s, opened, talk, owned);
  return phraseBrought(s, opened, talk) ?? nameBrought(s, opened, talk) ?? afterColon(s, opened, talk);
}

function kinBrought(s: Sentence, opened: Opened, talk: Discourse, owned: OwnedKin): Found | undefined {
  const after = low(s, owned.to) === "," ? owned.to + 1 : owned.to;
  const name =
    peggedName(s, owned.to, talk) ??
    besideName(s, owned.to, talk) ??
    (opened.command && (after > owned.to || at(s, after).cap) ? personSlot(s, after, talk) : undefined);
  if (name === undefined) return undefined;
  const tie = { ...tieOf(s, owned, true), span: spanOf(s, opened.start, name.to) };
  return present(s, opened.start, talk, name, kinGender(s, owned.kin), [tie]);
}

function phraseBrought(s: Sentence, { start, from, command }: Opened, talk: Discourse): Found | undefined {
  if (
    ((numberAt(s, from)?.value ?? 1) > 1 && ageAt(s, from) === undefined) ||
    (command && properName(s, from, talk)) ||
    (at(s, from).cap && at(s, from + 1).cap && isTitle(low(s, from)))
  )
    return undefined;
  const phrase = personPhraseAt(s, from, talk);
  if (phrase === undefined) return undefined;
  const aged = agesAfter(s, phrase);
  const name =
    peggedName(s, aged.to, talk) ??
    besideName(s, aged.to, talk) ??
    quietBeside(s, phrase, aged.to, talk) ??
    late(s, aged.to, talk, command) ??
    laterName(s, aged.to, talk);
  const others =
    !["his", "her", "their", "a", "an", "the"].includes(low(s, from)) && low(s, phrase.to) === ",";
  const own = !command && relationNoun(phrase.head) !== undefined && !(others && name?.solid === true);
  const fits = !own && (phrase.sure !== "guess" || (command && phrase.article !== ""));
  if (name !== undefined && fits) return present(s, start, talk, name, aged.fields);
  const sheet = command ? sheetName(s, aged.to, talk) : undefined;
  if (sheet !== undefined) {
    const subject = {
      referent: { name: sheet.mention.name, kind: "character", fresh: true },
      introduced: true,
    };
    const told = describe(s, aged.to, talk, subject).fields.filter(
      (field) => field.end <= sheet.mention.start && field.field !== "notes",
    );
    return present(s, start, talk, sheet, [...aged.fields, ...told]);
  }
  if (low(s, aged.to) === ":" && phrase.head === "character")
    return phraseBrought(s, { start, from: aged.to + 1, command }, talk);
  if (!["character", "char"].includes(phrase.head) || !command) return undefined;
  const bare = nameSpelled(s, low(s, aged.to) === "of" ? aged.to + 1 : aged.to, talk);
  return bare && present(s, start, talk, bare, aged.fields);
}

/** "this guy ruben who …", "a girl, pippa, who …". */
function quietBeside(s: Sentence, phrase: PersonPhrase, to: number, talk: Discourse): Named | undefined {
  if (phrase.sure !== "person" && phrase.sure !== "trade") return undefined;
  const any = anyNameAt(s, low(s, to) === "," ? to + 1 : to, talk);
  if (any === undefined) return undefined;
  const next = at(s, any.name.to);
  const closed =
    next.text === "" || next.type === "mark" || ["who", "and", "he", "she", "is", "with"].includes(next.low);
  return closed && (any.by === "given" || (low(s, to) !== "," && next.low === "who")) ? any.name : undefined;
}

/** "Create a character: female, 30s, doctor, name Lorna". */
function sheetName(s: Sentence, index: number, talk: Discourse): Named | undefined {
  if (![":", ","].includes(low(s, index))) return undefined;
  for (let here = index + 1; here < s.tokens.length; here += 1) {
    if (["name", "named", "called"].includes(low(s, here))) return peggedName(s, here, talk);
  }
  return undefined;
}

const ASIDE = pattern(",|(? like|about|of?");

/** Ages between the phrase and the name: "a man in his 20s named Theo", "a kid, like 10 years old, called Button". */
function agesAfter(s: Sentence, phrase: PersonPhrase): { fields: PersonPhrase["fields"]; to: number } {
  const fields = [...phrase.fields];
  let to = phrase.to;
  for (;;) {
    const age = ageAt(s, to) ?? ageAt(s, Math.max(to, ASIDE(s, to)));
    if (age === undefined) return { fields, to };
    fields.push(...age.fields);
    to = low(s, age.to) === "," && ["called", "named"].includes(low(s, age.to + 1)) ? age.to + 1 : age.to;
  }
}

function nameBrought(s: Sentence, { start, from, command }: Opened, talk: Discourse): Found | undefined {
  const name =
    at(s, from).type === "quote" && command
      ? nameSpelled(s, from, talk)
      : (properName(s, from, talk) ?? quietName(s, from, talk, command));
  if (name === undefined || isOwning(s, name.to) || !(command || isMet(s, start, name.to))) return undefined;
  if (command && !isBrought(s, start, name, talk)) return undefined;
  const bare =
    ["this", "here", "let"].includes(low(s, start)) && at(s, name.to).text === "" && !isFollowed(s, talk);
  if (bare && name.entry === undefined && !s.tags(name.from).has("FirstName")) return undefined;
  return present(s, start, talk, name, []);
}

const COLON_REACH = 9;

/** "add the Company's man on board: Lieutenant Voss, 38": whoever stands after the colon, with proof that it is somebody. */
function afterColon(s: Sentence, { start, from, command }: Opened, talk: Discourse): Found | undefined {
  if (!command) return undefined;
  for (let here = from + 1; here < Math.min(from + COLON_REACH, s.tokens.length); here += 1) {
    if (low(s, here) !== ":") continue;
    const name = at(s, here + 1).cap ? nameAt(s, here + 1, talk, "character") : undefined;
    if (name === undefined || name.entry !== undefined) return undefined;
    return isFair(evidenceFrom(s, name.to, talk)) ? present(s, start, talk, name, []) : undefined;
  }
  return undefined;
}

const VAGUE_VERBS = new Set(["make", "build", "bring", "put", "invent"]);
const TO_STORY = pattern("to|into|in the|our? cast|bible|story|film|movie|project|script|characters");

/** "add Priya", "add Priya to the cast", "make Toby a character"; not "make John work" or "add Sarah to the diner scene". */
function isBrought(s: Sentence, start: number, name: Named, talk: Discourse): boolean {
  const next = at(s, name.to);
  const phrase = ["a", "an", "as", "the", "our"].includes(next.low)
    ? personPhraseAt(s, next.low === "as" ? name.to + 1 : name.to, talk)
    : undefined;
  if (VAGUE_VERBS.has(low(s, start))) return name.entry === undefined && phrase?.head === "character";
  if (next.text === "" || (next.type === "mark" && next.low !== "&"))
    return name.entry === undefined || next.text !== "";
  return (
    phrase !== undefined ||
    TO_STORY(s, name.to) > 0 ||
    ["who", "and", "please", "with", "from", "aged", "age", "he", "she"].includes(next.low)
  );
}

/** "add lorna, a vet": after an order a given name needs no capital. */
function quietName(s: Sentence, from: number, talk: Discourse, command: boolean): Named | undefined {
  const name = lowerNameAt(s, from);
  const next = name === undefined ? "" : low(s, name.to);
  const after = command ? ["", ",", "(", "who", "as", "to", "and", "-", "–"] : [",", "(", "who", "she", "he"];
  return after.includes(next) && name !== undefined ? personSlot(s, from, talk) : undefined;
}

function properName(s: Sentence, from: number, talk: Discourse): Named | undefined {
  return at(s, from).cap ? nameAt(s, from, talk, "character") : undefined;
}

function nameSpelled(s: Sentence, index: number, talk: Discourse): Named | undefined {
  return at(s, index).cap || at(s, index).type === "quote" ? personSlot(s, index, talk) : undefined;
}

const MEETING = new Set([
  "i",
  "it",
  "let",
  "then",
  "and",
  "so",
  "meet",
  "this",
  "enter",
  "introducing",
  "we",
  "say",
  "here",
  "the",
  "our",
  "allow",
  "permit",
]);

/** "then there's Gus": the next of several. */
const TURNS = new Set(["then", "finally", "lastly", "plus"]);
const isGiven = (s: Sentence, start: number, to: number): boolean =>
  s.tokens.some((_, index) => index > start && index < to && s.tags(index).has("FirstName"));

/** "meet Eve, 34", "this is Zoe", "there's also Sully the mechanic": nothing but a mark or a description follows the name. */
function isMet(s: Sentence, start: number, to: number): boolean {
  const next = at(s, to);
  if (low(s, start) === "there")
    return (
      (next.text === "" && start < 3 && TURNS.has(low(s, start - 1)) && isGiven(s, start, to)) ||
      next.low === "," ||
      ["who", "she", "he"].includes(next.low) ||
      next.low === "the" ||
      next.low === "("
    );
  const on = next.text === "" || next.type === "mark" || ["who", "she", "he"].includes(next.low);
  return MEETING.has(low(s, start)) && on;
}

const LATE = new Set(["for", "from", "in", "with", "who", "please"]);
const REACH = 10;
const BY_NAME = pattern("by the name of");

/** The name at the end of the phrase's own words: "a mentor for Sarah called Pete", "a guy for the bar scenes: Marlon". */
function late(s: Sentence, index: number, talk: Discourse, command: boolean): Named | undefined {
  if (!LATE.has(low(s, index))) return undefined;
  if (!command && low(s, index) === "in" && (at(s, index + 1).cap || at(s, index + 2).cap)) return undefined;
  for (let here = index + 1; here < Math.min(index + REACH, s.tokens.length); here += 1) {
    if (low(s, here) === ":" || low(s, here - 1) === "please") return besideName(s, here, talk);
    if (at(s, here).type === "mark" && low(s, here) !== ",") return undefined;
    if (["named", "called"].includes(low(s, here)) || BY_NAME(s, here) > 0) return peggedName(s, here, talk);
  }
  return undefined;
}
