import { createNaming } from "../../domain/bible/named-in.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { Revision } from "../../ports/model.ts";

/** Whether a text still says what is no longer so: then that it was left as it is must not pass for its being right. */
export function stillTold(text: string, revisions: readonly Revision[]): boolean {
  const names = createNaming(text);
  const words = ` ${nameKey(text)} `;
  return revisions.some(({ kind, name, field, before }) => {
    if (before === undefined) return false;
    if (field === "name") return names({ kind, name, aliases: [] });
    const values = Array.isArray(before) ? before : [valueText(before)];
    return values.map(nameKey).some((value) => value !== "" && words.includes(` ${value} `));
  });
}
