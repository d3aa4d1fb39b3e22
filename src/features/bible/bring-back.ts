import { slashOf } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { applyEdit } from "../../domain/bible/apply-edit.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { fieldNames } from "../../domain/bible/field-check.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import { valuesToRestore, versionsOf } from "../../domain/bible/versions.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { wordList } from "../../lib/word-list.ts";
import { settle, statementsFor } from "./change-entry.ts";
import { requireKind } from "./entry-kinds.ts";
import { findEntry } from "./find-entry.ts";
import { authorOf, type BibleParts } from "./parts.ts";

const CHANGE_LIMIT = 200;
/** A relationship keeps its ends, and its name is made of them. */
const TIE_ENDS: readonly string[] = ["name", "from", "to"];
const NUMBER = /^(?<ref>.*\S)\s+v?(?<version>\d{1,5})$/is;

/** Writes the values an entry had in an earlier version as a new change, which keeps to locks, links and names as an edit does. */
export async function bringBackVersion(
  parts: BibleParts,
  turn: Turn,
  kind: EntryKind,
  words: string,
): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  requireKind(turn, kind);
  const asked = NUMBER.exec(words.trim())?.groups;
  const entry = await findEntry(parts, turn, kind, asked?.ref ?? words);
  const filter = { project_id: turn.project.id, entry_id: entry.id };
  const versions = versionsOf(await parts.bible.history(filter, CHANGE_LIMIT));
  const wanted = versions.find(({ version }) => version === Number(asked?.version));
  if (!wanted)
    throw noSuchVersion(
      entry,
      versions.map(({ version }) => version),
    );
  const changed = valuesFor(turn, entry, wanted.entry);
  if (changed.length === 0)
    return {
      blocks: [{ type: "text", text: `${entry.name} says what it said in version ${wanted.version}.` }],
    };
  const needed = changed.flatMap(([field, value]) => (value === null ? [] : [[field, value] as const]));
  const known = await loadKnown(parts.bible, turn.project.id, statementsFor(entry, needed));
  const edited = applyEdit({
    ...authorOf(parts, turn),
    entry,
    known,
    values: Object.fromEntries(changed),
    schema: schemaOf(turn.project),
  });
  const head = `**${wanted.entry.name}** is back to version ${wanted.version}.`;
  return settle(turn, edited, [entry, ...known], head);
}

function valuesFor(turn: Turn, now: Entry, then: Entry) {
  const fields = ["name", ...fieldNames(now.kind, schemaOf(turn.project))];
  const kept = now.kind === "relationship" ? TIE_ENDS : [];
  return Object.entries(valuesToRestore(now, then)).filter(
    ([field]) => fields.includes(field) && !kept.includes(field),
  );
}

function noSuchVersion(entry: Entry, versions: readonly number[]): UserError {
  const earlier = versions.slice(1, 9).map(String);
  return new UserError(
    "not_found",
    earlier.length === 0
      ? `${entry.name} has no earlier version.`
      : `Which version of ${entry.name}? Before the present one there is ${wordList(earlier, 8, "or")}.`,
    `Type ${slashOf(entry.kind)} versions "${entry.name}" to see them side by side.`,
  );
}
