import { expect, it } from "vitest";
import { focusAfter, focusOn } from "../../../../src/domain/bible/focus.ts";
import { entry, openBible, removes, renames, says, ties } from "./bible-maker.ts";

const names = (focus: { name: string }[]) => focus.map((each) => each.name);

it("puts first what was written last, with those it is tied to", () => {
  const bible = openBible([entry("character", "Sarah", { gender: "female" }), entry("character", "Old")]);
  const { changes } = bible.say([
    says("character", "Bo"),
    says("scene", "INT. BAR", { characters: ["Sarah"], location: "Bar" }),
  ]);
  const focus = focusAfter(
    [{ entry_id: "ent_character_Old", kind: "character", name: "Older" }],
    changes,
    bible.all(),
  );
  expect(names(focus)).toEqual(["Bar", "INT. BAR", "Sarah", "Bo", "Old"]);
  expect(focus[2]).toEqual({
    entry_id: "ent_character_Sarah",
    kind: "character",
    name: "Sarah",
    gender: "female",
  });
});

it("speaks of a relationship by its ends, forgets the removed, and follows a rename", () => {
  const bible = openBible();
  const tied = bible.say([ties("Sarah", "John", "sibling")]).changes;
  const first = focusAfter([], tied, bible.all());
  expect(names(first)).toEqual(["Sarah", "John"]);
  const renamed = focusAfter(first, bible.say([renames("John", "Jack")]).changes, bible.all());
  expect(names(renamed)).toEqual(["Sarah", "Jack"]);
  const removed = focusAfter(renamed, bible.say([removes("Jack")]).changes, bible.all());
  expect(names(removed)).toEqual(["Sarah"]);
});

it("stays small", () => {
  const many = Array.from({ length: 20 }, (_, index) => entry("character", `P${index}`));
  expect(focusOn([], [...many, entry("relationship", "tie")])).toHaveLength(8);
  expect(names(focusOn([{ entry_id: "e", kind: "prop", name: "Gun" }], many.slice(0, 1)))).toEqual([
    "P0",
    "Gun",
  ]);
});

it("keeps what it knows of entries that were not read, and passes over changes without an entry", () => {
  const bible = openBible();
  const [change] = bible.say([says("character", "Sarah")]).changes;
  if (!change) throw new Error("no change");
  const old = { entry_id: "ent_9", kind: "character", name: "Maya" };
  expect(focusAfter([old], [{ ...change, after: null }], [])).toEqual([old]);
});

it("does without entries that were not read", () => {
  const bible = openBible([entry("character", "Sarah")]);
  const { changes } = bible.say([says("scene", "INT. BAR", { characters: ["Sarah"] })]);
  expect(names(focusAfter([], changes, []))).toEqual(["INT. BAR"]);
});
