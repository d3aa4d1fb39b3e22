import type { EntryKind } from "../../../../domain/bible/kinds.ts";
import type { FieldReading } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { valueField } from "../parts/fields.ts";
import { OWN_LINK, ownEnd, ownLinkedAt, ownPieceAt } from "../parts/own-piece.ts";
import { type OwnValue, ownValueAt } from "../parts/own-value.ts";
import { endsAt } from "../parts/phrase.ts";
import { correcting, entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { ownFieldAt } from "../words/own-words.ts";
import { isHedged, isShopTalk } from "./mood.ts";
import { lastSpoken, type OwnSubject, ownOwnerAt, ownSubjectAt, speakOfOwn } from "./own-subject.ts";
import { found, type Rule } from "./rule.ts";

const CHANGE = pattern("change|set|update|make|switch|correct|put");
const TO = pattern("to|as|:|=");
const HAS = firstOf(pattern("has|have|having|with"), pattern("'s|has|have got"));
const NEEDS = firstOf(pattern("has|have|needs|requires a|an|the?"), pattern("is|'s"));
const NEEDS_NOT = firstOf(
  pattern("has|have|needs no"),
  pattern("does n't|not need|have|require a|an|any|the?"),
  pattern("is|'s|ca|can n't|not|never"),
);
const SAYS = new Set([":", "-", "–", "—", ","]);
const NOT = new Set(["not", "n't", "never"]);

/** What is said of a field that the project has added, of whatever kind it is. Nothing where the project adds none. */
export const ownField: Rule = (s, index, talk) => {
  const { schema } = talk.request;
  if (schema === undefined || schema.fields.length === 0 || isHedged(s)) return undefined;
  const order = ordered(s, index, talk);
  if (order !== undefined) return order;
  if (isShopTalk(s, index)) return undefined;
  return (
    owned(s, index, talk) ?? labelOf(s, index, talk) ?? sheetLine(s, index, talk) ?? said(s, index, talk)
  );
};

/** "set the call sign of Betsy to Red 5", "change Betsy's plate to KX 51", "set armoured to no for Betsy". */
function ordered(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = CHANGE(s, index);
  if (verb < 0) return undefined;
  const owner = ownOwnerAt(s, verb, talk);
  const label = labelAt(s, owner?.to ?? verb, talk, owner?.kind);
  if (label === undefined) return undefined;
  if (owner !== undefined) {
    const from = Math.max(label.to, TO(s, label.to));
    return tell(s, index, talk, owner, valueAt(s, from, talk, label.field), true);
  }
  if (["of", "for"].includes(low(s, label.to))) {
    const of = subjectWith(s, label.to + 1, talk, verb);
    const from = of === undefined ? -1 : TO(s, of.subject.to);
    return of && from > 0
      ? tell(s, index, talk, of.subject, valueAt(s, from, talk, of.field), true)
      : undefined;
  }
  const from = TO(s, label.to);
  const end = from < 0 ? -1 : s.tokens.findIndex((token, place) => place > from && token.low === "for");
  const of = end < 0 ? undefined : subjectWith(s, end + 1, talk, verb);
  const value = of && ownValueAt(s, from, end, talk, of.field);
  return of && value && tell(s, index, talk, of.subject, { ...value, to: of.subject.to }, true);
}

/** "Sarah's blood type is A", "her clearance level is 3". */
function owned(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const owner = ownOwnerAt(s, index, talk);
  const label = owner === undefined ? undefined : labelAt(s, owner.to, talk, owner.kind);
  if (owner === undefined || label === undefined || OWN_LINK(s, label.to) < 0) return undefined;
  return tell(s, index, talk, owner, ownLinkedAt(s, label.to, talk, label.field), false);
}

/** "number plate of Betsy = B 2319", "blood type for Sarah: A". */
function labelOf(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const label = labelAt(s, index, talk);
  if (label === undefined || !["of", "for"].includes(low(s, label.to))) return undefined;
  const of = subjectWith(s, label.to + 1, talk, index);
  if (of === undefined || OWN_LINK(s, of.subject.to) < 0) return undefined;
  return tell(s, index, talk, of.subject, ownLinkedAt(s, of.subject.to, talk, of.field), false);
}

/** One line of a sheet, of the one last spoken of: "Blood type: AB". */
function sheetLine(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const subject = lastSpoken(s, index, index + 1, talk);
  const label = subject === undefined ? undefined : labelAt(s, index, talk, subject.kind);
  if (subject === undefined || label === undefined || ![":", "="].includes(low(s, label.to)))
    return undefined;
  const value = ownValueAt(s, label.to + 1, s.tokens.length, talk, label.field);
  return value && tell(s, index, talk, { ...subject, to: label.to }, value, false);
}

/** Of someone named: "John has blood type O", "Betsy has six seats", "Betsy: call sign Alpha", "Betsy is armoured". */
function said(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const subject = ownSubjectAt(s, index, talk);
  if (subject === undefined) return undefined;
  const truth = truthOf(s, subject, talk);
  if (truth !== undefined) return tell(s, index, talk, subject, truth, false);
  const has = HAS(s, subject.to);
  const start = has >= 0 ? has : SAYS.has(low(s, subject.to)) ? subject.to + 1 : -1;
  if (start < 0) return undefined;
  const fields: FieldReading[] = [];
  let here = start;
  for (;;) {
    const piece = ownPieceAt(s, here, talk, subject.kind);
    if (piece === undefined || piece.to <= here) break;
    fields.push(piece.field);
    here = piece.to;
    if (!["and", ",", ";"].includes(low(s, here))) break;
    here += 1;
  }
  return fields.length === 0 ? undefined : tellAll(s, index, talk, subject, fields, here, false);
}

/** "Betsy is armoured", "John can't drive", "John can drive: no", "the garage needs a permit": a field that is so or not. */
function truthOf(s: Sentence, { kind, to }: OwnSubject, talk: Discourse): OwnValue | undefined {
  const plain = labelAt(s, to, talk, kind);
  if (plain?.field.type === "boolean" && [":", "=", "-"].includes(low(s, plain.to)))
    return ownValueAt(s, plain.to + 1, s.tokens.length, talk, plain.field);
  const able = low(s, to) === "can" ? plain : undefined;
  const unable = /^(?:ca|can|cannot)$/.test(low(s, to)) ? denied(s, to, talk, kind) : undefined;
  const not = NEEDS_NOT(s, to);
  const so = not > 0 ? not : NEEDS(s, to);
  const label = unable ?? able ?? (so > 0 ? labelAt(s, so, talk, kind) : undefined);
  if (label?.field.type !== "boolean" || !endsAt(s, label.to)) return undefined;
  const isSo = unable === undefined && not < 0;
  return { field: valueField(s, label.field.name, isSo, to, label.to), to: label.to };
}

/** "can't drive" is "can drive" with a "not" in it. */
function denied(s: Sentence, index: number, talk: Discourse, kind: EntryKind) {
  const width = low(s, index) === "cannot" ? 1 : NOT.has(low(s, index + 1)) ? 2 : 0;
  if (width === 0) return undefined;
  const can = { ...at(s, index), low: "can" };
  const tokens = [...s.tokens.slice(0, index), can, ...s.tokens.slice(index + width)];
  const label = labelAt({ ...s, tokens }, index, talk, kind);
  return label && { ...label, to: label.to + width - 1 };
}

function labelAt(s: Sentence, index: number, talk: Discourse, kind?: EntryKind) {
  const start = ["the", "a", "an"].includes(low(s, index)) ? index + 1 : index;
  return ownFieldAt(s, start, talk.request.schema, (one) => kind === undefined || one === kind);
}

/** The subject at `index`, and the field its kind has under the label at `from`. */
function subjectWith(s: Sentence, index: number, talk: Discourse, from: number) {
  const subject = ownSubjectAt(s, index, talk);
  const label = subject && labelAt(s, from, talk, subject.kind);
  return subject && label && { subject, field: label.field };
}

function valueAt(s: Sentence, from: number, talk: Discourse, field: Parameters<typeof ownValueAt>[4]) {
  return ownValueAt(s, from, ownEnd(s, from, talk, field), talk, field);
}

function tell(
  s: Sentence,
  index: number,
  talk: Discourse,
  subject: OwnSubject,
  value: OwnValue | undefined,
  corrects: boolean,
): ReturnType<Rule> {
  return value && tellAll(s, index, talk, subject, [value.field], value.to, corrects);
}

function tellAll(
  s: Sentence,
  index: number,
  talk: Discourse,
  subject: OwnSubject,
  fields: readonly FieldReading[],
  to: number,
  corrects: boolean,
): ReturnType<Rule> {
  speakOfOwn(talk, subject, false);
  const one = entryStatement(subject.kind, subject.mention, false, fields, spanOf(s, index, to));
  return found(to, corrects ? correcting([one]) : [one]);
}
