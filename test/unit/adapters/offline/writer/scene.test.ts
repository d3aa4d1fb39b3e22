import { describe, expect, test } from "vitest";
import { draftScene } from "../../../../../src/adapters/offline/writer/scene.ts";
import { KIND_FIELDS } from "../../../../../src/domain/bible/kinds.ts";
import { aDraft, BLEMISH, range } from "./samples.ts";

const CAST = ["Sarah", "John Smith", "Maya Okafor"];
const batch = (brief: string, count: number, more = {}) =>
  range(count).map((index) =>
    draftScene(aDraft({ kind: "scene", brief, index, cast: CAST, places: ["Diner", "Harbour"], ...more })),
  );

describe("draftScene", () => {
  test.each([{}, { cast: [], places: [] }, { cast: ["Sarah"] }])(
    "writes a thousand different scenes without a blemish: %j",
    (more) => {
      const all = batch("", 1_000, more);
      expect(new Set(all.map((scene) => scene.name)).size).toBe(1_000);
      for (const scene of all.slice(0, 300)) {
        expect(KIND_FIELDS.scene.strict().safeParse(scene).error).toBeUndefined();
        expect(String(scene.summary)).not.toMatch(BLEMISH);
        expect(String(scene.summary).split(" ").length).toBeGreaterThan(15);
        expect(scene.heading).toBe(
          `${scene.int_ext}. ${String(scene.set).toUpperCase()} - ${scene.time_of_day}`,
        );
      }
    },
  );

  test("plays where and with whom it may, and everyone gets a turn", () => {
    const all = batch("", 60);
    const seen = new Set(all.flatMap((scene) => scene.characters as string[]));
    expect(seen).toEqual(new Set(CAST));
    expect(new Set(all.map((scene) => scene.location))).toEqual(new Set(["Diner", "Harbour"]));
    for (const scene of all) {
      const cast = scene.characters as string[];
      expect(new Set(cast).size).toBe(cast.length);
      for (const name of cast) expect(String(scene.summary)).toContain(name);
    }
    expect(all.find((scene) => scene.location === "Harbour")?.int_ext).toBe("EXT");
  });

  test("names people in full once", () => {
    const summary = String(batch("a chase with Maya and John", 1)[0]?.summary);
    expect(summary.split("Maya Okafor")).toHaveLength(2);
    expect(summary.split("Maya").length).toBeGreaterThan(2);
    const twins = draftScene(aDraft({ kind: "scene", cast: ["Ana Diaz", "Ana Ruiz"], index: 3 }));
    expect(String(twins.summary)).not.toMatch(/\bAna(?! Diaz| Ruiz)/);
  });

  test("follows the brief: who, where, when, inside or out, and what", () => {
    expect(batch("Maya chases John through the harbour at night", 1)[0]).toMatchObject({
      heading: "EXT. HARBOUR - NIGHT",
      characters: ["John Smith", "Maya Okafor"],
    });
    expect(batch("EXT, at dawn", 1)[0]?.heading).toMatch(/^EXT\. .* - DAWN$/);
    expect(batch("inside the harbour office", 1)[0]?.int_ext).toBe("INT");
    expect(batch("a confession", 4).every((scene) => /Truth|It Was|Holding/.test(String(scene.name)))).toBe(
      true,
    );
  });

  test("writes of love only when asked", () => {
    const titles = (brief: string) => batch(brief, 100).map((scene) => String(scene.name));
    const isLove = (title: string) => /^(?:Dancing round|Something about)| as an Excuse/.test(title);
    expect(titles("").filter(isLove)).toEqual([]);
    expect(titles("a kiss").every(isLove)).toBe(true);
  });

  test("passes over taken titles and gives another for another attempt", () => {
    const [first] = batch("", 1);
    expect(batch("", 1, { taken: [String(first?.name).toLowerCase()] })[0]?.name).not.toBe(first?.name);
    expect(batch("", 1, { attempt: 1 })[0]?.name).not.toBe(first?.name);
  });
});
