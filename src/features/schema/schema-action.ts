import { UserError } from "../../domain/errors.ts";

export type SchemaAction = "add" | "change" | "remove";

const WORDS = new Map<string, SchemaAction>([
  ["add", "add"],
  ["new", "add"],
  ["create", "add"],
  ["change", "change"],
  ["edit", "change"],
  ["remove", "remove"],
  ["delete", "remove"],
]);

/** What is to be done with a field or a kind. Throws a UserError for anything else. */
export function schemaAction(word: string, what: "field" | "kind"): SchemaAction {
  const action = WORDS.get(word.trim().toLowerCase());
  if (action) return action;
  throw new UserError(
    "bad_request",
    `What should I do with the ${what}?`,
    `Type /schema ${what} add, change or remove.`,
  );
}
