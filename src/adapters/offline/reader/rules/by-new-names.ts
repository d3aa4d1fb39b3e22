import type { Mention, Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";

/** "Rename Karen to Kerensa. Kerensa is 40.": whoever bears the new name is the one renamed, and nobody new. */
export function byNewNames(statements: readonly Statement[]): Statement[] {
  const ids = new Map<string, string>();
  for (const one of statements)
    if (one.type === "rename" && one.subject.entry_id !== undefined)
      ids.set(nameKey(one.name), one.subject.entry_id);
  if (ids.size === 0) return [...statements];
  const meant = (mention: Mention): Mention => {
    const id = mention.entry_id === undefined ? ids.get(nameKey(mention.name)) : undefined;
    return id === undefined ? mention : { ...mention, entry_id: id };
  };
  return statements.map((one) => {
    if (one.type === "relationship") return { ...one, from: meant(one.from), to: meant(one.to) };
    if (one.type !== "entry") return one;
    const subject = meant(one.subject);
    return subject === one.subject ? one : { ...one, subject, explicit: false };
  });
}
