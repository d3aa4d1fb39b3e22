import { expect, it } from "vitest";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { memberKeys } from "../../../../src/domain/bible/group-keys.ts";
import { type EntrySource, loadKnown, loadLinked } from "../../../../src/domain/bible/load-known.ts";
import { lookupKeys } from "../../../../src/domain/bible/name-index.ts";
import type { Group, Statement } from "../../../../src/domain/reading/reading.ts";
import { entry, mention, removes, says, ties } from "./bible-maker.ts";

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
        .filter((each) =>
          [...lookupKeys(each.name), ...memberKeys((field) => each.facts[field]?.value)].some((key) =>
            keys.includes(key),
          ),
        )
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
    list: async (_project, { kind, limit }) => {
      calls.push("list");
      return entries.filter((each) => each.kind === kind).slice(0, limit);
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

const saysOf = (by: Group["by"], group: string): Statement => ({
  ...says("character", group, { age: 40 }, false),
  subject: { ...mention(group), group: { by, value: group } },
});

it("reads those of a group, of a trade, of a scene or of all, each in one read more", async () => {
  const cop = entry("character", "Cy", { occupation: "tired cop" });
  const crook = entry("character", "Di", { groups: ["Heist Crew"] });
  const { source, calls } = sourceOf([sarah, john, scene, cop, crook]);
  const load = async (by: Group["by"], group: string) =>
    names(await loadKnown(source, "prj_1", [saysOf(by, group)]));
  expect(await load("group", "heist crew")).toEqual(["Di"]);
  expect(await load("occupation", "cops")).toEqual(["Cy"]);
  expect(calls.splice(0)).toEqual(["byKeys", "byKeys"]);
  expect(await load("scene", "INT. BAR")).toEqual(["INT. BAR", "John"]);
  expect(calls.splice(0)).toEqual(["byKeys", "get"]);
  expect(await load("all", "everyone")).toEqual(["Sarah", "John", "Cy", "Di"]);
  expect(calls).toEqual(["list"]);
});

it("refuses a group that is too large", async () => {
  const many = Array.from({ length: 1_001 }, (_, at) =>
    entry("character", `P${at}`, { occupation: "extra" }),
  );
  const { source } = sourceOf(many);
  for (const group of [saysOf("all", "everyone"), saysOf("occupation", "extras")])
    await expect(loadKnown(source, "prj_1", [group])).rejects.toThrow(/1,000/);
});
