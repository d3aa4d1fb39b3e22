import { expect, it } from "vitest";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { tellNear } from "../../../../src/domain/bible/tell-near.ts";
import { soundKeys } from "../../../../src/lib/sound-key.ts";
import { entry, openBible, removes, renames, says, ties } from "./bible-maker.ts";

/** A store that finds by sound and by whole words, and counts its reads. */
function source(...entries: Entry[]) {
  const reads: (readonly string[])[] = [];
  const keysOf = ({ name }: Entry) => [...soundKeys(name), ...name.toLowerCase().split(" ")];
  return {
    reads,
    byKeys: async (_project: string, keys: readonly string[], limit: number) => {
      reads.push(keys);
      return entries.filter((each) => keysOf(each).some((key) => keys.includes(key))).slice(0, limit);
    },
  };
}

const [john, sarah] = [entry("character", "John"), entry("character", "Sarah")];

it("reads nothing when nothing is made and everybody is known", async () => {
  const store = source(john);
  const applied = openBible([john]).say([says("character", "John", { age: 3 }, false)]);
  expect(await tellNear(store, "prj_1", applied)).toEqual(applied.notes);
  expect(store.reads).toEqual([]);
});

it("reads once for all that is made and unknown, and tells the likeliest twin alone", async () => {
  const store = source(john, sarah);
  const applied = openBible().say([
    says("character", "Jon"),
    says("character", "Sarah Connor"),
    says("location", "Pier"),
    says("character", "Sarha", {}, false),
  ]);
  const notes = await tellNear(store, "prj_1", applied);
  expect(store.reads).toHaveLength(1);
  expect(notes).toMatchObject([
    { type: "unknown", name: "Sarha", near: { id: sarah.id, name: "Sarah", kind: "character" } },
    { type: "twin", name: "Jon", other_id: john.id, other_name: "John", reason: "they sound alike" },
  ]);
});

it("tells nothing of two that the same words bring together", async () => {
  const bible = openBible([john]);
  const tied = bible.say([says("character", "Jon"), ties("Jon", "John", "sibling")]);
  expect(await tellNear(source(john), "prj_1", tied)).toEqual([]);
});

it("sees the others as the same words leave them", async () => {
  const gone = openBible([john]).say([says("character", "Jon"), removes("John")]);
  expect(await tellNear(source(john), "prj_1", gone)).toEqual([]);
  const renamed = openBible([john]).say([says("character", "Jon"), renames("John", "Marcus")]);
  expect(await tellNear(source(john), "prj_1", renamed)).toMatchObject([
    { type: "twin", other_name: "Marcus", reason: "Marcus is also called John" },
  ]);
});

it("looks at a few of many", async () => {
  const store = source(john);
  const applied = openBible().say(
    Array.from({ length: 100 }, (_, at) => says("character", `Person Number ${at}`)),
  );
  await tellNear(store, "prj_1", applied);
  expect(store.reads[0]?.length).toBeLessThan(400);
});
