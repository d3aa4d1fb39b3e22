import { slashOf } from "../../chat/entry-offers.ts";
import { noteError } from "../../chat/note-text.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { savedReply } from "../../chat/saved-reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { applyEdit } from "../../domain/bible/apply-edit.ts";
import { type Applied, applyReading } from "../../domain/bible/apply-reading.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { FactValue } from "../../domain/bible/fact.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Mention, Statement } from "../../domain/reading/reading.ts";
import { requireRole } from "../../domain/role.ts";
import { editForm, shownValue } from "./entry-form.ts";
import { requireKind } from "./entry-kinds.ts";
import { findEntry } from "./find-entry.ts";
import { fieldItem, othersWords, removalItem, withReview } from "./for-review.ts";
import { authorOf, type BibleParts } from "./parts.ts";
import { byField, readFields } from "./read-fields.ts";

const NOWHERE = { start: 0, end: 0 };

/** Writes fields of an entry, from a command's words or a form's values; without any it asks with a form. All or nothing. */
export async function editEntry(
  parts: BibleParts,
  turn: Turn,
  kind: EntryKind,
  ref: string,
  fields: string | Readonly<Record<string, string>>,
): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  requireKind(turn, kind);
  const own = schemaOf(turn.project);
  const { words, values } =
    typeof fields === "string"
      ? readFields(fields, kind, own)
      : { words: "", values: byField(fields, kind, own) };
  const entry = await findEntry(parts, turn, kind, `${ref} ${words}`);
  const changed = Object.entries(values).filter(
    ([field, value]) => value.trim() !== shownValue(entry, field),
  );
  if (Object.keys(values).length === 0) return { blocks: [editForm(entry, own)] };
  if (changed.length === 0)
    return {
      blocks: [{ type: "text", text: `${entry.name} stays as it was: nothing was changed in the form.` }],
    };
  const known = await loadKnown(parts.bible, turn.project.id, statementsFor(entry, changed));
  const write = (fields: typeof changed) =>
    applyEdit({ ...authorOf(parts, turn), entry, known, values: Object.fromEntries(fields), schema: own });
  const edited = write(changed);
  const done = settle(turn, edited, [entry, ...known]);
  const change = edited.changes.find((each) => each.entry_id === entry.id);
  const held = othersWords(turn, entry, change);
  if (held.length === 0) return done;
  const rest = changed.filter(([field]) => !held.includes(field));
  const saved = rest.length > 0 ? settle(turn, write(rest), [entry, ...known]) : { blocks: [] };
  const items = held.map((field) => fieldItem(turn, entry, field, change?.fields[field] ?? {}));
  return withReview(parts, turn, saved, { entry, items });
}

export async function renameTo(
  parts: BibleParts,
  turn: Turn,
  kind: EntryKind,
  ref: string,
  name: string,
): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  requireKind(turn, kind);
  const entry = await findEntry(parts, turn, kind, ref);
  if (name.trim() === "") {
    throw new UserError(
      "bad_request",
      `What should ${entry.name} be called?`,
      `Type the new name after it: ${slashOf(kind)} rename "${entry.name}" "…"`,
    );
  }
  const statement: Statement = {
    type: "rename",
    subject: mention(entry),
    name: name.trim(),
    span: whole(turn),
  };
  return state(parts, turn, statement, entry);
}

export async function removeFrom(
  parts: BibleParts,
  turn: Turn,
  kind: EntryKind,
  ref: string,
): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  const entry = await findEntry(parts, turn, kind, ref);
  const statement: Statement = { type: "remove", kind, subject: mention(entry), span: whole(turn) };
  return state(parts, turn, statement, entry);
}

async function state(parts: BibleParts, turn: Turn, statement: Statement, entry: Entry): Promise<Outcome> {
  const known = await loadKnown(parts.bible, turn.project.id, [statement]);
  const { message } = turn;
  const applied = applyReading({
    ...authorOf(parts, turn),
    reading: { statements: [statement] },
    known,
    message,
    schema: schemaOf(turn.project),
  });
  const done = settle(turn, applied, known);
  const change = applied.changes.find((each) => each.entry_id === entry.id);
  if (othersWords(turn, entry, change).length === 0) return done;
  const item =
    statement.type === "remove"
      ? removalItem(turn, entry)
      : fieldItem(turn, entry, "name", change?.fields.name ?? {});
  return withReview(parts, turn, { blocks: [] }, { entry, items: [item] });
}

/** A command stands or falls as a whole: what would be a remark in talk is an error here. */
export function settle(turn: Turn, applied: Applied, known: readonly Entry[], head?: string): Outcome {
  const trouble = applied.notes.find((note) => note.type !== "unlinked" && note.type !== "ambiguous");
  if (trouble) throw noteError(trouble);
  return savedReply(turn, { ...applied, known, ...(head === undefined ? {} : { head }) });
}

/** What an edit must know of others: whose names its fields hold, and for a new name all that shows the old one. */
export function statementsFor(entry: Entry, changed: readonly (readonly [string, FactValue])[]): Statement[] {
  const subject = mention(entry);
  const names = changed.flatMap(([field, value]): Statement[] =>
    field === "name" ? [{ type: "rename", subject, name: String(value), span: NOWHERE }] : [],
  );
  const fields = changed.map(([field, value]) => ({ field, value, ...NOWHERE }));
  return [...names, { type: "entry", kind: entry.kind, subject, explicit: false, fields, span: NOWHERE }];
}

const mention = (entry: Entry): Mention => ({ name: entry.name, entry_id: entry.id, ...NOWHERE });
const whole = (turn: Turn) => ({ start: 0, end: turn.message?.text.length ?? 0 });
