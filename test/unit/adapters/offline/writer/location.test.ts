import { describe, expect, test } from "vitest";
import { draftLocation } from "../../../../../src/adapters/offline/writer/location.ts";
import { KIND_FIELDS } from "../../../../../src/domain/bible/kinds.ts";
import { aDraft, BLEMISH, range } from "./samples.ts";

const batch = (brief: string, count: number, more = {}) =>
  range(count).map((index) => draftLocation(aDraft({ kind: "location", brief, index, ...more })));

describe("draftLocation", () => {
  test.each(["", "abandoned bars in Lisbon", "a haunted submarine", "EXT places by the sea"])(
    "writes a thousand different places without a blemish: “%s”",
    (brief) => {
      const all = batch(brief, 1_000);
      expect(new Set(all.map((place) => place.name)).size).toBe(1_000);
      for (const place of all.slice(0, 200)) {
        expect(KIND_FIELDS.location.strict().safeParse(place).error).toBeUndefined();
        for (const text of Object.values(place)) expect(String(text)).not.toMatch(BLEMISH);
      }
    },
  );

  test("is the same for the same request", () => {
    expect(batch("", 3)).toEqual(batch("", 3));
    expect(batch("", 3, { attempt: 1 })).not.toEqual(batch("", 3));
  });

  test("follows the brief: sort, state and city", () => {
    for (const place of batch("abandoned bars in Lisbon", 5)) {
      expect(place.name).toMatch(/ Bar$/);
      expect(place.description).toMatch(/left in a hurry/);
      expect(place.address).toBe("Lisbon");
    }
    expect(batch("a haunted submarine", 1)[0]?.name).toMatch(/ Submarine$/);
    expect(
      batch("somewhere nice", 9)
        .map((place) => String(place.name))
        .join(),
    ).not.toMatch(/nice/i);
    expect(
      batch("a scary place", 9)
        .map((place) => String(place.name))
        .join(),
    ).not.toMatch(/scary|place/i);
  });

  test("passes over taken names", () => {
    const [first] = batch("", 1);
    expect(batch("", 1, { taken: [String(first?.name).toUpperCase()] })[0]?.name).not.toBe(first?.name);
  });
});
