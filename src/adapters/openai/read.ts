import { EMPTY_SCHEMA, type ProjectSchema } from "../../domain/bible/project-schema.ts";
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
const MAX_KNOWN_CHARS = 6_000;
const MAX_SCHEMA_CHARS = 4_000;
const MAX_ASKED_CHARS = 1_000;
const MAX_ALIASES = 4;

const SYSTEM = `You read one chat message of a film crew and list what it says about their film: characters, scenes, locations, props, relationships, questions and requests.
Rules:
- Every quote is copied letter by letter from the message. Never quote anything else.
- List only what the message states. Infer nothing, add nothing, leave out what is doubtful. Empty lists are a good answer.
- A pronoun or a description counts for the entry it stands for: give that entry's name, and quote the pronoun.
- Job labels ("a guard", "the doctor") are not characters unless the message makes them one.
- Wishes of the crew about the film are no facts of the story.
${DATA_RULE}
Fields by kind:`;

/** Asks the model what a message says; only what can be found in the message is answered. */
export async function readWithModel(ask: Ask, request: ReadRequest, { signal }: ModelRun): Promise<Reading> {
  const text = request.text.slice(0, MAX_READ_CHARS);
  return askJson(ask, {
    call: "read",
    name: "reading",
    schema: ReadAnswer,
    messages: [
      { role: "system", content: `${SYSTEM}\n${fieldList()}` },
      {
        role: "user",
        content: [...contextLines(request), asData("message", text)].join("\n\n"),
      },
    ],
    check: (answer) => ({
      ok: true,
      value: toReading(request.text, request.known, answer, request.schema ?? EMPTY_SCHEMA),
    }),
    signal,
  });
}

/** What the model may know of the project, bounded whatever the project's size. */
function contextLines({ known, focus, schema, asked = [] }: ReadRequest): string[] {
  const lines = known.map(({ kind, name, aliases, gender, occupation }) =>
    [kind, [name, ...aliases.slice(0, MAX_ALIASES)].join(" / "), gender, occupation]
      .filter(Boolean)
      .join(", "),
  );
  const last = focus.map((entry) => entry.name).join(", ");
  const entries = [...lines, last === "" ? "" : `Spoken of last: ${last}`].filter(Boolean);
  const own = schema === undefined ? [] : schemaLines(schema);
  return [
    asData("known entries", upTo(entries, MAX_KNOWN_CHARS) || "none"),
    ...(own.length > 0 ? [asData("the project's own kinds and fields", upTo(own, MAX_SCHEMA_CHARS))] : []),
    ...(asked.length > 0 ? [asData("questions that wait for an answer", upTo(asked, MAX_ASKED_CHARS))] : []),
  ];
}

const schemaLines = ({ kinds, fields }: ProjectSchema): string[] => [
  ...kinds.map(({ name, aliases }) => `kind ${[name, ...aliases].join(" / ")}`),
  ...fields.map(({ kind, name, label, aliases, type, options = [] }) => {
    const names = [name, label, ...aliases].join(" / ");
    return `${kind}: ${names} (${[type, ...options].join(", ")})`;
  }),
];

/** Whole lines, as many as fit. */
function upTo(lines: readonly string[], chars: number): string {
  let text = "";
  for (const line of lines) {
    if (text.length + line.length > chars) break;
    text += `${line}\n`;
  }
  return text.trimEnd();
}
