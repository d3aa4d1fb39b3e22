import type { Change } from "../domain/bible/change.ts";
import type { Entry } from "../domain/bible/entry.ts";
import { aKind } from "../domain/bible/kind-words.ts";
import { type EntryKind, isBuiltIn } from "../domain/bible/kinds.ts";
import type { Note } from "../domain/bible/note.ts";
import type { ProjectSchema } from "../domain/bible/project-schema.ts";
import type { ChoiceAction, Offer } from "../domain/choice.ts";
import { ellipsis } from "../lib/ellipsis.ts";

const NAME_CHARS = 60;
const LABEL_CHARS = 80;

/** Whether a name alone makes an entry of the kind: a scene takes a slug line, a relationship two names. */
export const madeByName = (kind: EntryKind): boolean => kind !== "scene" && kind !== "relationship";

/** What runs an action on entries of a kind: the built-in kinds have commands of their own, /entry takes the project's. */
export const entryAction = (
  kind: EntryKind,
  options: Readonly<Record<string, unknown>>,
): ChoiceAction & { type: "command" } =>
  isBuiltIn(kind)
    ? { type: "command", command: kind, options: { ...options } }
    : { type: "command", command: "entry", options: { kind, ...options } };

/** How such a command is typed: "/character", "/entry vehicle". */
export const slashOf = (kind: EntryKind): string => (isBuiltIn(kind) ? `/${kind}` : `/entry ${kind}`);

export const editOffer = (entry: Pick<Entry, "id" | "kind" | "name">): Offer => ({
  label: `Edit ${ellipsis(entry.name, NAME_CHARS)}`,
  description: "Opens a form with what is known",
  category: "manual",
  opens: true,
  action: entryAction(entry.kind, { action: "edit", id: entry.id }),
});

export const undoOffer = (turnId: string, label = "Undo"): Offer => ({
  label,
  description: "Takes back everything this message changed",
  category: "manual",
  action: { type: "command", command: "undo", options: { turn: turnId } },
});

/** Makes an entry of a name that is only spoken of so far. */
export const addOffer = (kind: EntryKind, name: string, own?: ProjectSchema): Offer => ({
  label: ellipsis(`Add ${ellipsis(name, 50)} as ${aKind(kind, own)}`, LABEL_CHARS),
  description: "Makes the entry; tell me more about it any time",
  category: "alternative",
  action: entryAction(kind, { action: "create", name }),
});

/** Two entries that may be one: a look at what would become of them, and that they are not. */
export function twinOffers(note: Note & { type: "twin" }): Offer[] {
  const pair = { id: note.entry_id, name: note.other_id };
  return [
    {
      label: `Merge with ${ellipsis(note.other_name, NAME_CHARS)}`,
      description: "Shows both side by side first",
      category: "alternative",
      action: entryAction(note.kind, { action: "merge", ...pair }),
    },
    {
      label: "They are two",
      description: "I do not ask about these two again",
      category: "manual",
      action: entryAction(note.kind, { action: "apart", ...pair }),
    },
  ];
}

/** Edit for the first entry that was written (none beside a removal), and Undo for the whole turn. */
export function afterChange(changes: readonly Change[], turnId: string): Offer[] {
  const removes = changes.some((change) => change.action === "removed");
  const editable = removes
    ? undefined
    : changes.find(({ after }) => after !== null && after.status !== "removed");
  const edit = editable
    ? [editOffer({ id: editable.entry_id, kind: editable.kind, name: editable.name })]
    : [];
  return changes.length > 0 ? [...edit, undoOffer(turnId)] : [];
}
