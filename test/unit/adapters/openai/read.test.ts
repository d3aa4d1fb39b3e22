import { describe, expect, test } from "vitest";
import type { ReadAnswer } from "../../../../src/adapters/openai/read-answer.ts";
import { mergeReadings } from "../../../../src/domain/reading/merge.ts";
import type { Reading } from "../../../../src/domain/reading/reading.ts";
import { FILM, openAiLab, signal } from "./lab.ts";

const NOTHING: ReadAnswer = {
  entries: [],
  relationships: [],
  merges: [],
  renames: [],
  removals: [],
  questions: [],
  requests: [],
};
const KNOWN = [{ entry_id: "ent_1", kind: "character", name: "Sarah", aliases: ["Sal"] }];

const read = async (text: string, answer: Partial<ReadAnswer>) => {
  const { model } = await openAiLab({ answer: () => JSON.stringify({ ...NOTHING, ...answer }) });
  return model.read({ text, known: KNOWN, focus: [], film: FILM }, { signal: signal() });
};
const entry = (name: string, fields: [string, string, string][], quote = name) => ({
  kind: "character" as const,
  subject: { name, quote },
  is_new: true,
  group: null,
  drops: [],
  corrects: false,
  fields: fields.map(([field, value, words]) => ({ field, value, quote: words })),
});

describe("a model's reading", () => {
  test("has its quotes put in their places", async () => {
    const text = "Please meet Mara, a 40-year-old harbour pilot.";
    const { statements } = await read(text, {
      entries: [
        entry("Mara", [
          ["age", "40", "40-year-old"],
          ["occupation", "harbour pilot", "Harbour  pilot"],
        ]),
      ],
    });
    expect(statements).toMatchObject([
      {
        type: "entry",
        explicit: true,
        subject: { name: "Mara", start: 12, end: 16 },
        fields: [
          { field: "age", value: 40, start: 20, end: 31 },
          { field: "occupation", value: "harbour pilot", start: 32, end: 45 },
        ],
      },
    ]);
  });

  test("loses what the message does not say", async () => {
    const text = "Mara is a pilot.";
    const { statements, requests, questions } = await read(text, {
      entries: [
        entry("Mara", [
          ["occupation", "pilot", "pilot"],
          ["age", "40", "pilot"],
          ["fear", "deep water", "pilot"],
          ["wound", "lost a brother", "she lost a brother"],
          ["shoe_size", "38", "pilot"],
          ["role", "boss of all", "Mara"],
        ]),
        entry("Bruno", []),
      ],
      relationships: [
        {
          from: { name: "Mara", quote: "Mara" },
          to: { name: "Bruno", quote: "Bruno" },
          relation: "sibling",
          is_new: true,
          secret: false,
          since: null,
          ends: false,
          quote: "",
        },
      ],
      removals: [{ subject: { name: "Mara", quote: "Mara" }, quote: text }],
      renames: [{ subject: { name: "Sarah", quote: "pilot" }, new_name: "Zed", quote: text }],
      questions: [{ type: "who", subjects: [{ name: "Bruno", quote: "Bruno" }], field: null, kind: null }],
      requests: [
        {
          type: "bulk",
          operation: "characters",
          count: 900,
          selection: null,
          kind: null,
          document: null,
          text: null,
          brief: null,
        },
      ],
    });
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ subject: { name: "Mara" }, fields: [{ field: "occupation" }] });
    expect({ requests, questions }).toEqual({ requests: [], questions: [] });
  });

  test("knows entries by name and alias, pronouns too, and gathers lists", async () => {
    const text = "Sal is stubborn and brave. She hates boats.";
    const { statements } = await read(text, {
      entries: [
        entry(
          "sal",
          [
            ["traits", "stubborn", "stubborn"],
            ["traits", "brave", "brave"],
          ],
          "Sal",
        ),
        entry("Sarah", [["notes", "hates boats", "hates boats"]], "She"),
      ],
    });
    expect(statements).toMatchObject([
      {
        subject: { entry_id: "ent_1", name: "Sarah", start: 0 },
        fields: [{ field: "traits", value: ["stubborn", "brave"] }],
      },
      { subject: { entry_id: "ent_1", start: 27 }, fields: [{ field: "notes" }] },
    ]);
  });

  test("reads renames, removals, questions and requests that are there", async () => {
    const rename = await read("Call Sarah Zora from now on.", {
      renames: [{ subject: { name: "Sarah", quote: "Sarah" }, new_name: "Zora", quote: "Call Sarah Zora" }],
    });
    expect(rename.statements).toMatchObject([{ type: "rename", name: "Zora", span: { start: 0, end: 15 } }]);
    const removal = await read("Drop Sarah.", {
      removals: [{ subject: { name: "Sarah", quote: "Sarah" }, quote: "nowhere" }],
    });
    expect(removal.statements).toMatchObject([{ type: "remove", span: { start: 5, end: 10 } }]);
    const tie = await read("Sarah is the mentor of Bo.", {
      relationships: [
        {
          from: { name: "Sarah", quote: "Sarah" },
          to: { name: "Bo", quote: "Bo" },
          relation: "mentor",
          is_new: true,
          secret: false,
          since: null,
          ends: false,
          quote: "the mentor of",
        },
      ],
    });
    expect(tie.statements).toMatchObject([{ type: "relationship", relation: "mentor", to: { name: "Bo" } }]);
    const base = {
      operation: null,
      count: null,
      selection: null,
      kind: null,
      document: null,
      text: null,
      brief: null,
    };
    const asked = await read(
      "What does Sarah want? Make 3 characters, a scene, a logline: A boat sinks. Undo it. Summarise all scenes.",
      {
        questions: [
          { type: "field", subjects: [{ name: "Sarah", quote: "Sarah" }], field: "want", kind: "character" },
        ],
        requests: [
          { ...base, type: "bulk", operation: "characters", count: 3 },
          { ...base, type: "bulk", operation: null },
          { ...base, type: "bulk", operation: "summaries", selection: "missing" },
          { ...base, type: "bulk", operation: "sheets", selection: "all" },
          { ...base, type: "draft", kind: "scene", brief: "a scene" },
          { ...base, type: "draft" },
          { ...base, type: "document", document: "logline", text: "A boat sinks." },
          { ...base, type: "document", document: "synopsis", text: "Words that nobody said here." },
          { ...base, type: "document" },
          { ...base, type: "undo" },
        ],
      },
    );
    expect(asked.questions).toMatchObject([{ type: "field", field: "want", kind: "character" }]);
    expect(asked.requests.map((request) => request.type)).toEqual([
      "bulk",
      "bulk",
      "draft",
      "document",
      "undo",
    ]);
    expect(asked.requests[1]).toEqual({
      type: "bulk",
      operation: "summaries",
      selection: "missing",
      brief: "",
    });
  });

  test("adds to what was parsed and never replaces it", async () => {
    const text = "Create Mara, a 40-year-old pilot who is stubborn.";
    const parsed: Reading = {
      statements: [
        {
          type: "entry",
          kind: "character",
          subject: { name: "Mara", start: 7, end: 11 },
          explicit: true,
          fields: [{ field: "age", value: 40, start: 15, end: 26 }],
          span: { start: 0, end: 33 },
        },
      ],
      questions: [],
      requests: [],
    };
    const modelled = await read(text, {
      entries: [
        entry("Mara", [
          ["age", "40", "a 40-year-old pilot"],
          ["age_range", "forties", "40-year-old"],
          ["traits", "stubborn", "stubborn"],
        ]),
      ],
    });
    const [merged] = mergeReadings(parsed, modelled).statements;
    expect(merged).toMatchObject({
      fields: [
        { field: "age", start: 15 },
        { field: "traits", value: ["stubborn"] },
      ],
    });
  });
});
