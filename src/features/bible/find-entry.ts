import type { Turn } from "../../chat/turn.ts";
import { pluralOf } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { createNameIndex, lookupKeys } from "../../domain/bible/name-index.ts";
import { UserError } from "../../domain/errors.ts";
import { closest } from "../../lib/closest.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import type { BibleParts } from "./parts.ts";

const FOUND_LIMIT = 100;
const NEAR_LIMIT = 500;

/** The living entry a person means, by id or by name. Throws a UserError that suggests a name when there is none, or more than one. */
export async function findEntry(
  parts: BibleParts,
  turn: Turn,
  kind: EntryKind,
  wanted: string,
): Promise<Entry> {
  const ref = wanted.trim();
  if (ref === "")
    throw new UserError(
      "bad_request",
      `Which ${kind} do you mean?`,
      `Type its name, for example: /${kind} show Sarah`,
    );
  const entry = (await byId(parts, turn, kind, ref)) ?? (await byName(parts, turn, kind, ref));
  if (entry) return entry;
  const near = closest(ref, await parts.bible.names(turn.project.id, kind, NEAR_LIMIT));
  throw new UserError(
    "not_found",
    `There is no ${kind} called ${ellipsis(ref, 60)} in this project.`,
    near === undefined ? `Type /${kind} to see the ${pluralOf(kind)} there are.` : `Did you mean ${near}?`,
  );
}

async function byId(parts: BibleParts, turn: Turn, kind: EntryKind, ref: string): Promise<Entry | undefined> {
  if (!/^ent_\S+$/.test(ref)) return undefined;
  const [entry] = await parts.bible.get([ref]);
  const mine = entry?.project_id === turn.project.id && entry.kind === kind && entry.status !== "removed";
  return mine ? entry : undefined;
}

async function byName(
  parts: BibleParts,
  turn: Turn,
  kind: EntryKind,
  ref: string,
): Promise<Entry | undefined> {
  const entries = await parts.bible.byKeys(turn.project.id, lookupKeys(ref), FOUND_LIMIT);
  const found = createNameIndex(entries).find(ref, kind);
  if (found.type === "one") return found.entry;
  if (found.type === "none") return undefined;
  const names = found.entries.map((entry) => entry.name);
  throw new UserError("conflict", `${ref} may be ${wordList(names, 8, "or")}.`, "Type the whole name.");
}
