import { describe, expect, it, test } from "vitest";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import type { CustomKindName } from "../../../../src/domain/bible/kinds.ts";
import {
  areTogether,
  findTwins,
  keepApart,
  listKeys,
  nearestName,
  nearKeys,
  twinKeys,
} from "../../../../src/domain/bible/twins.ts";
import { soundKeys } from "../../../../src/lib/sound-key.ts";
import { author, entry } from "./bible-maker.ts";

const person = (name: string, fields: Record<string, string | string[]> = {}, rest: Partial<Entry> = {}) =>
  entry("character", name, fields, rest);
const found = (one: Entry, ...others: Entry[]) => findTwins(one, others).map((twin) => twin.entry.name);

describe("findTwins", () => {
  it("ranks the likeliest first", () => {
    const twins = found(person("Jon"), person("Jonathan"), person("John"), person("Mara"));
    expect(twins).toEqual(["John", "Jonathan"]);
  });

  it("knows a name that one is also called", () => {
    const fox = person("Mara", { aliases: ["The Fox"] });
    expect(findTwins(person("The Fox"), [fox])).toMatchObject([
      { rank: 0, reason: "both are called The Fox" },
    ]);
    expect(found(person("Foxy", { aliases: ["the fox"] }), fox)).toEqual(["Mara"]);
    expect(found(person("Fox Hunter"), fox)).toEqual([]);
    expect(findTwins(person("Foks"), [person("Mara", { aliases: ["Focs"] })])).toMatchObject([
      { reason: "Mara is also called Focs" },
    ]);
  });

  it("leaves out other kinds, who is removed, who is of another gender, and who is told apart", () => {
    const john = person("John", { gender: "male" });
    expect(found(entry("location", "John"), john)).toEqual([]);
    expect(found(john, person("Jon", {}, { status: "removed" }))).toEqual([]);
    expect(found(john, person("Jon", { gender: "woman" }))).toEqual([]);
    expect(found(person("Mrs. John"), john)).toEqual([]);
    expect(found(john, person("Jon", { gender: "man" }))).toEqual(["Jon"]);
    const jon = person("Jon", {}, { links: { not_same: [john.id] } });
    expect([found(john, jon), found(jon, john)]).toEqual([[], []]);
    expect(found(entry("scene", "INT. BAR"), entry("scene", "INT. BARR"))).toEqual([]);
    const kind = "vehicle" as CustomKindName;
    expect(found(entry(kind, "Beetle"), entry(kind, "Beetles"))).toEqual(["Beetles"]);
  });

  it("does not guess where a part of a name may be several people's", () => {
    const [helen, max] = [person("Helen Voss"), person("Max Voss")];
    expect(found(person("Dr. Voss"), helen)).toEqual(["Helen Voss"]);
    expect(found(person("Dr. Voss"), helen, max)).toEqual([]);
    expect(found(person("Helen"), helen, max)).toEqual(["Helen Voss"]);
  });
});

test.each([
  ["Sarah", "Sara"],
  ["Thompson", "Thomson"],
  ["Robet", "Robert"],
  ["Bob", "Robert"],
  ["J. Smith", "John Smith"],
  ["Dr. Voss", "Helen Voss"],
  ["Maryann", "Mary Ann"],
])("%s is found by a key that %s has", (one, other) => {
  const stored = new Set([...soundKeys(other), ...other.toLowerCase().split(" ")]);
  expect(twinKeys(person(one)).some((key) => stored.has(key))).toBe(true);
});

test("keys are few, and none are lost on a page of entries", () => {
  const long = person("Dr. Bartholomew Alexander Montgomery", { aliases: ["Bart", "The Professor"] });
  expect(twinKeys(long).length).toBeLessThan(100);
  expect(nearKeys("location", "The Old Warehouse").length).toBeLessThan(40);
  const [bob = [], robert = [], jon = [], john = []] = ["Bob", "Robert", "Jon", "John"].map((name) =>
    listKeys(person(name)),
  );
  expect(bob.some((key) => robert.includes(key))).toBe(true);
  expect(jon.some((key) => john.includes(key))).toBe(true);
});

describe("nearestName", () => {
  const [sarah, john] = [person("Sarah"), person("John")];

  it("is the one that is meant, by name or alias", () => {
    expect(nearestName("Sarha", undefined, [sarah, john])).toBe(sarah);
    expect(nearestName("Foxey", "character", [person("Mara", { aliases: ["Foxy"] })])?.name).toBe("Mara");
  });

  it("is nobody where none is near, or several are as near, or the kind is another", () => {
    expect(nearestName("Mara", undefined, [sarah, john])).toBeUndefined();
    expect(nearestName("Jonn", "character", [john, person("Jon")])).toBeUndefined();
    expect(nearestName("Sarha", "location", [sarah])).toBeUndefined();
    expect(nearestName("Sarah Miller", "character", [sarah])).toBeUndefined();
    expect(nearestName("Sarha", undefined, [{ ...sarah, status: "removed" }])).toBeUndefined();
  });
});

test("two are together in a scene and in a tie, not in being told apart", () => {
  const [jon, john] = [person("Jon"), person("John")];
  const both = (links: Entry["links"]) => areTogether(jon, john, [entry("scene", "INT. BAR", {}, { links })]);
  expect(both({ characters: [jon.id, john.id] })).toBe(true);
  expect(both({ characters: [jon.id] })).toBe(false);
  expect(both({ not_same: [jon.id, john.id] })).toBe(false);
});

test("keepApart marks the younger one, and keeps to its bound", () => {
  const old = person("John", {}, { id: "ent_1" });
  const marks = Array.from({ length: 60 }, (_, at) => `ent_x${at}`);
  const young = person("Jon", {}, { id: "ent_2", links: { not_same: marks } });
  const [change, ...others] = keepApart(author(), young, old);
  expect(others).toEqual([]);
  expect(change).toMatchObject({ entry_id: "ent_2", action: "updated", fields: {} });
  expect(change?.after?.links.not_same).toEqual([...marks.slice(1), "ent_1"]);
});
