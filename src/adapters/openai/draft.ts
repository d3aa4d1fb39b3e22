import { z } from "zod";
import { KIND_FIELDS, RELATIONSHIP_TYPES } from "../../domain/bible/kinds.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import type { ItemFields } from "../../domain/operation.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { DraftRequest, ModelRun } from "../../ports/model.ts";
import { asData, DATA_RULE } from "./as-data.ts";
import type { Ask } from "./ask.ts";
import { askJson, type Checked } from "./ask-json.ts";
import { filmLines } from "./film-lines.ts";

/** So many taken names are shown; all are checked. */
const MAX_SHOWN = 200;
const MAX_VALUE_CHARS = 300;

const text = z.string().nullable();
const list = z.array(z.string()).nullable();
const ANSWERS = {
  character: z.object({
    name: z.string(),
    role: z.enum(["lead", "support", "day player", "extra"]).nullable(),
    age: z.number().nullable(),
    gender: text,
    occupation: text,
    one_line: text.describe("One sentence, at most 300 characters"),
    want: text,
    need: text,
    motivation: text,
    flaw: text,
    fear: text,
    traits: list,
    stakes: text,
    arc: text,
    background: text,
    voice: text,
    appearance: text,
    wardrobe: text,
  }),
  location: z.object({
    name: z.string(),
    description: text,
    int_ext: z.enum(["INT", "EXT", "INT/EXT", "EXT/INT"]).nullable(),
    atmosphere: text,
    address: text,
  }),
  relationship: z.object({
    type: z.enum(RELATIONSHIP_TYPES).describe("The first is the … of the second"),
    description: z.string().describe("One or two sentences on what ties them"),
  }),
  scene: z.object({
    name: z.string().describe("A short title of its own"),
    heading: z.string().describe("A slug line such as INT. DINER - NIGHT"),
    int_ext: z.enum(["INT", "EXT", "INT/EXT", "EXT/INT"]).nullable(),
    set: text,
    location: text,
    time_of_day: text,
    characters: list,
    summary: z.string().describe("Three to five sentences in the present tense"),
    props: list,
  }),
} as const;

/** Asks the model for one entry; its name is new and, for a scene, its people and place are those at hand. */
export async function draftWithModel(
  ask: Ask,
  request: DraftRequest,
  { signal }: ModelRun,
): Promise<ItemFields> {
  return askJson<Record<string, unknown>, ItemFields>(ask, {
    call: "draft",
    name: request.kind,
    schema: ANSWERS[request.kind],
    messages: [
      {
        role: "system",
        content: `You invent one ${request.kind} for a film, as a good screenwriter would: particular, playable, consistent with the film, free of cliché. Follow the brief. ${DATA_RULE}`,
      },
      { role: "user", content: requestLines(request) },
    ],
    check: (wire) => checkDraft(request, wire),
    signal,
  });
}

function requestLines(request: DraftRequest): string {
  const { kind, brief, film, taken, cast, places, index, attempt, occupations = [], between = [] } = request;
  return [
    filmLines(film),
    asData("brief", brief || `any ${kind} that the film lacks`),
    `It is number ${index + 1} of a set and must differ from the others${attempt > 0 ? `; draw ${attempt + 1}, the last name was taken` : ""}.`,
    ...(taken.length > 0
      ? [`Names that are taken:\n${asData("taken", taken.slice(-MAX_SHOWN).join(", "))}`]
      : []),
    ...(occupations.length > 0
      ? [
          `Others do this already; unless the brief asks for it, choose something else:\n${asData("occupations", occupations.slice(0, MAX_SHOWN).join(", "))}`,
        ]
      : []),
    ...between.map((fields, place) => asData(place === 0 ? "the first" : "the second", linesOf(fields))),
    ...(kind === "scene"
      ? [
          `Use only these people: ${asData("cast", cast.join(", ") || "none yet")}`,
          `Use one of these places: ${asData("places", places.join(", ") || "any")}`,
        ]
      : []),
  ].join("\n\n");
}

function checkDraft(request: DraftRequest, wire: Record<string, unknown>): Checked<ItemFields> {
  const given = Object.entries(wire).filter(
    ([, value]) => value !== null && value !== "" && !isEmptyList(value),
  );
  const result = KIND_FIELDS[request.kind].safeParse(Object.fromEntries(given));
  if (!result.success) return { ok: false, problem: z.prettifyError(result.error) };
  const fields = result.data as ItemFields;
  const problem = problemOf(request, fields);
  return problem === undefined ? { ok: true, value: fields } : { ok: false, problem };
}

function problemOf({ kind, taken, cast, places }: DraftRequest, fields: ItemFields): string | undefined {
  if (kind === "relationship") return undefined;
  const name = nameKey(String(fields.name ?? ""));
  if (name === "") return "it has no name.";
  if (taken.some((other) => nameKey(other) === name)) return `the name ${String(fields.name)} is taken.`;
  if (kind !== "scene") return undefined;
  const strangers = [fields.characters ?? []]
    .flat()
    .filter((person) => cast.length > 0 && !includes(cast, String(person)));
  if (strangers.length > 0) return `${strangers.join(", ")} is not of the cast.`;
  if (places.length > 0 && !includes(places, String(fields.location ?? fields.set ?? "")))
    return "its location is none of the places given.";
  return undefined;
}

const linesOf = (fields: ItemFields): string =>
  Object.entries(fields)
    .map(([field, value]) => `${field.replaceAll("_", " ")}: ${valueText(value).slice(0, MAX_VALUE_CHARS)}`)
    .join("\n");

const includes = (names: readonly string[], name: string): boolean =>
  names.some((other) => nameKey(other) === nameKey(name));

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
