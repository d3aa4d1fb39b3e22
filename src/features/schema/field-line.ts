import type { CustomField } from "../../domain/bible/project-schema.ts";
import { wordList } from "../../lib/word-list.ts";
import { TYPE_WORDS } from "./field-types.ts";

const OPTIONS_SHOWN = 12;

/** A field in one line: "Blood type: one of A, B or AB, also called blood group". */
export const fieldLine = (field: CustomField): string => `${field.label}: ${fieldDetail(field)}`;

/** What a field holds, and what else it is called. */
export function fieldDetail({ type, options = [], aliases }: CustomField): string {
  const what = type === "select" ? `one of ${wordList(options, OPTIONS_SHOWN, "or")}` : TYPE_WORDS[type];
  return aliases.length > 0 ? `${what}, also called ${wordList(aliases, 6, "or")}` : what;
}
