import { AppError } from "../../domain/errors.ts";
import { type DocumentKind, MAX_DOCUMENT_CHARS } from "../../domain/project.ts";
import type { ModelRun, WriteRequest } from "../../ports/model.ts";
import { asData, DATA_RULE } from "./as-data.ts";
import type { Ask } from "./ask.ts";
import { filmLines } from "./film-lines.ts";

const SHAPES: Readonly<Record<DocumentKind, string>> = {
  concept: "a concept: two to four sentences that say what the film is, for whom, and why now",
  logline: "a logline: one or two sentences with protagonist, goal, obstacle and stakes; at most 60 words",
  synopsis: "a synopsis: 300 to 450 words of prose in the present tense, with the ending",
  beats:
    "a beat sheet: the fifteen beats of Save the Cat, numbered, one line each, as “1. Opening Image: …” to “15. Final Image: …”",
  treatment:
    "a treatment: 700 to 1,200 words of prose in the present tense, under Act One, Act Two and Act Three",
  outline: "a scene outline: twelve to twenty numbered scenes, each a slug line and one or two sentences",
};

/** Has the model write a paper of the early steps. The text is streamed to `onText` as it grows. */
export async function writeWithModel(ask: Ask, request: WriteRequest, run: ModelRun): Promise<string> {
  const { text } = await ask({
    call: "write",
    messages: [
      {
        role: "system",
        content: `You are the writer of a film. Write ${SHAPES[request.document]}. Keep to what the bible says and invent only what it leaves open. Answer with the text alone: no heading, no comment, no markdown. ${DATA_RULE}`,
      },
      {
        role: "user",
        content: `${filmLines(request.film, request.bible)}\n\n${asData("brief", request.brief || "none")}`,
      },
    ],
    onText: run.onText ?? (() => {}),
    signal: run.signal,
  });
  if (text.length > MAX_DOCUMENT_CHARS) {
    throw new AppError("invalid", "The model wrote more than a document may hold.", { retryable: true });
  }
  return text.trim();
}
