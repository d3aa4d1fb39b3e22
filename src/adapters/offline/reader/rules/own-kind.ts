import type { EntryKind } from "../../../../domain/bible/kinds.ts";
import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { type Discourse, speakOf } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { knownAt, type Named } from "../parts/names.ts";
import { ownPieceAt } from "../parts/own-piece.ts";
import { endsAt, phraseEnd } from "../parts/phrase.ts";
import { thingSlot } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { ownKindAt } from "../words/own-words.ts";
import { goesOn, MAKE } from "./introduce.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const SOME = pattern("a|an|the|new|another|our|few|some|these|following*");
const NEW = pattern("new|another");
const THERE = firstOf(
  pattern("there 's|is|are"),
  pattern("we|i have|need|want|'ve got?"),
  pattern("let 's have"),
  pattern("have"),
);
const NAMED = firstOf(
  pattern("named|called"),
  pattern("by the name of"),
  pattern("whose name is"),
  pattern("is|'s called|named"),
  pattern(":|=|,|–|-|—"),
);
const COLON = new Set([":", "=", "-", "–", "—"]);
const REMOVE = firstOf(pattern("delete|remove|erase|cut|drop|scrap|discard"), pattern("get rid of"));
const LEAD_IN = firstOf(pattern("it|which|that is|'s"), pattern("which|that|who"));
const IS_A = pattern("is|'s a|an|another|our");
const LIST_OPENS = pattern(":|=|,|-|named|called*");
const LIST_GOES_ON = pattern(",|and|&*");
const ENDS = new Set([",", ";", "and", "with", "("]);

/** Entries of the kinds that the project has added: made, told or taken out. Nothing where the project adds none. */
export const ownKind: Rule = (s, index, talk) => {
  const { schema } = talk.request;
  if (schema === undefined || schema.kinds.length === 0 || isHedged(s)) return undefined;
  return removed(s, index, talk) ?? made(s, index, talk) ?? isOne(s, index, talk) ?? told(s, index, talk);
};

/** "create a vehicle named Betsy, a rusty van", "new vehicle: Betsy", "vehicles: Rex, Dino and Spike". */
function made(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const order = Math.max(MAKE(s, index), NEW(s, index), goesOn(s, index, talk) ? index : -1);
  const there = order < 0 ? THERE(s, index) : -1;
  if (there >= 0 && (isShopTalk(s, there) || isFilmTalk(s, there))) return undefined;
  const start = Math.max(order, there, index);
  const noun = ownKindAt(s, Math.max(start, SOME(s, start)), talk.request.schema);
  if (noun === undefined) return undefined;
  const colon = COLON.has(low(s, noun.to));
  if (order < 0 && there < 0 && !colon) return undefined;
  if (noun.plural) return colon || order >= 0 ? listed(s, noun, talk) : undefined;
  const named = NAMED(s, noun.to);
  const direct = order >= 0 && at(s, noun.to).cap && at(s, noun.to).type === "word";
  const from = named > 0 ? named : direct ? noun.to : -1;
  const name = from < 0 ? undefined : nameOf(s, from, noun.kind, talk);
  return name && oneMade(s, index, noun.kind, name, talk);
}

function listed(
  s: Sentence,
  { kind, to }: { kind: EntryKind; to: number },
  talk: Discourse,
): ReturnType<Rule> {
  const statements: Statement[] = [];
  let here = Math.max(to, LIST_OPENS(s, to));
  for (;;) {
    const name = nameOf(upToJoint(s, here), here, kind, talk);
    if (name === undefined) break;
    speakOf(talk, { name: name.mention.name, kind, fresh: true });
    statements.push(entryStatement(kind, name.mention, true, [], spanOf(s, here, name.to)));
    here = name.to;
    const next = LIST_GOES_ON(s, here);
    if (next <= here) break;
    here = next;
  }
  return statements.length === 0 ? undefined : found(here, statements);
}

/** The sentence as far as one item of its list. */
function upToJoint(s: Sentence, index: number): Sentence {
  const end = s.tokens.findIndex(({ low: word }, place) => place > index && [",", "and", "&"].includes(word));
  return end < 0 ? s : { ...s, tokens: s.tokens.slice(0, end) };
}

/** One that is made, with the fields and the description after its name. */
function oneMade(
  s: Sentence,
  index: number,
  kind: EntryKind,
  name: Named,
  talk: Discourse,
): ReturnType<Rule> {
  const fields: FieldReading[] = [];
  const described: [number, number][] = [];
  let here = name.to;
  while (here < s.tokens.length && !isOrder(s, here)) {
    const piece = ownPieceAt(s, joint(s, here), talk, kind);
    if (piece !== undefined && piece.to > here) {
      fields.push(piece.field);
      here = piece.to;
      continue;
    }
    const end = nextPiece(s, joint(s, here), talk, kind);
    if (end <= here) break;
    described.push([joint(s, here), end]);
    here = end;
  }
  speakOf(talk, { name: name.mention.name, kind, fresh: true });
  const text = descriptionOf(s, described, talk);
  const all = text === undefined ? fields : [text, ...fields];
  return found(here, [entryStatement(kind, name.mention, true, all, spanOf(s, index, here))]);
}

/** The words that no field takes, as far as they stand together. */
function descriptionOf(
  s: Sentence,
  pieces: readonly (readonly [number, number])[],
  talk: Discourse,
): FieldReading | undefined {
  const [first] = pieces;
  if (first === undefined) return undefined;
  let end = first[1];
  for (const [from, to] of pieces) if (from <= end + 1) end = to;
  return textField(s, talk, "description", Math.max(first[0], LEAD_IN(s, first[0])), end);
}

/** The next place where a field of the project's own may begin; the end otherwise. */
function nextPiece(s: Sentence, index: number, talk: Discourse, kind: EntryKind): number {
  for (let here = index + 1; here < s.tokens.length; here += 1) {
    if (isOrder(s, here)) return here;
    if (ENDS.has(low(s, here)) && ownPieceAt(s, here + 1, talk, kind) !== undefined) return here;
  }
  return s.tokens.length;
}

const ORDERS = new Set("add create make delete remove rename change set".split(" "));
const isOrder = (s: Sentence, index: number): boolean =>
  [",", "and", ";"].includes(low(s, index)) && ORDERS.has(low(s, index + 1));

const JOINTS = pattern(",|;|:|-|–|—|(|)|and*");
const joint = (s: Sentence, index: number): number => Math.max(index, JOINTS(s, index));

/** "Thunder is a vehicle". */
function isOne(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  if (!at(s, index).cap || isShopTalk(s, index) || isFilmTalk(s)) return undefined;
  for (let here = index + 1; here < Math.min(index + 6, s.tokens.length); here += 1) {
    const noun = IS_A(s, here) > 0 ? ownKindAt(s, IS_A(s, here), talk.request.schema) : undefined;
    if (noun === undefined) continue;
    const name = noun.plural ? undefined : nameOf(s, index, noun.kind, talk);
    if (name?.to !== here || !(endsAt(s, noun.to) || low(s, noun.to) === "that")) return undefined;
    return oneMade(s, index, noun.kind, { ...name, to: noun.to }, talk);
  }
  return undefined;
}

/** "Betsy is a rusty old van", "Betsy: a rusty old van": of one that is there. */
function told(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  if (isShopTalk(s, index) || isFilmTalk(s)) return undefined;
  const start = low(s, index) === "the" ? index + 1 : index;
  const name = knownAt(s, index, talk) ?? knownAt(s, start, talk);
  const kind = talk.request.schema?.kinds.find((one) => one.name === name?.entry?.kind)?.name;
  if (name === undefined || kind === undefined || name.owns) return undefined;
  const is = IS_A(s, name.to);
  const colon = [":", "="].includes(low(s, name.to)) ? name.to + 1 : -1;
  const from = Math.max(is, colon);
  if (from < 0 || JUDGED.has(low(s, from)) || ownPieceAt(s, from, talk, kind) !== undefined) return undefined;
  const to = colon > 0 ? s.tokens.length : phraseEnd(s, from);
  const field = textField(s, talk, "description", is > 0 ? is - 1 : from, to);
  if (field === undefined || to - from < 2 || ownKindAt(s, to - 1, talk.request.schema) !== undefined)
    return undefined;
  speakOf(talk, { name: name.mention.name, kind, entry_id: name.mention.entry_id, fresh: false });
  return found(to, [entryStatement(kind, name.mention, false, [field], spanOf(s, index, to))]);
}

const JUDGED = new Set(
  "good great nice cool bad terrible perfect beautiful lovely better problem mess bit lot must joke pain really very so too not".split(
    " ",
  ),
);

/** "delete the vehicle Grey Goose". */
function removed(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = REMOVE(s, index);
  if (verb < 0) return undefined;
  const noun = ownKindAt(s, low(s, verb) === "the" ? verb + 1 : verb, talk.request.schema);
  const name = noun === undefined ? undefined : knownAt(s, noun.to, talk, noun.kind);
  if (noun === undefined || name?.entry === undefined || !endsAt(s, name.to)) return undefined;
  return found(name.to, [
    { type: "remove", kind: noun.kind, subject: name.mention, span: spanOf(s, index, name.to) },
  ]);
}

/** The name at `index`, as it is stored. */
function nameOf(s: Sentence, index: number, kind: EntryKind, talk: Discourse): Named | undefined {
  const known = knownAt(s, index, talk, kind);
  return known !== undefined && !known.owns ? known : thingSlot(s, index, talk, kind);
}
