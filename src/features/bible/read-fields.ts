import { type BuiltInKind, type EntryKind, isBuiltIn } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { resolveField } from "../../domain/bible/schema-words.ts";
import { parseSlugLine } from "../../domain/bible/slug-line.ts";

/** What the words after a comma say: "Maya, a retired surgeon". */
const SAID_FIELD: Readonly<Record<BuiltInKind, string>> = {
  character: "one_line",
  scene: "summary",
  location: "description",
  relationship: "description",
  prop: "description",
};

/** A heading that ends in a time of day, and what happens after its full stop. */
const HEADED = /^(.+[-–—]\s*[^-–—.]+)\.\s+(\S.*)$/s;

/** A field's name may be typed in so many words: "blood type=A". */
const MAX_FIELD_WORDS = 6;

export interface ReadFields {
  /** The words before the first field. */
  readonly words: string;
  /** By field, as the kind has it; a name it does not have stays as it was typed. */
  readonly values: Readonly<Record<string, string>>;
}

/** Reads "Connor age=28 blood type=A": words first, then fields, by name, label or alias, whose values reach to the next field. */
export function readFields(text: string, kind: EntryKind, own?: ProjectSchema): ReadFields {
  const values: Record<string, string> = {};
  let words = "";
  let open: string | undefined;
  let from = 0;
  const close = (until: number) => {
    const piece = text.slice(from, until).trim();
    if (open === undefined) words = piece;
    else values[open] = piece;
  };
  for (const match of text.matchAll(/(?<=^|\s)([^\s=]+)=/g)) {
    const named = fieldBefore(text.slice(from, match.index), match[1] ?? "", kind, own);
    if (named === undefined) continue;
    close(match.index - named.back);
    open = named.field;
    from = match.index + match[0].length;
  }
  close(text.length);
  return { words, values };
}

/** The field that ends in the word before an equals sign, with as many of the words before it as belong to its name; `back` counts their characters. */
function fieldBefore(before: string, last: string, kind: EntryKind, own: ProjectSchema | undefined) {
  const spaced = [...before.matchAll(/\S+/g)].slice(1 - MAX_FIELD_WORDS);
  for (const start of [...spaced.map((word) => word.index), before.length]) {
    const field = resolveField(kind, before.slice(start) + last, own);
    if (field !== undefined) return { field, back: before.length - start };
  }
  return /^[a-z_]+$/.test(last) ? { field: last, back: 0 } : undefined;
}

/** Values of a form or a call, by the fields their names mean. */
export const byField = (
  values: Readonly<Record<string, string>>,
  kind: EntryKind,
  own?: ProjectSchema,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [resolveField(kind, name, own) ?? name, value]),
  );

/** What a new entry is called and what else its words tell: a comma or a scene's full stop ends the name. */
export function readName(kind: EntryKind, words: string): { name: string; values: Record<string, string> } {
  const match = kind === "scene" ? HEADED.exec(words) : /^([^,]+),\s*(\S.*)$/s.exec(words);
  const [, name, said] = match ?? [];
  if (name === undefined || said === undefined) return { name: words.trim(), values: {} };
  return { name: name.trim(), values: { [isBuiltIn(kind) ? SAID_FIELD[kind] : "description"]: said.trim() } };
}

/** What a scene's name tells when it is a slug line; values given by hand come first. */
export function withHeading(
  kind: EntryKind,
  name: string,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const line = values.heading ?? name;
  const slug = kind === "scene" ? parseSlugLine(line) : undefined;
  return slug ? { heading: line, ...slug, ...values } : { ...values };
}
