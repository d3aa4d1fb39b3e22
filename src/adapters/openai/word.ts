import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import type { ModelRun, Worded, WordRequest } from "../../ports/model.ts";
import { asData, DATA_RULE } from "./as-data.ts";
import type { Ask } from "./ask.ts";
import { bareJson } from "./ask-json.ts";
import { filmLines } from "./film-lines.ts";

const Wording = z.object({
  offers: z.array(
    z.object({
      id: z.string(),
      label: z.string().describe("At most 80 characters"),
      description: z.string().describe("At most 120 characters"),
    }),
  ),
});

const SYSTEM = `You word the buttons of a film project for the film at hand. For each offer give back its id, a label of at most 80 characters and a description of at most 120, in the language of the offers, plain and short, as a good colleague would say it. Keep what each one does, and the word that names what it is about. Add none, leave none out, merge none. ${DATA_RULE}`;

/** Has the model word offers, in one request that is not tried again. Throws a retryable AppError for an answer of another shape. */
export async function wordWithModel(
  ask: Ask,
  { film, offers }: WordRequest,
  run: ModelRun,
): Promise<readonly Worded[]> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(Wording);
  const { text } = await ask({
    call: "word",
    messages: [
      { role: "system", content: SYSTEM },
      { role: "user", content: `${filmLines(film)}\n${asData("offers", JSON.stringify(offers))}` },
    ],
    format: { name: "wording", schema },
    once: true,
    signal: run.signal,
  });
  const { success, data } = Wording.safeParse(jsonOf(text));
  if (!success)
    throw new AppError("invalid", "The model worded the offers in no shape we know.", { retryable: true });
  return data.offers;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(bareJson(text));
  } catch {
    return undefined;
  }
}
