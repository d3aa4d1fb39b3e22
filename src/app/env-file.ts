import { readFileSync } from "node:fs";
import { parse } from "dotenv";
import { UserError } from "../domain/errors.ts";

const FILE = ".env";
const LINE = /^\s*(#.*)?$|^\s*(export\s+)?[A-Za-z_][\w.-]*\s*=/;

/** The pairs of .env in the working folder, or none. Throws a UserError for a line that is no pair: dotenv would pass over it in silence. */
export function loadEnvFile(): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(FILE, "utf8");
  } catch {
    return {};
  }
  const pairs = Object.entries(parse(text)).filter(([, value]) => value !== "");
  // Inside a quoted value of several lines a line need not look like a pair.
  const broken = /["'`]/.test(text) ? -1 : text.split(/\r?\n/).findIndex((line) => !LINE.test(line));
  if (broken >= 0)
    throw new UserError(
      "invalid",
      `Line ${broken + 1} of .env is not NAME=value.`,
      "Mend or remove that line; .env.example shows the form.",
    );
  return Object.fromEntries(pairs);
}
