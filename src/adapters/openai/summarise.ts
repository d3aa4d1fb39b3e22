import { MAX_TEXT_CHARS } from "../../domain/bible/kinds.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import { AppError } from "../../domain/errors.ts";
import type { ItemFields } from "../../domain/operation.ts";
import type { ModelRun, SummariseRequest } from "../../ports/model.ts";
import { asData, DATA_RULE } from "./as-data.ts";
import type { Ask } from "./ask.ts";
import { filmLines } from "./film-lines.ts";

/** A longer value says enough in its beginning. */
const MAX_VALUE_CHARS = 400;
const SHOWN_OF_PEOPLE = ["name", "age", "occupation", "one_line", "want"];

/** Has the model tell a scene from what is known of it. Throws a retryable AppError for an answer that is none. */
export async function summariseWithModel(
  ask: Ask,
  { scene, people, said, brief, film }: SummariseRequest,
  { signal }: ModelRun,
): Promise<string> {
  const reply = await ask({
    call: "draft",
    messages: [
      {
        role: "system",
        content: `You write the summary of one scene of a film: one to four sentences in the present tense. Tell only what the scene's fields, its people and what was said of it state; where little is known, the summary is short. Add no event, motive or detail of your own. Answer with the text alone: no heading, no comment, no markdown. ${DATA_RULE}`,
      },
      {
        role: "user",
        content: [
          filmLines({ title: film.title, documents: {} }),
          asData("scene", linesOf(scene)),
          asData("people", people.map((person) => linesOf(shown(person))).join("\n\n") || "none"),
          asData("said of it", said.join("\n") || "nothing"),
          asData("wish", brief || "none"),
        ].join("\n\n"),
      },
    ],
    signal,
  });
  const summary = reply.text.trim();
  if (summary === "" || summary.length > MAX_TEXT_CHARS)
    throw new AppError("invalid", "The model's answer is no summary.", { retryable: true });
  return summary;
}

const shown = (person: ItemFields): ItemFields =>
  Object.fromEntries(Object.entries(person).filter(([field]) => SHOWN_OF_PEOPLE.includes(field)));

const linesOf = (fields: ItemFields): string =>
  Object.entries(fields)
    .map(([field, value]) => `${field.replaceAll("_", " ")}: ${valueText(value).slice(0, MAX_VALUE_CHARS)}`)
    .join("\n");
