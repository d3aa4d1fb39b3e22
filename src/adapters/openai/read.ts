import type { Reading } from "../../domain/reading/reading.ts";
import type { ModelRun, ReadRequest } from "../../ports/model.ts";
import { asData, DATA_RULE } from "./as-data.ts";
import type { Ask } from "./ask.ts";
import { askJson } from "./ask-json.ts";
import { fieldList } from "./field-list.ts";
import { ReadAnswer } from "./read-answer.ts";
import { toReading } from "./to-reading.ts";

/** A longer message is read from its beginning. */
const MAX_READ_CHARS = 12_000;

const SYSTEM = `You read one chat message of a film crew and list what it says about their film: characters, scenes, locations, props, relationships, questions and requests.
Rules:
- Every quote is copied letter by letter from the message. Never quote anything else.
- List only what the message states. Infer nothing, add nothing, leave out what is doubtful. Empty lists are a good answer.
- A pronoun or a description counts for the entry it stands for: give that entry's name, and quote the pronoun.
- Job labels ("a guard", "the doctor") are not characters unless the message makes them one.
- Wishes of the crew about the film are no facts of the story.
${DATA_RULE}
Fields by kind:
${fieldList()}`;

/** Asks the model what a message says; only what can be found in the message is answered. */
export async function readWithModel(ask: Ask, request: ReadRequest, { signal }: ModelRun): Promise<Reading> {
  const text = request.text.slice(0, MAX_READ_CHARS);
  return askJson(ask, {
    call: "read",
    name: "reading",
    schema: ReadAnswer,
    messages: [
      { role: "system", content: SYSTEM },
      { role: "user", content: [knownLines(request), asData("message", text)].join("\n\n") },
    ],
    check: (answer) => ({ ok: true, value: toReading(request.text, request.known, answer) }),
    signal,
  });
}

function knownLines({ known, focus }: ReadRequest): string {
  const lines = known.map(({ kind, name, aliases, gender, occupation }) =>
    [kind, [name, ...aliases].join(" / "), gender, occupation].filter(Boolean).join(", "),
  );
  const last = focus.map((entry) => entry.name).join(", ");
  return asData(
    "known entries",
    [...lines, last === "" ? "" : `Spoken of last: ${last}`].filter(Boolean).join("\n") || "none",
  );
}
