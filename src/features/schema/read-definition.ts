import { fieldNames } from "../../domain/bible/field-check.ts";
import { kindLabel } from "../../domain/bible/kind-words.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { type CustomField, customField, type ProjectSchema } from "../../domain/bible/project-schema.ts";
import {
  kindsOf,
  resolveField,
  resolveKind,
  wordsOfField,
  wordsOfKind,
} from "../../domain/bible/schema-words.ts";
import { UserError } from "../../domain/errors.ts";
import { closest } from "../../lib/closest.ts";
import { wordList } from "../../lib/word-list.ts";

const MAX_KIND_WORDS = 4;

export interface Definition {
  /** The words before the first part: a kind, and a field's name. */
  readonly words: string;
  /** What was said of each part: type, options, required, aliases, label, plural. */
  readonly said: Readonly<Record<string, string>>;
}

/** Reads "character blood type type=choice options=A|B|AB required=yes aliases=blood|group". */
export function readDefinition(text: string): Definition {
  const [words = "", ...parts] = text.split(/(?:^|\s)(type|options|required|aliases|label|plural)=/);
  const said: Record<string, string> = {};
  for (let at = 0; at + 1 < parts.length; at += 2) said[parts[at] ?? ""] = (parts[at + 1] ?? "").trim();
  return { words: words.trim(), said };
}

/** The words of a list: "A|B", or with commas where there is no |. */
export const listOf = (text: string): string[] =>
  text
    .split(text.includes("|") ? "|" : /[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");

export function yesOrNo(text: string): boolean {
  const said = text.trim().toLowerCase();
  if (["yes", "true", "required"].includes(said)) return true;
  if (["no", "false", "optional", ""].includes(said)) return false;
  throw new UserError(
    "invalid",
    `“${text.slice(0, 40)}” is neither yes nor no.`,
    "Type required=yes or required=no.",
  );
}

/** The kind that words begin with, and the words after it. Throws a UserError that suggests one. */
export function kindFirst(own: ProjectSchema, text: string): { kind: EntryKind; rest: string } {
  const words = text
    .replace(/^(\S+)\./, "$1 ")
    .split(/\s+/)
    .filter((word) => word !== "");
  for (let size = Math.min(MAX_KIND_WORDS, words.length); size > 0; size -= 1) {
    const kind = resolveKind(words.slice(0, size).join(" "), own);
    if (kind !== undefined) return { kind, rest: words.slice(size).join(" ") };
  }
  const [said = ""] = words;
  const near = closest(
    said,
    kindsOf(own).flatMap((kind) => wordsOfKind(kind, own)),
  );
  throw new UserError(
    "not_found",
    said === "" ? "Which kind of entry do you mean?" : `This film has no kind “${said.slice(0, 40)}”.`,
    near === undefined
      ? `Its kinds are ${wordList(kindsOf(own).map((kind) => kindLabel(kind, own)))}. /schema kind add makes another.`
      : `Did you mean ${near}?`,
  );
}

/** The field a film added to a kind, by its name, label or alias. Throws a UserError that says what there is. */
export function addedField(own: ProjectSchema, kind: EntryKind, words: string): CustomField {
  const name = resolveField(kind, words, own);
  const field = name === undefined ? undefined : customField(own, kind, name);
  if (field) return field;
  if (name !== undefined)
    throw new UserError(
      "invalid",
      `${name.replaceAll("_", " ")} is a field that every film has, so it stays as it is.`,
      `You can make it required: /schema require ${kind}.${name}`,
    );
  const added = own.fields.filter((each) => each.kind === kind);
  const near = closest(
    words,
    added.flatMap((each) => wordsOfField(kind, each.name, own)),
  );
  throw new UserError(
    "not_found",
    words === ""
      ? "Which field do you mean?"
      : `Nobody added a field “${words.slice(0, 40)}” to ${kindLabel(kind, own)}.`,
    near === undefined ? addedHint(own, kind) : `Did you mean ${near}?`,
  );
}

function addedHint(own: ProjectSchema, kind: EntryKind): string {
  const added = own.fields.filter((each) => each.kind === kind).map((each) => each.label);
  return added.length > 0 ? `Added were ${wordList(added)}.` : `Add one: /schema field add ${kind} …`;
}

/** Any field of a kind. Throws a UserError that suggests one. */
export function anyField(own: ProjectSchema, kind: EntryKind, words: string): string {
  const name = resolveField(kind, words, own);
  if (name !== undefined) return name;
  const near = closest(words, fieldNames(kind, own));
  throw new UserError(
    "not_found",
    words === ""
      ? "Which field do you mean?"
      : `${kindLabel(kind, own)} has no field “${words.slice(0, 40)}”.`,
    near === undefined ? `Its fields are ${wordList(fieldNames(kind, own))}.` : `Did you mean ${near}?`,
  );
}
