import { expect, it } from "vitest";
import {
  exchangeName,
  linkedIds,
  linksTo,
  linkTarget,
  withLinks,
} from "../../../../src/domain/bible/links.ts";
import { entry } from "./bible-maker.ts";

it("knows which fields name other entries", () => {
  expect(linkTarget("scene", "characters")).toBe("character");
  expect(linkTarget("scene", "summary")).toBeUndefined();
  expect(linkTarget("scene", "constructor")).toBeUndefined();
  expect(linkTarget("character", "name")).toBeUndefined();
});

it("sets and drops the links of one field", () => {
  expect(withLinks({ a: ["1"] }, "b", ["2", "2"])).toEqual({ a: ["1"], b: ["2"] });
  expect(withLinks({ a: ["1"], b: ["2"] }, "b", [])).toEqual({ a: ["1"] });
});

it("tells what an entry points at", () => {
  const scene = entry(
    "scene",
    "INT. BAR",
    {},
    { links: { characters: ["1", "2"], location: ["3"], props: ["1"] } },
  );
  expect(linkedIds(scene)).toEqual(["1", "2", "3"]);
  expect(linksTo(scene, "1").map(([field]) => field)).toEqual(["characters", "props"]);
});

it.each([
  ["Sarah", "Jane", "Jane"],
  ["sarah", undefined, undefined],
  ["Bo", "Jane", "Bo"],
  [["Bo", "sarah"], "Jane", ["Bo", "Jane"]],
  [["Bo", "Sarah"], undefined, ["Bo"]],
  [["Sarah"], undefined, undefined],
  [undefined, "Jane", undefined],
])("exchanges Sarah in %j for %j", (value, name, result) => {
  expect(exchangeName(value, "Sarah", name)).toEqual(result);
});
