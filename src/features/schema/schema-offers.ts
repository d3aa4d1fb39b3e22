import { pluralOf } from "../../domain/bible/kind-words.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { Offer } from "../../domain/choice.ts";

/** Opens the form for a new field of a kind. */
export const addFieldOffer = (kind: EntryKind, own: ProjectSchema, label: string): Offer => ({
  label,
  description: `A new thing to know about ${pluralOf(kind, own)}`,
  category: "alternative",
  opens: true,
  action: { type: "command", command: "schema", options: { part: "field", action: "add", text: kind } },
});

/** Both open a form. */
export const ADD_OFFERS: readonly Offer[] = [
  {
    label: "Add a field",
    description: "Something to know about every character, scene …",
    category: "alternative",
    opens: true,
    action: { type: "command", command: "schema", options: { part: "field", action: "add" } },
  },
  {
    label: "Add a kind",
    description: "A new kind of entry, for example vehicles or songs",
    category: "alternative",
    opens: true,
    action: { type: "command", command: "schema", options: { part: "kind", action: "add" } },
  },
];
