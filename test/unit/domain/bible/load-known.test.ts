import { expect, it } from "vitest";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { type EntrySource, loadKnown, loadLinked } from "../../../../src/domain/bible/load-known.ts";
import { lookupKeys } from "../../../../src/domain/bible/name-index.ts";
import { entry, removes, says, ties } from "./bible-maker.ts";

/** Entries in memory that count how often they are asked. */
function sourceOf(entries: readonly Entry[]) {
  const calls: string[] = [];
  const source: EntrySource = {
    get: async (ids) => {
      calls.push("get");
      return entries.filter((each) => ids.includes(each.id));
    },
    byKeys: async (_project, keys, limit) => {
      calls.push("byKeys");
      return entries
        .filter((each) => lookupKeys(each.name).some((key) => keys.includes(key)))
        .slice(0, limit);
    },
    linkedTo: async (ids, limit) => {
      calls.push("linkedTo");
      return entries
        .filter((each) =>
          Object.values(each.links)
            .flat()
            .some((id) => ids.includes(id)),
        )
        .slice(0, limit);
    },
  };
  return { source, calls };
}

const sarah = entry("character", "Sarah");
const john = entry("character", "John");
const tie = entry("relationship", "Sarah – John: sibling");
const scene = entry("scene", "INT. BAR", {}, { links: { characters: [john.id] } });
const names = (entries: readonly Entry[]) => entries.map((each) => each.name);

it("reads whoever is named, and those tied to them, in four reads at most", async () => {
  const { source, calls } = sourceOf([sarah, john, tie, scene, entry("character", "Other")]);
  const known = await loadKnown(
    source,
    "prj_1",
    [says("character", "Sarah", {}, false, sarah.id), ties("Sarah", "John", "sibling"), removes("John")],
    [scene.id],
  );
  expect(names(known)).toEqual(["Sarah", "INT. BAR", "John", "Sarah – John: sibling"]);
  expect(calls.sort()).toEqual(["byKeys", "byKeys", "get", "linkedTo"]);
});

it("reads nothing that is not needed", async () => {
  const { source, calls } = sourceOf([sarah]);
  expect(names(await loadKnown(source, "prj_1", [says("character", "Sarah")]))).toEqual(["Sarah"]);
  expect(await loadKnown(source, "prj_1", [])).toEqual([]);
  expect(calls).toEqual(["byKeys"]);
});

it("keeps to its project", async () => {
  const { source } = sourceOf([{ ...sarah, project_id: "prj_2" }]);
  expect(await loadKnown(source, "prj_1", [says("character", "Sarah", {}, false, sarah.id)])).toEqual([]);
});

it("refuses a change that would reach too far", async () => {
  const many = Array.from({ length: 2_001 }, (_, index) =>
    entry("scene", `Scene ${index}`, {}, { links: { characters: [john.id] } }),
  );
  await expect(loadLinked(sourceOf(many).source, [john.id])).rejects.toMatchObject({ code: "too_large" });
  await expect(loadLinked(sourceOf(many.slice(1)).source, [john.id])).resolves.toHaveLength(2_000);
});
