import { slashOf } from "../../chat/entry-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { kindLabel, pluralOf } from "../../domain/bible/kind-words.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { createNameIndex, lookupKeys } from "../../domain/bible/name-index.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import { closest } from "../../lib/closest.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import { findTies } from "./find-ties.ts";
import type { BibleParts } from "./parts.ts";

const AN_ID = /^ent_\S+$/;
const FOUND_LIMIT = 100;
const NEAR_LIMIT = 500;

/** The living entry a person means, by id or by name. Throws a UserError that suggests what to do when there is none, or more than one. */
export async function findEntry(
  parts: BibleParts,
  turn: Turn,
  kind: EntryKind,
  wanted: string,
): Promise<Entry> {
  const ref = wanted.trim();
  const own = schemaOf(turn.project);
  const label = kindLabel(kind, own);
  if (ref === "")
    throw new UserError(
      "bad_request",
      `Which ${label} do you mean?`,
      `Type its name, for example: ${slashOf(kind)} show ${kind === "relationship" ? "Sarah John" : "Sarah"}`,
    );
  const entry =
    (await byId(parts, turn, kind, ref)) ??
    (await byName(parts, turn, kind, ref)) ??
    (kind === "relationship" ? await oneTie(parts, turn, ref) : undefined);
  if (entry?.status === "removed")
    throw new UserError(
      "not_found",
      `${entry.name} was taken out of this film meanwhile, so nothing was changed.`,
      `Say “bring ${ellipsis(entry.name, 60)} back” first, if you want that.`,
    );
  if (entry) return entry;
  if (AN_ID.test(ref))
    throw new UserError(
      "not_found",
      `That ${label} is not in this film.`,
      `Type ${slashOf(kind)} to see the ${pluralOf(kind, own)} there are.`,
    );
  const near = closest(ref, await parts.bible.names(turn.project.id, kind, NEAR_LIMIT));
  throw new UserError(
    "not_found",
    `There is no ${label} called ${ellipsis(ref, 60)} in this project.`,
    near === undefined
      ? `Type ${slashOf(kind)} to see the ${pluralOf(kind, own)} there are.`
      : `Did you mean ${near}?`,
  );
}

/** Also one that was removed: a button or a form may have outlived it. */
async function byId(parts: BibleParts, turn: Turn, kind: EntryKind, ref: string): Promise<Entry | undefined> {
  if (!AN_ID.test(ref)) return undefined;
  const [entry] = await parts.bible.get([ref]);
  return entry?.project_id === turn.project.id && entry.kind === kind ? entry : undefined;
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

/** A relationship by the names of its two ends, or of one who has no other. */
async function oneTie(parts: BibleParts, turn: Turn, ref: string): Promise<Entry | undefined> {
  const ties = await findTies(parts, turn, ref);
  if (ties.length < 2) return ties[0];
  const names = ties.map((tie) => tie.name);
  throw new UserError("conflict", `${ref} may be ${wordList(names, 8, "or")}.`, "Type the whole name.");
}
