import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { kindSaid } from "../../domain/import/kind-words.ts";

const MAX_LEAD_CHARS = 140;
const IMPORT = /\b(?:import|upload|load in|paste[ds]?|pasting|mass[- ]add|bulk[- ]add)\b/i;
const LISTED = /\b(?:list|table|sheet|spreadsheet|csv|json|breakdown|database|export)\b/i;
const HERE = /^(?:ok(?:ay)?,? |so,? |and )?(?:here(?:['’]s| is| are|s)|this is|these are|attached|below)\b/i;

const THESE = /\b(?:this|these|the following|all)\b/i;
/** Said of an import rather than to begin one. */
const DOUBTED = /\b(?:don['’]?t|do not|never|can you|could you|how (?:do|can|to))\b/i;

/**
 * Whether a line announces rows: "import these characters:", "here's my cast list:". "Characters:" alone heads what
 * people dictate as well, and announces nothing.
 */
export function announcesRows(line: string, schema: ProjectSchema): boolean {
  const words = line.trim();
  if (words === "" || words.length > MAX_LEAD_CHARS || words.endsWith("?")) return false;
  const imports = IMPORT.test(words);
  // "Here's the cast list so far" needs no colon; "here are the people I met" does.
  const lists = HERE.test(words) && LISTED.test(words);
  const [listed, here] = [LISTED, HERE].map(
    (sign) => sign.test(words) && (imports || lists || words.endsWith(":")),
  );
  if (!(imports || listed || here) || (DOUBTED.test(words) && !words.endsWith(":"))) return false;
  if (imports && (listed || THESE.test(words))) return true;
  return kindSaid(words, schema) !== undefined;
}

/** Whether a line says what stands below it and nothing else: "characters:", "cast list". */
export const headsRows = (line: string, schema: ProjectSchema): boolean =>
  /^\s*(?:[\p{L}’']+\s+){0,4}[\p{L}]+\s*:?\s*$/u.test(line) && kindSaid(line, schema) !== undefined;
