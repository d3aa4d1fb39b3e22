import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOffline } from "../../../../src/adapters/offline/read.ts";
import { loadTagger } from "../../../../src/adapters/offline/reader/text/tagger.ts";
import { fieldShape } from "../../../../src/domain/bible/field-check.ts";
import type { FieldReading } from "../../../../src/domain/reading/reading.ts";
import { Reading } from "../../../../src/domain/reading/reading.ts";
import { nameKey } from "../../../../src/lib/name-keys.ts";
import { CONVOY, CONVOY_FILM } from "./reader/own-film.ts";

loadTagger();

const STORY =
  "Sarah John Karen Betsy she her it its the a is was are isn't no longer not and , . : ; ( ) create add delete forget merge rename into to character vehicle named scene 28 thirty detective sister of works for hates afraid secretly since married actually make everyone everybody all cops crew in their forties blood type A AB clearance level 3 call sign Red seats can can't drive armoured has with red hair wants \n \n\n".split(
    " ",
  );
const STRANGE =
  "שרה العربية \u202e \u202d \u2066 \u2069 \u200b \u200c \u200d \u200f \ufeff \u00ad é e\u0301 ẞ İ ŉ ﬁ 👩‍👩‍👧 🇵🇱 1️⃣ \ud800 \udfff \u0000 \u2028 \u00a0 ٣ Ⅳ ＳＡＲＡＨ 𝐉𝐨𝐡𝐧 ’s ‘ “ ” « … — ‑".split(
    " ",
  );
const words = (from: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...from), { maxLength }).map((all) => all.join(" "));
const runs = fc
  .tuple(
    fc.constantFrom(...STRANGE, ..."a A 1 ( ) [ , . ' \" ` | - # > * : = \t ".split(" "), "Sarah "),
    fc.nat(3_000),
  )
  .map(([piece, times]) => piece.repeat(times));
const mixed = fc
  .array(fc.oneof(words(STORY, 12), words(STRANGE, 6), runs, fc.string({ unit: "binary", maxLength: 40 })), {
    maxLength: 5,
  })
  .map((parts) => parts.join(" "));
const anything = fc.oneof(
  { weight: 4, arbitrary: words(STORY, 30) },
  { weight: 2, arbitrary: words([...STORY, ...STRANGE], 30) },
  mixed,
  fc.string({ unit: "grapheme", maxLength: 200 }),
);

const read = (text: string): Reading =>
  readOffline({
    text,
    known: CONVOY_FILM,
    focus: CONVOY_FILM.slice(0, 1),
    film: { title: "Convoy", documents: {} },
    schema: CONVOY,
  });

describe("with a schema and groups, whatever the text", () => {
  test("a reading is valid, and every span lies in the text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { start, end } of spansOf(Reading.parse(read(text)))) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("told words stand at their span", () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const statement of read(text).statements) {
          if (statement.type !== "entry") continue;
          for (const field of statement.fields)
            if (isTold(statement.kind, field)) expect(quotes(text, field)).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a field of the project's own has the type it was given", () => {
    fc.assert(
      fc.property(words(STORY, 30), (text) => {
        for (const statement of read(text).statements) {
          if (statement.type !== "entry") continue;
          for (const { field, value } of statement.fields) {
            const own = CONVOY.fields.find((one) => one.kind === statement.kind && one.name === field);
            if (own?.type === "number" || own?.type === "boolean") expect(typeof value).toBe(own.type);
            if (own?.type === "select") expect(own.options).toContain(value);
            expect(fieldShape(statement.kind, field, CONVOY)).toBeDefined();
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

test("the words of a message are told at their place", () => {
  const text = "\u200b😂 her blood type is AB, and Betsy's call sign is Red 5";
  const [sarah, betsy] = read(text).statements;
  const quoted = [sarah, betsy].map((one) =>
    one?.type === "entry" ? one.fields.map(({ start, end }) => text.slice(start, end)) : [],
  );
  expect(quoted).toEqual([["AB"], ["Red 5"]]);
});

/** Values that are words of the message, not made from them ("thirty" → 30, "Karen" → Karen Whitlock). */
const MADE = new Set(
  "role gender age_range archetype time_of_day int_ext location set name owner occupation characters".split(
    " ",
  ),
);

const isTold = (kind: string, { field, value }: FieldReading): boolean =>
  !MADE.has(field) &&
  (typeof value === "string" || Array.isArray(value)) &&
  CONVOY.fields.find((one) => one.kind === kind && one.name === field)?.type !== "select";

/** The words of the value that its span does not hold. */
function quotes(text: string, { start, end, value }: FieldReading): string[] {
  const span = nameKey(text.slice(start, end));
  const parts = Array.isArray(value) ? value : String(value).split("; ");
  return parts.map(nameKey).filter((part) => !span.includes(part));
}

function spansOf(reading: Reading): { start: number; end: number }[] {
  const statements = [...reading.statements, ...(reading.gaps ?? []).map((gap) => gap.statement)];
  const gaps = reading.gaps?.length ?? 0;
  return statements.flatMap((one, index) => {
    const isGap = index >= statements.length - gaps;
    if (one.type === "entry")
      return [one.span, ...(isGap ? [] : [one.subject]), ...one.fields, ...(one.drops ?? [])];
    if (one.type === "relationship") return [one.span, ...(isGap ? [] : [one.from, one.to])];
    return one.type === "merge" ? [one.span, one.subject, one.into] : [one.span, one.subject];
  });
}
