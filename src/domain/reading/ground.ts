import { alignSpan } from "./align.ts";
import { isSaid } from "./is-said.ts";
import type { FieldReading, Mention, Question, Reading, Request, Span, Statement } from "./reading.ts";

const MAX_COUNTED = 20;
const COUNT_WORDS =
  "one two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty hundred".split(
    " ",
  );
const ABOUT_SOMEONE = new Set<Question["type"]>(["who", "field", "relation", "scenes"]);

/**
 * Keeps of a reading only what stands in the text: names that occur in it (or point at a known entry), values whose
 * words are in the place they are read from. A mention that gives the wrong place is moved to the right one.
 */
export function groundReading(text: string, reading: Reading): Reading {
  return {
    statements: reading.statements.flatMap((statement) => groundStatement(text, statement) ?? []),
    questions: reading.questions.flatMap((question) => groundQuestion(text, question) ?? []),
    requests: reading.requests.flatMap((request) => groundRequest(text, request) ?? []),
  };
}

function groundStatement(text: string, statement: Statement): Statement | undefined {
  if (statement.type === "relationship") {
    const from = groundMention(text, statement.from);
    const to = groundMention(text, statement.to);
    return from && to && { ...statement, from, to, span: groundSpan(text, statement.span, [from, to]) };
  }
  const subject = groundMention(text, statement.subject);
  if (!subject) return undefined;
  if (statement.type === "entry") {
    const fields = statement.fields.flatMap((field) => groundField(text, field) ?? []);
    const drops = (statement.drops ?? []).filter((drop) => isPlace(text, drop));
    if (fields.length === 0 && drops.length === 0 && !statement.explicit) return undefined;
    const span = groundSpan(text, statement.span, [subject, ...fields, ...drops]);
    return { ...statement, subject, fields, ...(drops.length > 0 ? { drops } : {}), span };
  }
  const span = groundSpan(text, statement.span, [subject]);
  if (statement.type === "remove") return { ...statement, subject, span };
  if (statement.type === "merge") {
    const into = groundMention(text, statement.into);
    return into && { ...statement, subject, into, span };
  }
  return alignSpan(text, statement.name) && { ...statement, subject, span };
}

function groundMention(text: string, mention: Mention): Mention | undefined {
  if (isPlace(text, mention)) {
    const said = text.slice(mention.start, mention.end);
    if (mention.entry_id !== undefined || mention.group !== undefined || alignSpan(said, mention.name))
      return mention;
  }
  const place = alignSpan(text, mention.name);
  return place && { ...mention, ...place };
}

function groundField(text: string, field: FieldReading): FieldReading | undefined {
  if (!isPlace(text, field)) return undefined;
  const said = text.slice(field.start, field.end);
  if (!Array.isArray(field.value)) return isSaid(said, field.field, field.value) ? field : undefined;
  const value = field.value.filter((item) => isSaid(said, field.field, item));
  return value.length === 0 ? undefined : { ...field, value };
}

function groundQuestion(text: string, question: Question): Question | undefined {
  const subjects = question.subjects.flatMap((subject) => groundMention(text, subject) ?? []);
  const lost = subjects.length === 0 && ABOUT_SOMEONE.has(question.type);
  return lost ? undefined : { ...question, subjects };
}

function groundRequest(text: string, request: Request): Request | undefined {
  if (request.type === "draft") {
    return {
      ...request,
      subjects: request.subjects.flatMap((subject) => groundMention(text, subject) ?? []),
    };
  }
  if (request.type === "bulk") return isAskedFor(text, request) ? request : undefined;
  if (request.type !== "document" || request.text === undefined) return request;
  return alignSpan(text, request.text) && request;
}

/** The number asked for is in the text, or what is to be written of all there is. */
function isAskedFor(text: string, { count, operation }: Request & { type: "bulk" }): boolean {
  if (count !== undefined) return isCounted(text, count);
  if (operation === "summaries") return /\bsummar/i.test(text);
  return operation === "sheets" && /\bsheets?\b/i.test(text);
}

/** The number is in the text as such; small ones may be written out. */
function isCounted(text: string, count: number): boolean {
  if (new RegExp(`(?<!\\d)${Math.trunc(count)}(?!\\d)`).test(text)) return true;
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return (count <= MAX_COUNTED || count % 10 === 0) && words.some((word) => COUNT_WORDS.includes(word));
}

function isPlace(text: string, { start, end }: Span): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
}

/** The statement's own place, or what its parts cover. */
function groundSpan(text: string, span: Span, parts: readonly Span[]): Span {
  if (isPlace(text, span)) return { start: span.start, end: span.end };
  return {
    start: Math.min(...parts.map((part) => part.start)),
    end: Math.max(...parts.map((part) => part.end)),
  };
}
