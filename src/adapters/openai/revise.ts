import { MAX_TEXT_CHARS } from "../../domain/bible/kinds.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import { AppError } from "../../domain/errors.ts";
import { MAX_DOCUMENT_CHARS } from "../../domain/project.ts";
import type { ModelRun, ReviseRequest, Revision } from "../../ports/model.ts";
import { asData, DATA_RULE } from "./as-data.ts";
import type { Ask } from "./ask.ts";
import { filmLines } from "./film-lines.ts";

/** A longer value says enough in its beginning. */
const MAX_VALUE_CHARS = 600;

/** Has the model bring a text up to date. What is empty or has grown past twice the text is no revision. */
export async function reviseWithModel(
  ask: Ask,
  request: ReviseRequest,
  { signal }: ModelRun,
): Promise<string> {
  const { kind, text, changes, film, bible } = request;
  const what = kind === "scene" ? "the summary of a scene" : `the ${kind} of a film`;
  const reply = await ask({
    call: "revise",
    messages: [
      {
        role: "system",
        content: `You bring ${what} up to date. Change only what the listed changes make wrong; keep every other word, the tense, the length and the layout. Where nothing in it is wrong, answer with it as it is. Answer with the text alone: no heading, no comment, no markdown. ${DATA_RULE}`,
      },
      {
        role: "user",
        content: [
          filmLines({ title: film.title, documents: {} }, bible),
          asData("changes", changes.map(changeLine).join("\n")),
          asData("text", text),
        ].join("\n\n"),
      },
    ],
    signal,
  });
  const revised = reply.text.trim();
  const limit = Math.min(text.length * 2, kind === "scene" ? MAX_TEXT_CHARS : MAX_DOCUMENT_CHARS);
  if (revised === "" || revised.length > limit)
    throw new AppError("invalid", "The model's answer is no revision of the text.", { retryable: true });
  return revised;
}

function changeLine({ kind, name, field, before, after }: Revision): string {
  const [was, is] = [before, after].map((value) =>
    value === undefined ? undefined : valueText(value).slice(0, MAX_VALUE_CHARS),
  );
  if (field === "name" && is === undefined) return `The ${kind} ${name} is not in the film any more.`;
  if (field === "name") return `The ${kind} ${was} is the same as ${is}.`;
  return `${kind} ${name}, ${field.replaceAll("_", " ")}: was ${was ?? "unknown"}, is ${is ?? "unknown"}`;
}
