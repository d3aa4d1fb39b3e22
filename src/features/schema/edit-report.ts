import { entryAction } from "../../chat/entry-offers.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { countWords } from "../../domain/bible/describe.ts";
import type { SchemaEdit } from "../../domain/bible/edit-schema.ts";
import { aKind, fieldWords, kindLabel, pluralOf } from "../../domain/bible/kind-words.ts";
import { countOf, type EntryKind } from "../../domain/bible/kinds.ts";
import { type CustomField, customField, type ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { Offer } from "../../domain/choice.ts";
import { wordList } from "../../lib/word-list.ts";
import { fieldDetail } from "./field-line.ts";
import type { SchemaParts } from "./parts.ts";
import { addFieldOffer } from "./schema-offers.ts";
import { usageOf } from "./usage.ts";

interface Report {
  readonly blocks: readonly DraftBlock[];
  readonly offers: readonly Offer[];
}

interface Step {
  readonly before: ProjectSchema;
  readonly now: ProjectSchema;
}

/** What a change of the schema means for those who use it, in plain words. */
export async function editReport(
  parts: SchemaParts,
  turn: Turn,
  edit: SchemaEdit,
  step: Step,
): Promise<Report> {
  switch (edit.do) {
    case "add_field":
      return fieldAdded(edit.field, step.now);
    case "change_field":
      return fieldChanged(parts, turn, edit.field, step);
    case "drop_field":
      return fieldDropped(parts, turn, edit, step);
    case "add_kind":
      return kindAdded(turn, edit.kind.name, step.now);
    case "change_kind":
      return said(`A ${edit.kind.label} is changed.`);
    case "drop_kind":
      return kindDropped(turn, edit.name, step.before);
    case "require":
    case "optional":
      return requirement(edit, step.now);
    case "replace":
      return said(replaced(step.now));
  }
}

function fieldAdded(field: CustomField, now: ProjectSchema): Report {
  const { kind } = field;
  const asked = field.required ? " I ask for it where it is missing." : "";
  const text = `Every ${kindLabel(kind, now)} has room for **${field.label}** now: ${fieldDetail(field)}.${asked}`;
  return { ...said(text), offers: [addFieldOffer(kind, now, "Add another field")] };
}

async function fieldChanged(
  parts: SchemaParts,
  turn: Turn,
  field: CustomField,
  { now }: Step,
): Promise<Report> {
  const { kind, name } = field;
  const usage = await usageOf(parts, turn, kind, name, now);
  const text = `**${field.label}** is ${fieldDetail(field)} now${field.required ? ", and must be filled in" : ""}.`;
  if (usage.misfitCount === 0) return said(text);
  const rest = usage.misfitCount - usage.misfits.length;
  const one = usage.told?.startsWith("1 ") === true;
  const misfits = one ? "it does" : `${usage.misfitCount} of them ${usage.misfitCount === 1 ? "does" : "do"}`;
  return {
    blocks: [
      {
        type: "text",
        text: `${text} ${usage.told} ${one ? "has" : "have"} one, and ${misfits} not fit. It stays as it is until somebody changes it.`,
      },
      {
        type: "list",
        title: "What does not fit",
        items: [...usage.misfits, ...(rest > 0 ? [`… and ${rest} more`] : [])],
      },
    ],
    offers: [],
  };
}

async function fieldDropped(
  parts: SchemaParts,
  turn: Turn,
  { kind, name }: { kind: EntryKind; name: string },
  { before }: Step,
): Promise<Report> {
  const label = customField(before, kind, name)?.label ?? fieldWords(name, kind, before);
  const { told } = await usageOf(parts, turn, kind, name, before);
  const held =
    told === undefined
      ? `No ${kindLabel(kind, before)} had one.`
      : `${told} had one; what they hold stays and is shown, but can no longer be changed.`;
  return said(`The field **${label}** is gone from ${pluralOf(kind, before)}. ${held}`);
}

function kindAdded(turn: Turn, kind: EntryKind, now: ProjectSchema): Report {
  const there = countOf(turn.counts, kind);
  const back = there > 0 ? ` It holds ${countWords(there, kind, now)} already.` : "";
  return {
    ...said(`This film has **${pluralOf(kind, now)}** now: /entry ${kind}.${back}`),
    offers: [
      {
        label: `Add ${aKind(kind, now)}`,
        description: "Opens a form",
        category: "recommended",
        opens: true,
        action: entryAction(kind, { action: "create" }),
      },
      addFieldOffer(kind, now, "Add a field to it"),
    ],
  };
}

function kindDropped(turn: Turn, kind: EntryKind, before: ProjectSchema): Report {
  const count = countOf(turn.counts, kind);
  const fields = before.fields.filter((field) => field.kind === kind).map((field) => field.label);
  const went = fields.length > 0 ? ` Its fields went with it: ${wordList(fields, 8)}.` : "";
  const held =
    count === 0
      ? "There were none of it."
      : `The ${countWords(count, kind, before)} of this film stay: /entry ${kind} shows them, and they can be removed, but no longer changed.`;
  return said(`The kind **${kindLabel(kind, before)}** is gone.${went} ${held}`);
}

function requirement(
  { do: what, path }: { do: "require" | "optional"; path: string },
  now: ProjectSchema,
): Report {
  const [name = "", field = ""] = path.split(".");
  const kind = name as EntryKind;
  const words = `${fieldWords(field, kind, now)} of ${aKind(kind, now)}`;
  return said(
    what === "require"
      ? `The **${words}** must be filled in now: I ask for it where it is missing.`
      : `The **${words}** may be left open now.`,
  );
}

const replaced = ({ kinds, fields }: ProjectSchema): string =>
  `The film's own kinds and fields are set: ${
    wordList(
      kinds.map((kind) => kind.plural),
      8,
    ) || "no kinds"
  }, and ${fields.length} ${fields.length === 1 ? "field" : "fields"}.`;

const said = (text: string): Report => ({ blocks: [{ type: "text", text }], offers: [] });
