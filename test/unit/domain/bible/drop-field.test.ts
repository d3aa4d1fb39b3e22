import { expect, test } from "vitest";
import { applyReading } from "../../../../src/domain/bible/apply-reading.ts";
import type { FactValue } from "../../../../src/domain/bible/fact.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";
import { author, entry, NOWHERE, says } from "./bible-maker.ts";

const TOM = entry("character", "Tom");
const SARAH = entry("character", "Sarah", { age: 28, occupation: "journalist", traits: ["brave", "Loud"] });
const DINER = entry(
  "scene",
  "INT. DINER - NIGHT",
  { characters: ["Sarah", "Tom", "a waiter"] },
  { links: { characters: [SARAH.id, TOM.id] } },
);

function drop(kind: "character" | "scene", name: string, field: string, value?: FactValue) {
  const statement = {
    ...says(kind, name, {}, false),
    drops: [{ field, ...NOWHERE, ...(value === undefined ? {} : { value }) }],
  } as Statement;
  const input = { ...author(), reading: { statements: [statement] }, known: [SARAH, TOM, DINER] };
  const { changes, notes } = applyReading(input);
  return { facts: changes[0]?.after?.facts, links: changes[0]?.after?.links, changes, notes };
}

test("a field is emptied", () => {
  const { facts, notes } = drop("character", "Sarah", "age");
  expect(Object.keys(facts ?? {}).sort()).toEqual(["name", "occupation", "traits"]);
  expect(notes).toEqual([]);
});

test("a value goes where it is, whatever its case", () => {
  expect(drop("character", "Sarah", "occupation", "Journalist").facts?.occupation).toBeUndefined();
  expect(drop("character", "Sarah", "traits", ["loud"]).facts?.traits?.value).toEqual(["brave"]);
  expect(drop("character", "Sarah", "traits", ["loud", "brave"]).facts?.traits).toBeUndefined();
});

test("who leaves a scene leaves its links, and the others stay", () => {
  const { facts, links } = drop("scene", "INT. DINER - NIGHT", "characters", ["Tom"]);
  expect(facts?.characters?.value).toEqual(["Sarah", "a waiter"]);
  expect(links).toEqual({ characters: [SARAH.id] });
});

test("whoever is not at hand stays linked", () => {
  const statement = {
    ...says("scene", "INT. DINER - NIGHT", {}, false),
    drops: [{ field: "characters", value: ["Tom"], ...NOWHERE }],
  } as Statement;
  const { changes } = applyReading({
    ...author(),
    reading: { statements: [statement] },
    known: [TOM, DINER],
  });
  expect(changes[0]?.after?.links).toEqual({ characters: [SARAH.id] });
});

test.each([
  ["occupation", "surgeon"],
  ["traits", ["shy"]],
  ["fear", undefined],
] as const)("what never held changes nothing and is said: %s", (field, value) => {
  const { changes, notes } = drop("character", "Sarah", field, value as FactValue | undefined);
  expect(changes).toEqual([]);
  expect(notes).toEqual([{ type: "absent", name: "Sarah", field, value }]);
});

test("a name is never dropped", () => {
  expect(drop("character", "Sarah", "name").changes).toEqual([]);
});
