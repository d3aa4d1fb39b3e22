import { expect, test } from "vitest";
import { itemise } from "../../../../src/domain/points/itemise.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";
import { entry, NOWHERE, removes, renames, says, ties } from "../bible/bible-maker.ts";

const SARAH = entry("character", "Sarah", { age: 28, traits: ["brave"] });
const lines = (statements: readonly Statement[], text = "") =>
  itemise(statements, [SARAH], text).map((item) => item.line);

test("parts a new entry from each of its fields", () => {
  expect(lines([says("character", "Tom", { age: 40, occupation: "baker" })])).toEqual([
    { action: "created", kind: "character", name: "Tom" },
    { action: "updated", kind: "character", name: "Tom", field: "age", after: 40 },
    { action: "updated", kind: "character", name: "Tom", field: "occupation", after: "baker" },
  ]);
});

test("tells what was there before, and a list with what joins it", () => {
  expect(lines([says("character", "Sarah", { age: 31, traits: ["stubborn"] }, false)])).toEqual([
    { action: "updated", kind: "character", name: "Sarah", field: "age", before: 28, after: 31 },
    {
      action: "updated",
      kind: "character",
      name: "Sarah",
      field: "traits",
      before: ["brave"],
      after: ["brave", "stubborn"],
    },
  ]);
});

test("leaves out what says nothing new, and whom nobody knows", () => {
  expect(lines([says("character", "Sarah", { age: 28, traits: ["Brave"] }, false)])).toEqual([]);
  expect(lines([says("character", "Nobody", { age: 3 }, false), removes("Nobody")])).toEqual([]);
});

test("keeps a scene whole with its heading", () => {
  const scene = says("scene", "INT. DINER - NIGHT", {
    heading: "INT. DINER - NIGHT",
    int_ext: "INT",
    set: "DINER",
    summary: "They meet.",
  });
  const items = itemise([scene], [], "");
  expect(items.map((item) => item.line.field)).toEqual([undefined, "summary"]);
  expect(items[0]?.statement).toMatchObject({
    fields: [{ field: "heading" }, { field: "int_ext" }, { field: "set" }],
  });
});

test("ties, names, removals and what no longer holds are parts of their own", () => {
  const dropped: Statement = {
    ...says("character", "Sarah", {}, false),
    drops: [{ field: "age", ...NOWHERE }],
  } as Statement;
  expect(
    lines([ties("Sarah", "Tom", "sibling"), renames("Sarah", "Sara"), removes("Sarah"), dropped]),
  ).toEqual([
    { action: "created", kind: "relationship", name: "Sarah – Tom: sibling" },
    { action: "updated", kind: "character", name: "Sarah", field: "name", before: "Sarah", after: "Sara" },
    { action: "removed", kind: "character", name: "Sarah" },
    { action: "updated", kind: "character", name: "Sarah", field: "age", before: 28 },
  ]);
});

test("quotes the words that say it", () => {
  const text = "Sarah is 31 now";
  const said = says("character", "Sarah", { age: 31 }, false);
  const placed = { ...said, fields: [{ field: "age", value: 31, start: 9, end: 11 }] } as Statement;
  expect(lines([placed], text)[0]?.quote).toBe("31");
});
