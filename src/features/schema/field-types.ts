import type { CustomField } from "../../domain/bible/project-schema.ts";
import { UserError } from "../../domain/errors.ts";
import { closest } from "../../lib/closest.ts";
import { wordList } from "../../lib/word-list.ts";

type FieldType = CustomField["type"];

/** What people call the types, as forms show them. */
export const TYPE_WORDS: Readonly<Record<FieldType, string>> = {
  line: "short text",
  paragraph: "long text",
  number: "number",
  boolean: "yes or no",
  list: "list",
  select: "choice",
};

const OTHER_WORDS = new Map<string, FieldType>([
  ["line", "line"],
  ["text", "line"],
  ["short", "line"],
  ["string", "line"],
  ["paragraph", "paragraph"],
  ["long", "paragraph"],
  ["integer", "number"],
  ["boolean", "boolean"],
  ["yesno", "boolean"],
  ["yes/no", "boolean"],
  ["flag", "boolean"],
  ["select", "select"],
  ["choices", "select"],
  ["dropdown", "select"],
]);

/** The type that words mean. Throws a UserError that names the types there are. */
export function typeNamed(words: string): FieldType {
  const said = words.trim().toLowerCase().replaceAll("_", " ");
  const known = new Map([...OTHER_WORDS, ...typeEntries()]);
  const type = known.get(said);
  if (type !== undefined) return type;
  const near = closest(said, known.keys());
  throw new UserError(
    "invalid",
    `There is no type “${words.slice(0, 40)}”.`,
    near === undefined
      ? `A field is ${wordList(Object.values(TYPE_WORDS), 10, "or")}.`
      : `Did you mean ${near}?`,
  );
}

const typeEntries = (): [string, FieldType][] =>
  (Object.keys(TYPE_WORDS) as FieldType[]).map((type) => [TYPE_WORDS[type], type]);
