import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { groundReading } from "../../domain/reading/ground.ts";
import type { Question, Reading, Request } from "../../domain/reading/reading.ts";
import type { KnownEntry } from "../../ports/model.ts";
import { Places } from "./places.ts";
import type { ReadAnswer } from "./read-answer.ts";
import { toStatements } from "./to-statements.ts";

/** Puts a model's quotes in their places in the text. What has none, and what its quote does not say, is dropped. */
export function toReading(
  text: string,
  known: readonly KnownEntry[],
  answer: ReadAnswer,
  schema: ProjectSchema,
): Reading {
  const places = new Places(text, known);
  return groundReading(text, {
    statements: toStatements(places, answer, schema),
    questions: answer.questions.map((question) => questionOf(places, question)),
    requests: answer.requests.flatMap((request) => requestOf(request) ?? []),
  });
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
      return bulkOf(request, brief);
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

function bulkOf(
  { operation, count, selection }: ReadAnswer["requests"][number],
  brief: string,
): Request | undefined {
  if (operation === null || (count === null && selection === null)) return undefined;
  return {
    type: "bulk",
    operation,
    ...(count === null ? {} : { count }),
    ...(selection === null ? {} : { selection }),
    brief,
  };
}
