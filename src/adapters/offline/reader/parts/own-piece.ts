import type { EntryKind } from "../../../../domain/bible/kinds.ts";
import type { CustomField, ProjectSchema } from "../../../../domain/bible/project-schema.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { ownFieldAt } from "../words/own-words.ts";
import { numberAt } from "./ages.ts";
import type { Discourse } from "./discourse.ts";
import { valueField } from "./fields.ts";
import { type OwnValue, ownValueAt } from "./own-value.ts";
import { endsAt, phraseEnd, startsHabit } from "./phrase.ts";

const SKIP = pattern("with|has|have|and|a|an|the|his|her|its|their|new*");
/** Between a label and its value. */
export const OWN_LINK = firstOf(
  pattern("should be"),
  pattern("is|was|'s|are|:|= actually|now|really*"),
  pattern("-|–|—"),
);
const JOINTS = new Set([",", ";", "and", "with", "/", "("]);
const LIST_STOPS = new Set([";", "but", "-", "–", "—", ")", "while"]);
const LIST_JOINTS = new Set([",", "and", "&"]);
const DENIED = new Set(["not", "n't", "never", "no", "unclear", "missing", "wrong"]);

/** A field of the project's own where one piece of a description stands: "blood type B", "call sign: Red 5", "four seats". */
export function ownPieceAt(
  s: Sentence,
  index: number,
  talk: Discourse,
  kind: EntryKind,
): OwnValue | undefined {
  const { schema } = talk.request;
  if (!hasOwnFields(schema, kind)) return undefined;
  const start = Math.max(index, SKIP(s, index));
  const counted = countedAt(s, start, schema, kind);
  if (counted !== undefined) return counted;
  const label = ownFieldAt(s, start, schema, (one) => one === kind);
  return label && ownLinkedAt(s, label.to, talk, label.field);
}

/** The value after a label that ends before `index`, with or without a word between. */
export function ownLinkedAt(
  s: Sentence,
  index: number,
  talk: Discourse,
  field: CustomField,
): OwnValue | undefined {
  const link = OWN_LINK(s, index);
  const from = Math.max(index, link);
  if (DENIED.has(low(s, from)) && field.type !== "boolean") return undefined;
  if (link < 0 && !canStandBare(s, from, field)) return undefined;
  return ownValueAt(s, from, ownEnd(s, from, talk, field), talk, field);
}

/** Whether the project adds fields to the kind. */
export function hasOwnFields(schema: ProjectSchema | undefined, kind: EntryKind): schema is ProjectSchema {
  return schema?.fields.some((field) => field.kind === kind) === true;
}

/** Where a value ends: with its phrase, a list with its last item, or where the next field of the project's own begins. */
export function ownEnd(s: Sentence, from: number, talk: Discourse, { kind, type }: CustomField): number {
  const end = type === "list" ? listEnd(s, from) : phraseEnd(s, from);
  for (let here = from; here < end; here += 1)
    if (JOINTS.has(low(s, here)) && beginsField(s, here + 1, talk, kind)) return here;
  return end;
}

/** "Polish, German and French": as far as items follow, which hold no verb. */
function listEnd(s: Sentence, from: number): number {
  let here = from;
  for (; here < s.tokens.length; here += 1) {
    if (LIST_STOPS.has(low(s, here))) break;
    if (LIST_JOINTS.has(low(s, here)) && startsHabit(s, here + 1)) break;
  }
  return here;
}

function beginsField(s: Sentence, index: number, talk: Discourse, kind: EntryKind): boolean {
  const { schema } = talk.request;
  const start = Math.max(index, SKIP(s, index));
  if (schema !== undefined && countedAt(s, start, schema, kind) !== undefined) return true;
  return ownFieldAt(s, start, schema, (one) => one === kind) !== undefined;
}

/** "six seats": a number before the label of a field that counts. */
function countedAt(s: Sentence, index: number, schema: ProjectSchema, kind: EntryKind): OwnValue | undefined {
  const number = numberAt(s, index);
  const label = number === undefined ? undefined : ownFieldAt(s, number.to, schema, (one) => one === kind);
  if (number === undefined || label?.field.type !== "number" || !endsAt(s, label.to)) return undefined;
  return { field: valueField(s, label.field.name, number.value, index, number.to), to: label.to };
}

/** "blood type B": without a link only what can hardly be anything but the value. */
function canStandBare(s: Sentence, index: number, { type }: CustomField): boolean {
  const token = at(s, index);
  if (type === "line" || type === "paragraph")
    return token.cap || token.type === "number" || token.type === "quote";
  return type === "number" || type === "select";
}
