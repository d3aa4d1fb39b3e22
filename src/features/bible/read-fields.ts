import { type BuiltInKind, type EntryKind, isBuiltIn } from "../../domain/bible/kinds.ts";
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

export interface ReadFields {
  /** The words before the first field. */
  readonly words: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Reads "Connor age=28 occupation=war reporter": words first, then fields, whose values reach to the next field. */
export function readFields(text: string): ReadFields {
  const [words = "", ...parts] = text.split(/(?:^|\s)([a-z_]+)=/);
  const values: Record<string, string> = {};
  for (let index = 0; index + 1 < parts.length; index += 2)
    values[parts[index] ?? ""] = (parts[index + 1] ?? "").trim();
  return { words: words.trim(), values };
}

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
