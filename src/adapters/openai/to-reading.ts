import type { FactValue } from "../../domain/bible/fact.ts";
import { checkField } from "../../domain/bible/field-check.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { alignSpan } from "../../domain/reading/align.ts";
import { groundReading } from "../../domain/reading/ground.ts";
import type {
  FieldReading,
  Mention,
  Question,
  Reading,
  Request,
  Span,
  Statement,
} from "../../domain/reading/reading.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { KnownEntry } from "../../ports/model.ts";
import type { ReadAnswer } from "./read-answer.ts";

/** Puts a model's quotes in their places in the text. What has none, and what its quote does not say, is dropped. */
export function toReading(text: string, known: readonly KnownEntry[], answer: ReadAnswer): Reading {
  const places = new Places(text, known);
  const statements = [
    ...answer.entries.flatMap((entry) => entryOf(places, entry) ?? []),
    ...answer.relationships.flatMap((tie) => relationshipOf(places, tie) ?? []),
    ...answer.renames.flatMap((rename) => renameOf(places, rename) ?? []),
    ...answer.removals.flatMap((removal) => removalOf(places, removal) ?? []),
  ];
  return groundReading(text, {
    statements,
    questions: answer.questions.map((question) => questionOf(places, question)),
    requests: answer.requests.flatMap((request) => requestOf(request) ?? []),
  });
}

type Named = { readonly name: string; readonly quote: string };

/** Finds quotes; one that is given again means its next occurrence. */
class Places {
  readonly #text: string;
  readonly #known: readonly KnownEntry[];
  readonly #ends = new Map<string, number>();

  constructor(text: string, known: readonly KnownEntry[]) {
    this.#text = text;
    this.#known = known;
  }

  find(quote: string): Span | undefined {
    const key = nameKey(quote);
    const place = alignSpan(this.#text, quote, this.#ends.get(key) ?? 0);
    if (place) this.#ends.set(key, place.end);
    return place;
  }

  mention({ name, quote }: Named): Mention | undefined {
    const place = this.find(quote);
    if (!place) return undefined;
    const key = nameKey(name);
    const entry = this.#known.find(
      (each) => nameKey(each.name) === key || each.aliases.some((alias) => nameKey(alias) === key),
    );
    return entry ? { ...place, name: entry.name, entry_id: entry.entry_id } : { ...place, name: name.trim() };
  }
}

function entryOf(places: Places, entry: ReadAnswer["entries"][number]): Statement | undefined {
  const subject = places.mention(entry.subject);
  if (!subject) return undefined;
  const fields = new Map<string, FieldReading>();
  for (const { field, value, quote } of entry.fields) {
    const place = field === "name" ? undefined : places.find(quote);
    const known = fields.get(field);
    const typed = place && fieldValue(entry.kind, field, known ? [...[known.value].flat(), value] : [value]);
    if (place && typed !== undefined)
      fields.set(field, { ...(known ? cover([known, place]) : place), field, value: typed });
  }
  const read = [...fields.values()];
  return {
    type: "entry",
    kind: entry.kind,
    subject,
    explicit: entry.is_new,
    fields: read,
    span: cover([subject, ...read]),
  };
}

/** The value as the field's schema wants it: text, a number, or a list of what was given. Undefined: it fits none. */
function fieldValue(kind: EntryKind, field: string, given: readonly FactValue[]): FactValue | undefined {
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
  return candidates.find((candidate) => checkField(kind, field, candidate).ok);
}

function relationshipOf(places: Places, tie: ReadAnswer["relationships"][number]): Statement | undefined {
  const from = places.mention(tie.from);
  const to = places.mention(tie.to);
  if (!from || !to) return undefined;
  const span = places.find(tie.quote) ?? cover([from, to]);
  return { type: "relationship", from, to, relation: tie.relation, explicit: tie.is_new, span };
}

function renameOf(places: Places, rename: ReadAnswer["renames"][number]): Statement | undefined {
  const subject = places.mention(rename.subject);
  if (!subject?.entry_id) return undefined;
  return {
    type: "rename",
    subject,
    name: rename.new_name,
    span: places.find(rename.quote) ?? cover([subject]),
  };
}

function removalOf(places: Places, removal: ReadAnswer["removals"][number]): Statement | undefined {
  const subject = places.mention(removal.subject);
  if (!subject?.entry_id) return undefined;
  return { type: "remove", subject, span: places.find(removal.quote) ?? cover([subject]) };
}

function questionOf(
  places: Places,
  { type, subjects, field, kind }: ReadAnswer["questions"][number],
): Question {
  return {
    type,
    subjects: subjects.flatMap((subject) => places.mention(subject) ?? []),
    ...(field === null ? {} : { field }),
    ...(kind === null ? {} : { kind }),
  };
}

function requestOf(request: ReadAnswer["requests"][number]): Request | undefined {
  const brief = request.brief ?? "";
  switch (request.type) {
    case "bulk":
      return request.operation === null || request.count === null
        ? undefined
        : { type: "bulk", operation: request.operation, count: request.count, brief };
    case "draft":
      return request.kind === null ? undefined : { type: "draft", kind: request.kind, brief, subjects: [] };
    case "document":
      return request.document === null
        ? undefined
        : {
            type: "document",
            document: request.document,
            brief,
            ...(request.text ? { text: request.text } : {}),
          };
    default:
      return { type: request.type };
  }
}

function cover(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}
