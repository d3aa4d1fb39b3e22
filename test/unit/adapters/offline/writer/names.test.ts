import { describe, expect, test } from "vitest";
import { CULTURES, genderOfFirstName, nameAt } from "../../../../../src/adapters/offline/writer/names.ts";
import { nameKey } from "../../../../../src/lib/name-keys.ts";
import { range } from "./samples.ts";

const ANY = { gender: undefined, cultures: [] };
const at = (index: number, attempt = 0, seed = 7) => ({ seed, index, attempt });

describe("the tables", () => {
  const given = CULTURES.flatMap((culture) => [...culture.women.split(", "), ...culture.men.split(", ")]);
  const families = CULTURES.flatMap((culture) => culture.families.split(", "));

  test("hold twenty of each for every culture, none twice", () => {
    expect(given).toHaveLength(CULTURES.length * 40);
    expect(families).toHaveLength(CULTURES.length * 20);
    expect(new Set(given.map(nameKey)).size).toBe(given.length);
    expect(new Set(families.map(nameKey)).size).toBe(families.length);
  });

  test("make more than ten thousand different full names", () => {
    const names = new Set(range(21_600).map((index) => nameAt(at(index), ANY, []).full));
    expect(names.size).toBe(21_600);
  });
});

describe("nameAt", () => {
  test("is the same for the same seed, index and attempt", () => {
    expect(nameAt(at(5, 2), ANY, [])).toEqual(nameAt(at(5, 2), ANY, []));
    expect(nameAt(at(5, 2), ANY, [])).not.toEqual(nameAt(at(5, 2, 8), ANY, []));
  });

  test("gives a thousand indexes a thousand names without being told of one another, first names too", () => {
    const names = range(1_000).map((index) => nameAt(at(index), ANY, []));
    expect(new Set(names.map((name) => name.full)).size).toBe(1_000);
    expect(new Set(names.map((name) => name.first)).size).toBe(1_000);
  });

  test("does so for one gender of one people, and over several attempts", () => {
    const wish = { gender: "female", cultures: ["Portuguese"] } as const;
    const names = [0, 1].flatMap((attempt) =>
      range(1_000).map((index) => nameAt(at(index, attempt), wish, [])),
    );
    expect(names.every((name) => name.gender === "female" && name.culture.name === "Portuguese")).toBe(true);
    expect(new Set(names.map((name) => name.full)).size).toBe(2_000);
  });

  test("passes over taken names, and over first names somebody has", () => {
    const name = nameAt(at(0), ANY, []);
    expect(nameAt(at(0), ANY, [name.full.toUpperCase()]).full).not.toBe(name.full);
    expect(nameAt(at(0), ANY, [name.first]).first).not.toBe(name.first);
  });

  test("comes back to used first names rather than to nothing", () => {
    const wish = { gender: "male", cultures: ["Korean"] } as const;
    const taken = (CULTURES.find((culture) => culture.name === "Korean")?.men ?? "").split(", ");
    const name = nameAt(at(0), wish, taken);
    expect(taken).toContain(name.first);
    expect(taken).not.toContain(name.full);
  });
});

test("first names tell a gender where the tables know them", () => {
  expect(genderOfFirstName("Sarah Connor")).toBe("female");
  expect(genderOfFirstName("Étienne")).toBe("male");
  expect(genderOfFirstName("Etienne")).toBe("male");
  expect(genderOfFirstName("Xyzzy")).toBeUndefined();
});
