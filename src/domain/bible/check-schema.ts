import { nameKey } from "../../lib/name-keys.ts";
import { wordList } from "../../lib/word-list.ts";
import { fieldNames } from "./field-check.ts";
import { aKind, firstUpper } from "./kind-words.ts";
import { ENTRY_KINDS, isBuiltIn } from "./kinds.ts";
import {
  type CustomField,
  type CustomKind,
  EMPTY_SCHEMA,
  MAX_FIELDS,
  MAX_KINDS,
  MAX_OPTIONS,
  type ProjectSchema,
} from "./project-schema.ts";
import { kindsOf, resolveField, wordsOfField, wordsOfKind } from "./schema-words.ts";

export interface SchemaProblem {
  readonly reason: string;
  /** What to do instead, as a sentence of its own. */
  readonly hint: string;
}

/** Words that commands use for something else, so that no field could be typed by them. */
const TAKEN_WORDS = [
  "name",
  "id",
  "kind",
  "action",
  "text",
  "values",
  "list",
  "show",
  "entry",
  "constructor",
];

/** The first thing that is wrong with a project's schema as a whole; undefined when it holds together. Of two that share a word, the later is at fault. */
export function schemaProblem(own: ProjectSchema): SchemaProblem | undefined {
  return (
    tooMany(own) ??
    first(own.kinds, (kind) => kindProblem(kind, own)) ??
    first(own.fields, (field) => fieldProblem(field, own)) ??
    first(own.required, (path) => pathProblem(path, own))
  );
}

function tooMany({ kinds, fields }: ProjectSchema): SchemaProblem | undefined {
  if (kinds.length > MAX_KINDS)
    return problem(`A film has at most ${MAX_KINDS} kinds of its own`, "Remove one that is not used.");
  if (fields.length > MAX_FIELDS)
    return problem(`A film has at most ${MAX_FIELDS} fields of its own`, "Remove one that is not used.");
  return undefined;
}

function kindProblem(kind: CustomKind, own: ProjectSchema): SchemaProblem | undefined {
  const words = [kind.name, kind.label, kind.plural, ...kind.aliases];
  const bad = wordProblem(words, kind.name);
  if (bad) return bad;
  const others = [...ENTRY_KINDS, ...own.kinds.slice(0, own.kinds.indexOf(kind)).map((each) => each.name)];
  for (const other of others) {
    const taken = sharedWord(words, other === kind.name ? [other] : wordsOfKind(other, own));
    if (taken === undefined) continue;
    return isBuiltIn(other)
      ? problem(
          `“${taken}” is a kind that every film has`,
          `Choose another word, or add fields to it: /schema field add ${other}`,
        )
      : problem(
          `“${taken}” means ${aKind(other, own)} already`,
          `Choose another word, or change that one: /schema kind change ${other}`,
        );
  }
  return undefined;
}

function fieldProblem(field: CustomField, own: ProjectSchema): SchemaProblem | undefined {
  const { kind, name, label, aliases } = field;
  if (!kindsOf(own).includes(kind))
    return problem(
      `There is no kind ${kind.replaceAll("_", " ")} in this film`,
      `Its kinds are ${wordList(kindsOf(own))}.`,
    );
  const words = [name, label, ...aliases];
  return wordProblem(words, name) ?? takenProblem(field, words, own) ?? optionProblem(field);
}

function takenProblem(
  field: CustomField,
  words: readonly string[],
  own: ProjectSchema,
): SchemaProblem | undefined {
  const { kind } = field;
  const builtIn = words
    .map((word) => [word, resolveField(kind, word, EMPTY_SCHEMA)] as const)
    .find(([, found]) => found !== undefined);
  if (builtIn?.[1] !== undefined)
    return problem(
      `${firstUpper(aKind(kind, own))} has the field ${builtIn[1].replaceAll("_", " ")} already, as in every film`,
      `Choose another word than “${builtIn[0]}”, or make that one required: /schema require ${kind}.${builtIn[1]}`,
    );
  const others = own.fields.slice(0, own.fields.indexOf(field)).filter((each) => each.kind === kind);
  for (const other of others) {
    const taken = sharedWord(words, wordsOfField(kind, other.name, { ...own, fields: [other] }));
    if (taken !== undefined)
      return problem(
        `“${taken}” means the field ${other.label} of ${aKind(kind, own)} already`,
        `Choose another word, or change that one: /schema field change ${kind} ${other.name}`,
      );
  }
  return undefined;
}

function optionProblem({ type, options, label }: CustomField): SchemaProblem | undefined {
  if (type !== "select")
    return options === undefined || options.length === 0
      ? undefined
      : problem(
          `${label} has choices, but is not one of some choices`,
          "Say type=choice, or leave the options out.",
        );
  if (options === undefined || options.length === 0)
    return problem(
      `${label} is one of some choices, and there are none yet`,
      "Name them, with | between: options=A|B|AB",
    );
  if (options.length > MAX_OPTIONS)
    return problem(`${label} has at most ${MAX_OPTIONS} choices`, "Make it a short text instead: type=text");
  const keys = options.map((option) => option.toLowerCase());
  const twice = options.find((_option, at) => keys.indexOf(keys[at] ?? "") < at);
  return twice === undefined
    ? wordProblem(options)
    : problem(`“${twice}” is among the choices twice`, "Name each choice once.");
}

function pathProblem(path: string, own: ProjectSchema): SchemaProblem | undefined {
  const [kind, field] = [path.slice(0, path.indexOf(".")), path.slice(path.indexOf(".") + 1)];
  const known = kindsOf(own).find((each) => each === kind);
  if (known === undefined || !fieldNames(known).includes(field) || field === "name")
    return problem(
      `${path} is no field that can be required`,
      "Name it as kind.field, for example character.age.",
    );
  return undefined;
}

function wordProblem(words: readonly string[], name?: string): SchemaProblem | undefined {
  if (name !== undefined && TAKEN_WORDS.includes(name))
    return problem(`I use the word ${name} for something else`, "Choose another name.");
  const odd = words.find((word) => /[\p{C}|]/u.test(word) || nameKey(word) === "");
  return odd === undefined
    ? undefined
    : problem(`“${odd.replace(/\p{C}/gu, "")}” cannot be read as a word`, "Use letters and numbers.");
}

function sharedWord(words: readonly string[], taken: readonly string[]): string | undefined {
  const keys = new Set(taken.map(nameKey));
  return words.find((word) => keys.has(nameKey(word)));
}

const problem = (reason: string, hint: string): SchemaProblem => ({ reason, hint });

function first<T>(
  all: readonly T[],
  check: (one: T) => SchemaProblem | undefined,
): SchemaProblem | undefined {
  for (const one of all) {
    const found = check(one);
    if (found) return found;
  }
  return undefined;
}
