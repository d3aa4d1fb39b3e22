import { z } from "zod";
import { closest } from "../../lib/closest.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { wordList } from "../../lib/word-list.ts";
import type { FactValue } from "./fact.ts";
import { aKind, fieldWords, firstUpper } from "./kind-words.ts";
import { CustomKindFields, type EntryKind, isBuiltIn, KIND_FIELDS, MAX_TEXT_CHARS } from "./kinds.ts";
import { type CustomField, customField, EMPTY_SCHEMA, type ProjectSchema } from "./project-schema.ts";

/** Longer text than this is asked for in a box of several lines. */
const LINE_CHARS = 400;

export type FieldShape =
  | { readonly type: "line" | "paragraph"; readonly max: number }
  | { readonly type: "number"; readonly min: number; readonly max: number }
  | { readonly type: "boolean" | "list" }
  | { readonly type: "select"; readonly options: readonly string[] };

export type FieldCheck =
  | { readonly ok: true; readonly value: FactValue }
  | { readonly ok: false; readonly reason: string; readonly hint: string };

/** The fields of a kind: the trade's own, then those the project adds. */
export const fieldNames = (kind: EntryKind, own: ProjectSchema = EMPTY_SCHEMA): readonly string[] => [
  ...Object.keys(builtInShape(kind)),
  ...own.fields.filter((field) => field.kind === kind).map((field) => field.name),
];

/** What a field holds, as its schema says; undefined when the kind has no such field. */
export function fieldShape(
  kind: EntryKind,
  field: string,
  own: ProjectSchema = EMPTY_SCHEMA,
): FieldShape | undefined {
  const schema = schemaOf(kind, field, own);
  const added = customField(own, kind, field);
  if (schema instanceof z.ZodLiteral) return { type: "select", options: added?.options ?? [] };
  if (schema instanceof z.ZodNumber) {
    return { type: "number", min: Number(schema.minValue), max: Number(schema.maxValue) };
  }
  if (schema instanceof z.ZodBoolean) return { type: "boolean" };
  if (schema instanceof z.ZodArray) return { type: "list" };
  if (schema instanceof z.ZodEnum) return { type: "select", options: schema.options.map(String) };
  if (!(schema instanceof z.ZodString)) return undefined;
  const max = Number(schema.maxLength);
  return { type: max > LINE_CHARS ? "paragraph" : "line", max };
}

/**
 * Holds a value against the field of its kind. What a person types is met halfway: "28" for a number, "a, b" or one
 * word for a list, "Lead" for one of given words. A refusal names the cause and what would be accepted.
 */
export function checkField(
  kind: EntryKind,
  field: string,
  raw: unknown,
  own: ProjectSchema = EMPTY_SCHEMA,
): FieldCheck {
  const schema = schemaOf(kind, field, own);
  const shape = fieldShape(kind, field, own);
  if (schema === undefined || shape === undefined) return unknownField(kind, field, own);
  const added = customField(own, kind, field) !== undefined;
  const result = schema.safeParse(meetHalfway(shape, added ? retyped(raw) : raw));
  const misfit = result.success ? unsayable(field, result.data) : limitOf(shape, result.error.issues);
  if (result.success && misfit === "") return { ok: true, value: result.data };
  return {
    ok: false,
    reason: `${saidValue(raw)} does not fit the field ${fieldWords(field, kind, own)} of ${aKind(kind, own)}`,
    hint: `It takes ${wanted(shape)}${misfit}.`,
  };
}

/** A name of signs alone could never be found again. */
const unsayable = (field: string, value: FactValue): string =>
  field === "name" && nameKey(String(value)) === "" ? " with a letter or a number in it" : "";

const limitOf = (shape: FieldShape, issues: readonly z.core.$ZodIssue[]): string =>
  shape.type === "number"
    ? ""
    : issues
        .flatMap((issue) =>
          issue.code === "too_big"
            ? `, at most ${issue.maximum} ${issue.origin === "array" ? "entries" : "characters"}`
            : "",
        )
        .join("");

type Shape = Readonly<Record<string, z.ZodOptional<z.ZodType<FactValue>>>>;

const builtInShape = (kind: EntryKind): Shape =>
  (isBuiltIn(kind) ? KIND_FIELDS[kind] : CustomKindFields).shape;

function schemaOf(kind: EntryKind, field: string, own: ProjectSchema): z.ZodType<FactValue> | undefined {
  const shape = builtInShape(kind);
  if (Object.hasOwn(shape, field)) return shape[field]?.unwrap();
  const added = customField(own, kind, field);
  return added && addedSchema(added);
}

/** The schema of a field that a project added. */
function addedSchema({ type, options = [] }: CustomField): z.ZodType<FactValue> {
  const line = z.string().trim().min(1).max(LINE_CHARS);
  switch (type) {
    case "line":
      return line;
    case "paragraph":
      return z.string().trim().min(1).max(MAX_TEXT_CHARS);
    case "number":
      return z.number().min(-1_000_000_000).max(1_000_000_000);
    case "boolean":
      return z.boolean();
    case "list":
      return z.array(line).max(60);
    case "select":
      // An enum would sort choices that are numbers before the others.
      return options.length > 0 ? z.literal(options) : z.never();
  }
}

function unknownField(kind: EntryKind, field: string, own: ProjectSchema): FieldCheck {
  const names = fieldNames(kind, own);
  const near = closest(field, names);
  const hint = near === undefined ? `Its fields are ${wordList(names)}.` : `Did you mean ${near}?`;
  return { ok: false, reason: `${firstUpper(aKind(kind, own))} has no field ${field}`, hint };
}

/** A list as a form writes it, so that whatever an added field takes comes back from its form as it was. */
const retyped = (raw: unknown): unknown => (Array.isArray(raw) ? raw.join(", ") : raw);

function meetHalfway(shape: FieldShape, raw: unknown): unknown {
  switch (shape.type) {
    case "number":
      return typeof raw === "string" && NUMBER.test(raw) ? Number(raw.replaceAll(",", "")) : raw;
    case "boolean":
      return typeof raw === "string" ? (TRUTH.get(raw.trim().toLowerCase()) ?? raw) : raw;
    case "list":
      return typeof raw === "string" ? splitList(raw) : raw;
    case "select":
      return shape.options.find((option) => option.toLowerCase() === String(raw).trim().toLowerCase()) ?? raw;
    default:
      return typeof raw === "number" ? String(raw) : Array.isArray(raw) ? raw.join(", ") : raw;
  }
}

/** "28", "-0.5", "1,200,000", and what a very small number is written as: "1e-7". */
const NUMBER = /^\s*-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d+)?\s*$/i;

const TRUTH = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

const splitList = (raw: string): string[] =>
  raw
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

function wanted(shape: FieldShape): string {
  switch (shape.type) {
    case "number":
      if (shape.min < 0) return "a number";
      return shape.max < 1_000
        ? `a whole number from ${shape.min} to ${shape.max}`
        : `a whole number above ${shape.min}`;
    case "boolean":
      return "yes or no";
    case "list":
      return "short texts with commas between";
    case "select":
      return wordList(shape.options, 30, "or");
    default:
      return "text";
  }
}

function saidValue(raw: unknown): string {
  const text = String(raw).trim();
  if (text === "") return "Empty text";
  return `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}

/** Whether two values say the same, letter case aside; the order of a list does not matter. */
export function saysTheSame(a: FactValue, b: FactValue): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    const keys = new Set(a.map(nameKey));
    return a.length === b.length && b.every((item) => keys.has(nameKey(item)));
  }
  if (typeof a === "string" && typeof b === "string") return a.toLowerCase() === b.toLowerCase();
  return a === b;
}

/** The first list and what the second adds to it. */
export function joinLists(first: readonly string[], second: readonly string[]): string[] {
  const joined = [...first];
  const keys = new Set(first.map(nameKey));
  for (const item of second) {
    if (keys.has(nameKey(item))) continue;
    keys.add(nameKey(item));
    joined.push(item);
  }
  return joined;
}
