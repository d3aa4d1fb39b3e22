import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { BulkParts } from "./parts.ts";

const PAGE = 100;

/** The living entries of a kind in the bible's order, at most `limit`, read page by page. */
export async function entriesOf(
  { bible }: Pick<BulkParts, "bible">,
  {
    project_id,
    kind,
    limit,
  }: { readonly project_id: string; readonly kind: EntryKind; readonly limit: number },
): Promise<Entry[]> {
  const entries: Entry[] = [];
  while (entries.length < limit) {
    const size = Math.min(PAGE, limit - entries.length);
    const after = entries.at(-1)?.id;
    const page = await bible.list(project_id, { kind, limit: size, ...(after ? { after } : {}) });
    entries.push(...page);
    if (page.length < size) break;
  }
  return entries;
}
