import type { EntryKind } from "../../../../domain/bible/kinds.ts";
import type { CustomField, ProjectSchema } from "../../../../domain/bible/project-schema.ts";
import { low, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";

/** What a project calls its own kinds and fields, by the words people type. */
interface OwnWords {
  readonly kinds: ReadonlyMap<string, OwnKind>;
  readonly fields: ReadonlyMap<string, readonly CustomField[]>;
}

export interface OwnKind {
  readonly kind: EntryKind;
  readonly plural: boolean;
}

/** Labels of more words than this are not looked for. */
const MAX_LABEL_WORDS = 5;
const NO_FIELDS: readonly CustomField[] = [];
const made = new WeakMap<ProjectSchema, OwnWords>();

/** The kind of the project's own that the words at `index` name ("vehicle", "vehicles"). */
export function ownKindAt(
  s: Sentence,
  index: number,
  schema: ProjectSchema | undefined,
): (OwnKind & { readonly to: number }) | undefined {
  if (schema === undefined || schema.kinds.length === 0) return undefined;
  const { kinds } = wordsOf(schema);
  for (const to of ends(index)) {
    const found = kinds.get(words(s, index, to));
    if (found !== undefined && to <= s.tokens.length) return { ...found, to };
  }
  return undefined;
}

/** The field of the project's own that the words at `index` name, of one of the kinds; the longest label counts. */
export function ownFieldAt(
  s: Sentence,
  index: number,
  schema: ProjectSchema | undefined,
  isOf: (kind: EntryKind) => boolean,
): { readonly field: CustomField; readonly to: number } | undefined {
  if (schema === undefined || schema.fields.length === 0) return undefined;
  const { fields } = wordsOf(schema);
  if (low(s, index) === "") return undefined;
  for (const to of ends(index)) {
    if (to > s.tokens.length) continue;
    const field = (fields.get(words(s, index, to)) ?? NO_FIELDS).find(({ kind }) => isOf(kind));
    if (field !== undefined) return { field, to };
  }
  return undefined;
}

/** Longest first. */
const ends = (index: number): number[] =>
  Array.from({ length: MAX_LABEL_WORDS }, (_, place) => index + MAX_LABEL_WORDS - place);

function wordsOf(schema: ProjectSchema): OwnWords {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const kinds = new Map<string, OwnKind>();
  for (const { name, label, plural, aliases } of schema.kinds) {
    kinds.set(plain(plural), { kind: name, plural: true });
    for (const alias of aliases) kinds.set(`${plain(alias)}s`, { kind: name, plural: true });
    for (const word of [name, label, ...aliases]) kinds.set(plain(word), { kind: name, plural: false });
  }
  const fields = new Map<string, CustomField[]>();
  for (const field of schema.fields)
    for (const word of new Set([field.name, field.label, ...field.aliases].map(plain)))
      fields.set(word, [...(fields.get(word) ?? []), field]);
  const own = { kinds, fields };
  made.set(schema, own);
  return own;
}

/** As the tokens of it are compared: "Blood_type" → "blood type". */
const plain = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[_\s]+/g, " ")
    .replace(/[’‘]/g, "'")
    .trim();
