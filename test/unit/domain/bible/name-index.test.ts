import { describe, expect, it } from "vitest";
import { createNameIndex, lookupKeys } from "../../../../src/domain/bible/name-index.ts";
import { entry } from "./bible-maker.ts";

const sarah = entry("character", "Sarah Connor", { aliases: ["The Fox"] });
const diner = entry("location", "The Diner");
const scene = entry("scene", "INT. DINER - NIGHT (2)", { heading: "INT. DINER - NIGHT" });
const tie = entry("relationship", "Sarah Connor – John: sibling");

const find = (name: string, kind?: "character" | "scene") => {
  const found = createNameIndex([sarah, diner, scene, tie]).find(name, kind);
  return found.type === "one" ? found.entry.name : found.type;
};

describe("a name index", () => {
  it.each([
    ["sarah connor", "Sarah Connor"],
    ["Sarah", "Sarah Connor"],
    ["the fox", "Sarah Connor"],
    ["fox", "Sarah Connor"],
    ["diner", "The Diner"],
    ["the diner", "The Diner"],
    ["INT. DINER - NIGHT", "INT. DINER - NIGHT (2)"],
    ["John", "none"],
    ["", "none"],
    ["Sarah Connor – John: sibling", "Sarah Connor – John: sibling"],
  ])("finds %s", (name, found) => {
    expect(find(name)).toBe(found);
  });

  it("looks only among the kind asked for, and hears its word", () => {
    expect(find("the diner scene", "scene")).toBe("INT. DINER - NIGHT (2)");
    expect(find("diner", "character")).toBe("none");
  });

  it("answers several when a part fits more than one", () => {
    const index = createNameIndex([sarah, entry("character", "Sarah Ito")]);
    expect(index.find("Sarah")).toMatchObject({ type: "several" });
    expect(index.find("Ito")).toMatchObject({ type: "one" });
  });

  it("forgets a removed entry and old names", () => {
    const index = createNameIndex([sarah]);
    index.put({ ...sarah, name: "Jane" });
    expect(index.find("Connor").type).toBe("none");
    index.put({ ...sarah, status: "removed" });
    expect(index.find("Jane").type).toBe("none");
  });

  it("names only by the whole name", () => {
    const index = createNameIndex([sarah, diner]);
    expect(index.named("Sarah", "character")).toBeUndefined();
    expect(index.named("the fox", "character")).toBeUndefined();
    expect(index.named("DINER", "location")?.id).toBe(diner.id);
  });

  it("says under which keys to look", () => {
    expect(lookupKeys("The Diner scene")).toEqual(["the diner scene", "the diner", "diner scene", "diner"]);
  });
});
