import type { z } from "zod";
import { notKnown, shown } from "./did-you-mean.ts";
import type { Finding } from "./problem.ts";

const KINDS: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a map of keys and values",
  record: "a map of keys and values",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/** What is wrong with a value, for the person who wrote it. */
export function issueWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type": {
      const wanted = KINDS[issue.expected] ?? issue.expected;
      const wanting = lastOf(issue);
      if (wanting === undefined) return NOTHING;
      if (issue.input === undefined) return `“${wanting}” is missing here; add it: ${wanted}.`;
      return issue.expected === "string" && typeof issue.input !== "object"
        ? "This must be text; put it in quotes."
        : `This must be ${wanted}; write it so.`;
    }
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? "This is empty; fill it in or remove it."
        : `The least that can stand here is ${issue.minimum}; raise it.`;
    case "too_big":
      return issue.origin === "string"
        ? `This may have ${issue.maximum} characters; make it shorter.`
        : issue.origin === "array"
          ? `This list may have ${issue.maximum} items; take some out.`
          : `The most that can stand here is ${issue.maximum}; lower it.`;
    case "invalid_value":
      return notKnown(said(issue.input), "possible here", issue.values.map(String));
    default:
      return undefined;
  }
}

/** The findings of a failed reading, each with its way to the value. */
export const issueFindings = (error: z.ZodError): Finding[] =>
  error.issues.map((issue) => {
    if (issue.code === "unrecognized_keys")
      return { path: [...issue.path, issue.keys[0] ?? ""], message: issue.message, atKey: true };
    if (issue.code === "custom" && issue.params?.atKey === true)
      return { path: issue.path, message: issue.message, atKey: true };
    return { path: issue.path, message: issue.message };
  });

const NOTHING = "There is no workflow in this; begin it with name, title and steps.";

const lastOf = (issue: z.core.$ZodRawIssue): string | undefined => issue.path?.at(-1)?.toString();

/** A value as it was written; one that is a whole structure is not repeated. */
const said = (input: unknown): string =>
  typeof input === "object" || input === undefined ? "this" : shown(String(input));
