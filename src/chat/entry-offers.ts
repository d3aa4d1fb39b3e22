import type { Change } from "../domain/bible/change.ts";
import type { Entry } from "../domain/bible/entry.ts";
import type { EntryKind } from "../domain/bible/kinds.ts";
import type { Offer } from "../domain/choice.ts";
import { ellipsis } from "../lib/ellipsis.ts";

/** Kinds with a slash command of their own, under the same word. */
export const COMMAND_KINDS: readonly EntryKind[] = ["character", "scene", "location"];

const NAME_CHARS = 60;

export const editOffer = (entry: Pick<Entry, "id" | "kind" | "name">): Offer => ({
  label: `Edit ${ellipsis(entry.name, NAME_CHARS)}`,
  description: "Opens a form with what is known",
  category: "manual",
  action: { type: "command", command: entry.kind, options: { action: "edit", id: entry.id } },
});

export const undoOffer = (turnId: string, label = "Undo"): Offer => ({
  label,
  description: "Takes back everything this message changed",
  category: "manual",
  action: { type: "command", command: "undo", options: { turn: turnId } },
});

/** Makes an entry of a name that is only spoken of so far. */
export const addOffer = (kind: EntryKind, name: string): Offer => ({
  label: `Add ${ellipsis(name, 50)} as a ${kind}`,
  description: "Makes the entry; tell me more about it any time",
  category: "alternative",
  action: { type: "command", command: kind, options: { action: "create", name } },
});

/** Edit for the first entry that was written and has a form of its own (none beside a removal), and Undo for the whole turn. */
export function afterChange(changes: readonly Change[], turnId: string): Offer[] {
  const removes = changes.some((change) => change.action === "removed");
  const editable = removes ? undefined : changes.find((change) => COMMAND_KINDS.includes(change.kind));
  const edit = editable
    ? [editOffer({ id: editable.entry_id, kind: editable.kind, name: editable.name })]
    : [];
  return changes.length > 0 ? [...edit, undoOffer(turnId)] : [];
}
