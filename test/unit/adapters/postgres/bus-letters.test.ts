import fc from "fast-check";
import { expect, test } from "vitest";
import { Letters, lettersOf } from "../../../../src/adapters/postgres/bus-letters.ts";

const MOST_BYTES = 7_999;
const read = (letters: Letters, all: readonly string[], except = "me") =>
  all.flatMap((letter) => letters.read(letter, except) ?? []);

test("any events come out as they went in, in letters that NOTIFY takes", () => {
  const event = fc.tuple(fc.string({ unit: "grapheme" }), fc.jsonValue());
  const long = fc.tuple(
    fc.constant("draft"),
    fc.string({ unit: "grapheme", minLength: 3_000, maxLength: 9_000 }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(event, long), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (events, lost) => {
        const letters = lettersOf("other", { lost, events });
        for (const letter of letters) expect(Buffer.byteLength(letter)).toBeLessThanOrEqual(MOST_BYTES);
        const sent = JSON.parse(JSON.stringify(events)) as typeof events;
        expect(read(new Letters(), letters)).toEqual([{ lost, events: sent }]);
      },
    ),
    { numRuns: 60 },
  );
});

test("letters of several senders do not mix, and one's own are not read", () => {
  const letters = new Letters();
  const [a, b] = ["a", "b"].map((who) => lettersOf(who, { lost: false, events: [["t", who.repeat(6_000)]] }));
  const mixed = (a ?? []).flatMap((letter, at) => [letter, b?.[at] ?? ""]);
  expect(read(letters, mixed).map(({ events }) => String(events[0]?.[1])[0])).toEqual(["a", "b"]);
  expect(read(letters, a ?? [], "a")).toEqual([]);
});

test("what began before anybody listened, and what is no letter, is passed over", () => {
  const letters = new Letters();
  const [, ...rest] = lettersOf("a", { lost: false, events: [["t", "x".repeat(9_000)]] });
  expect(rest.length).toBeGreaterThan(1);
  expect(read(letters, [...rest, "", "something else", "a 1"])).toEqual([]);
  expect(read(letters, lettersOf("a", { lost: true, events: [["t"]] }))).toEqual([
    { lost: true, events: [["t"]] },
  ]);
});
