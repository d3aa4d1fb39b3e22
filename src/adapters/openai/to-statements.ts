import type { FactValue } from "../../domain/bible/fact.ts";
import { checkField } from "../../domain/bible/field-check.ts";
import { EntryKind, isBuiltIn } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { FieldDrop, FieldReading, Statement } from "../../domain/reading/reading.ts";
import { cover, type Places } from "./places.ts";
import type { ReadAnswer } from "./read-answer.ts";

type EntryAnswer = ReadAnswer["entries"][number];

/** What takes something away is marked as a model's guess, so that people are asked before it is done. */
export function toStatements(places: Places, answer: ReadAnswer, schema: ProjectSchema): Statement[] {
  return [
    ...answer.entries.flatMap((entry) => entryOf(places, entry, schema) ?? []),
    ...answer.relationships.flatMap((tie) => relationshipOf(places, tie) ?? []),
    ...answer.renames.flatMap((rename) => renameOf(places, rename) ?? []),
    ...answer.merges.flatMap((merge) => mergeOf(places, merge) ?? []),
    ...answer.removals.flatMap((removal) => removalOf(places, removal) ?? []),
  ];
}

function entryOf(places: Places, entry: EntryAnswer, schema: ProjectSchema): Statement | undefined {
  const kind = kindOf(entry.kind, schema);
  const named = places.mention(entry.subject);
  if (!kind || kind === "relationship" || !named) return undefined;
  const subject = entry.group === null ? named : { ...named, group: entry.group };
  const fields = fieldsOf(places, kind, entry, schema);
  const drops = dropsOf(places, entry);
  return {
    type: "entry",
    kind,
    subject,
    explicit: entry.is_new && entry.group === null,
    fields,
    ...(drops.length > 0 ? { drops } : {}),
    ...(entry.corrects ? { corrects: true } : {}),
    span: cover([subject, ...fields, ...drops]),
  };
}

function kindOf(said: string, schema: ProjectSchema): EntryKind | undefined {
  const kind = EntryKind.safeParse(said.trim().toLowerCase().replaceAll(" ", "_")).data;
  const known = kind && (isBuiltIn(kind) || schema.kinds.some((own) => own.name === kind));
  return known ? kind : undefined;
}

function fieldsOf(
  places: Places,
  kind: EntryKind,
  entry: EntryAnswer,
  schema: ProjectSchema,
): FieldReading[] {
  const fields = new Map<string, FieldReading>();
  for (const { field, value, quote } of entry.fields) {
    const place = field === "name" ? undefined : places.find(quote);
    const known = fields.get(field);
    const given = known ? [...[known.value].flat(), value] : [value];
    const typed = place && fieldValue(kind, field, given, schema);
    if (place && typed !== undefined)
      fields.set(field, { ...(known ? cover([known, place]) : place), field, value: typed });
  }
  return [...fields.values()];
}

const dropsOf = (places: Places, entry: EntryAnswer): FieldDrop[] =>
  entry.drops.flatMap(({ field, value, quote }) => {
    const place = places.find(quote);
    return place ? [{ ...place, field, ...(value === null ? {} : { value }) }] : [];
  });

/** The value as the field's schema wants it: text, a number, or a list of what was given. Undefined: it fits none. */
function fieldValue(
  kind: EntryKind,
  field: string,
  given: readonly FactValue[],
  schema: ProjectSchema,
): FactValue | undefined {
  const first = given[0];
  if (first === undefined) return undefined;
  const texts = given.map(String);
  const candidates: readonly FactValue[] = [
    texts.length === 1 ? String(first) : texts,
    ...(texts.length === 1 && /^\d+(?:\.\d+)?$/.test(String(first)) ? [Number(first)] : []),
    texts,
    String(first),
    String(first).toLowerCase(),
    String(first).toUpperCase(),
  ];
  for (const candidate of candidates) {
    const check = checkField(kind, field, candidate, schema);
    if (check.ok) return check.value;
  }
  return undefined;
}

function relationshipOf(places: Places, tie: ReadAnswer["relationships"][number]): Statement | undefined {
  const from = places.mention(tie.from);
  const to = places.mention(tie.to);
  if (!from || !to) return undefined;
  const span = places.find(tie.quote) ?? cover([from, to]);
  return {
    type: "relationship",
    from,
    to,
    relation: tie.relation,
    explicit: tie.is_new && !tie.ends,
    ...(tie.secret ? { secret: true } : {}),
    ...(tie.since === null ? {} : { since: tie.since }),
    ...(tie.ends ? { ends: true, guess: true } : {}),
    span,
  };
}

function renameOf(places: Places, rename: ReadAnswer["renames"][number]): Statement | undefined {
  const subject = places.mention(rename.subject);
  if (!subject?.entry_id) return undefined;
  const span = places.find(rename.quote) ?? cover([subject]);
  return { type: "rename", subject, name: rename.new_name, guess: true, span };
}

function mergeOf(
  places: Places,
  { goes, stays, quote }: ReadAnswer["merges"][number],
): Statement | undefined {
  const subject = places.mention(goes);
  const into = places.mention(stays);
  if (!subject?.entry_id || !into?.entry_id || subject.entry_id === into.entry_id) return undefined;
  return { type: "merge", subject, into, span: places.find(quote) ?? cover([subject, into]) };
}

function removalOf(places: Places, removal: ReadAnswer["removals"][number]): Statement | undefined {
  const subject = places.mention(removal.subject);
  if (!subject?.entry_id) return undefined;
  return { type: "remove", subject, guess: true, span: places.find(removal.quote) ?? cover([subject]) };
}
