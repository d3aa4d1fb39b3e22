import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOffline } from "../../../../src/adapters/offline/read.ts";
import { loadTagger } from "../../../../src/adapters/offline/reader/text/tagger.ts";
import { type BuiltInKind, KIND_FIELDS } from "../../../../src/domain/bible/kinds.ts";
import { Reading } from "../../../../src/domain/reading/reading.ts";
import type { ReadRequest } from "../../../../src/ports/model.ts";
import { FILM } from "./reader/reading-of.ts";

loadTagger();

const WORDS =
  "Sarah John Karen she he her his the a is was and , . : ( ) 's not create add make delete rename to character named scene INT. EXT. DINER - NIGHT 28 thirty detective sister of works for hates who what old ? ! \n \n\n - \" ' “ ” 😂 `  logline undo 10 characters maybe if location called prop afraid has with red hair wants \ud800 \u0000 Zoë".split(
    " ",
  );
const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(" "));
const anything = fc.oneof(
  sentence,
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);
const request = (text: string): ReadRequest => ({
  text,
  known: FILM,
  focus: FILM.slice(0, 2),
  film: { title: "Untitled", documents: {} },
});

describe("readOffline, whatever the text", () => {
  test("answers a valid reading whose spans lie in the text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const reading = Reading.parse(readOffline(request(text)));
        for (const span of spansOf(reading)) {
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("answers only fields and values the kinds have", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        for (const statement of readOffline(request(text)).statements) {
          if (statement.type !== "entry") continue;
          const fields = Object.fromEntries(statement.fields.map((field) => [field.field, field.value]));
          const shape = KIND_FIELDS[statement.kind as BuiltInKind];
          expect(Object.keys(shape.parse(fields)).sort()).toEqual(Object.keys(fields).sort());
        }
      }),
      { numRuns: 400 },
    );
  });

  test("is the same twice", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(readOffline(request(text))).toEqual(readOffline(request(text)));
      }),
    );
  });

  test.each([
    ["empty", ""],
    ["one letter", "a".repeat(100_000)],
    ["lone surrogates", "\ud800".repeat(100_000)],
    ["names", "Sarah, ".repeat(14_000)],
    ["headings", "INT. A - DAY\n".repeat(7_000)],
    ["quotes", '"'.repeat(100_000)],
    ["unclosed code", "```a".repeat(25_000)],
    ["brackets", "(".repeat(100_000)],
    ["lines", "name: a\n".repeat(12_500)],
    ["empty lines", "\n".repeat(100_000)],
    ["spaces", " ".repeat(100_000)],
    ["bars", "|".repeat(100_000)],
    ["empty bars", "| ".repeat(50_000)],
  ])("takes 100,000 characters: %s", (_, text) => {
    expect(() => readOffline(request(text))).not.toThrow();
  });
});

test("a name and a stated value are quoted at their place", () => {
  const text = "😂 ok: Create a character named Sarah, a 28-year-old journalist.";
  const [entry] = readOffline({ ...request(text), known: [] }).statements;
  const quoted = spansOf({ statements: entry === undefined ? [] : [entry], questions: [], requests: [] }).map(
    (span) => text.slice(span.start, span.end),
  );
  expect(quoted.slice(1)).toEqual(["Sarah", "28-year-old", "journalist"]);
});

function spansOf(reading: Reading): { start: number; end: number }[] {
  return reading.statements.flatMap((one) => {
    if (one.type === "entry") return [one.span, one.subject, ...one.fields];
    return one.type === "relationship" ? [one.span, one.from, one.to] : [one.span, one.subject];
  });
}
