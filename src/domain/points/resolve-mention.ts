import { nameKey } from "../../lib/name-keys.ts";
import type { FactValue } from "../bible/fact.ts";
import { valueText } from "../bible/value-text.ts";
import type { FieldReading, Mention, Statement } from "../reading/reading.ts";

/** A statement in which a name that meant several means this entry, or one that is made under another name carries that. */
export function resolveMention(
  statement: Statement,
  name: string,
  entry: { readonly entry_id?: string; readonly name: string },
): Statement {
  const key = nameKey(name);
  const id = entry.entry_id === undefined ? {} : { entry_id: entry.entry_id };
  const mend = (mention: Mention): Mention =>
    nameKey(mention.name) === key ? { ...mention, name: entry.name, ...id } : mention;
  switch (statement.type) {
    case "relationship":
      return { ...statement, from: mend(statement.from), to: mend(statement.to) };
    case "merge":
      return { ...statement, subject: mend(statement.subject), into: mend(statement.into) };
    case "entry":
      return {
        ...statement,
        subject: mend(statement.subject),
        fields: statement.fields.map((field) => mendField(field, key, entry.name)),
      };
    default:
      return { ...statement, subject: mend(statement.subject) };
  }
}

function mendField(field: FieldReading, key: string, name: string): FieldReading {
  const mend = (value: string) => (nameKey(value) === key ? name : value);
  const value: FactValue = Array.isArray(field.value)
    ? field.value.map(mend)
    : typeof field.value === "string"
      ? mend(field.value)
      : field.value;
  return { ...field, value };
}

/** A statement whose missing name is filled in. */
export function fillName(statement: Statement, wants: "subject" | "from" | "to", name: string): Statement {
  if (statement.type === "relationship") {
    return wants === "subject" ? statement : { ...statement, [wants]: { ...statement[wants], name } };
  }
  return { ...statement, subject: { ...statement.subject, name } };
}

/** What a statement says of somebody, in words: "occupation journalist, age 28". */
export function fieldsOfStatement(statement: Statement): string {
  if (statement.type !== "entry") return "";
  return statement.fields
    .map(({ field, value }) => `${field.replaceAll("_", " ")} ${valueText(value)}`)
    .join(", ");
}
