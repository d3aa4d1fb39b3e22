import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { createNameIndex, lookupKeys } from "../../domain/bible/name-index.ts";
import { UserError } from "../../domain/errors.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { wordList } from "../../lib/word-list.ts";
import type { HistoryParts } from "./parts.ts";

const FOUND_LIMIT = 100;
/** How far back an entry is looked for that has another name now, or is gone. */
const LOOK_BACK = 200;

/** An entry of the project by its id, whatever became of it. */
export async function entryById(
  parts: HistoryParts,
  turn: Turn,
  id: string | undefined,
): Promise<Entry | undefined> {
  const [entry] = id === undefined ? [] : await parts.bible.get([id]);
  return entry?.project_id === turn.project.id ? entry : undefined;
}

/**
 * The entry that the first of these wordings names, of any kind: a living one first, then one that had such a name
 * lately. Answers the wording with it; undefined when none names any. Throws UserError when one names several.
 */
export async function entryNamed<W extends { readonly name: string }>(
  parts: HistoryParts,
  turn: Turn,
  wordings: readonly W[],
  kind?: EntryKind,
): Promise<{ entry: Entry; wording: W } | undefined> {
  const keys = [...new Set(wordings.flatMap(({ name }) => lookupKeys(name)))];
  if (keys.length === 0) return undefined;
  const index = createNameIndex(await parts.bible.byKeys(turn.project.id, keys, FOUND_LIMIT));
  for (const wording of wordings) {
    const found = index.find(wording.name, kind);
    if (found.type === "one") return { entry: found.entry, wording };
    if (found.type === "several") {
      const names = found.entries.map((entry) => entry.name);
      throw new UserError(
        "conflict",
        `${wording.name} may be ${wordList(names, 8, "or")}.`,
        "Type the whole name.",
      );
    }
  }
  const changes = await parts.bible.history({ project_id: turn.project.id }, LOOK_BACK);
  for (const wording of wordings) {
    const key = nameKey(wording.name);
    const once = changes.find(
      (change) =>
        (kind === undefined || change.kind === kind) &&
        [change.before, change.after].some((entry) => entry !== null && nameKey(entry.name) === key),
    );
    const entry = await entryById(parts, turn, once?.entry_id);
    if (entry) return { entry, wording };
  }
  return undefined;
}
