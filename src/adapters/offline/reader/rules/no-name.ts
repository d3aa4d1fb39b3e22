import { mentionsIn } from "../../../../domain/reading/mentions.ts";
import type { Mention, Statement } from "../../../../domain/reading/reading.ts";
import { isNoName, isWordToo } from "../words/not-names.ts";

/**
 * The last look at who is new: a small word that names nobody ("both 9", "is still missing") makes nobody, whichever rule
 * took it for a name. With a capital, or of somebody known, it may be one after all.
 */
export function withoutNoNames(text: string, statements: readonly Statement[]): Statement[] {
  return statements.filter((statement) => !mentionsIn(statement).some((mention) => isNobody(text, mention)));
}

function isNobody(text: string, { name, entry_id, group, start, end }: Mention): boolean {
  if (entry_id !== undefined || group !== undefined || start >= end) return false;
  const typed = text.slice(start, end);
  const low = name.toLowerCase();
  return typed === typed.toLowerCase() && typed === low && isNoName(low) && !isWordToo(low);
}
