import { expect, test } from "vitest";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { beyond } from "../../../../src/domain/bible/seen.ts";
import { entry } from "./bible-maker.ts";

const SARAH = entry("character", "Sarah");
const TOM = entry("character", "Tom");

function store(...entries: Entry[]) {
  const asked: string[][] = [];
  const answer = (wanted: readonly string[]) => {
    asked.push([...wanted]);
    return Promise.resolve(entries);
  };
  return {
    asked,
    source: {
      get: answer,
      byKeys: (_project: string, keys: readonly string[]) => answer(keys),
      linkedTo: answer,
      list: () => answer(["list"]),
    },
  };
}
const seen = { keys: new Set(["sarah", "diner"]), entries: [SARAH] };

test("what was looked up is not asked for again", async () => {
  const { asked, source } = store();
  expect(await beyond(source, seen).byKeys("prj_1", ["sarah", "diner"], 10)).toEqual([SARAH]);
  expect(await beyond(source, seen).get([SARAH.id])).toEqual([SARAH]);
  expect(asked).toEqual([]);
});

test("only what is new is asked for, and both are answered", async () => {
  const { asked, source } = store(TOM);
  expect(await beyond(source, seen).byKeys("prj_1", ["sarah", "tom"], 10)).toEqual([SARAH, TOM]);
  expect(await beyond(source, seen).get([SARAH.id, TOM.id])).toEqual([SARAH, TOM]);
  expect(asked).toEqual([["tom"], [TOM.id]]);
});

test("what has nothing to do with it comes from the store alone", async () => {
  const { asked, source } = store(TOM);
  expect(await beyond(source, seen).byKeys("prj_1", ["tom"], 10)).toEqual([TOM]);
  expect(await beyond(source, undefined).byKeys("prj_1", ["sarah"], 10)).toEqual([TOM]);
  expect(asked).toEqual([["tom"], ["sarah"]]);
});
