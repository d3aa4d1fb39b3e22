import type { Entry } from "../../domain/bible/entry.ts";
import { UserError } from "../../domain/errors.ts";
import type { BulkParts } from "./parts.ts";

/** The entry that an item is about, as it stands now. Throws a UserError for one that is gone, or locked where it is to be changed. */
export async function targetEntry(
  { bible }: Pick<BulkParts, "bible">,
  projectId: string,
  target: string | undefined,
  { changed = true }: { readonly changed?: boolean } = {},
): Promise<Entry> {
  const [entry] = target === undefined ? [] : await bible.get([target]);
  if (!entry || entry.project_id !== projectId || entry.status === "removed")
    throw new UserError(
      "not_found",
      `${entry?.project_id === projectId ? entry.name : "it"} is no longer in the bible`,
      "Bring it back with /redo or /undo and press Retry failed, or leave it out.",
    );
  if (changed && entry.status === "locked")
    throw new UserError(
      "forbidden",
      `${entry.name} is locked${entry.locked?.name ? ` by ${entry.locked.name}` : ""}`,
      "Ask a producer to unlock it, then press Retry failed.",
    );
  return entry;
}
