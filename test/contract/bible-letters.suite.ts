import { describe, expect, test } from "vitest";
import { anEntry, makeEntries } from "./bible-samples.ts";
import { aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** People pick an entry by its first letters. */
export const bibleLettersSuite: StoreSuite = (stores) => {
  describe("bible: startingWith", () => {
    test("finds by the letters a name, a word of it or an alias begins with, whole names first", async () => {
      const { session, project } = await aStage(stores());
      const made = [
        anEntry(session, "character", "Dr. Sarah O'Neil", { aliases: ["The Fox"] }),
        anEntry(session, "character", "Sam"),
        anEntry(session, "character", "Zoë Sanders"),
        anEntry(session, "location", "Salon"),
        anEntry(session, "scene", "INT. SALON - NIGHT"),
      ];
      await makeEntries(stores(), session, ...made);
      const by = async (letters: string, kind?: "character" | "scene") =>
        (await stores().bible.startingWith(project.id, { letters, ...(kind ? { kind } : {}) }, 10)).map(
          ({ name }) => name,
        );
      expect(await by("sa", "character")).toEqual(["Sam", "Dr. Sarah O'Neil", "Zoë Sanders"]);
      expect(await by("SAR", "character")).toEqual(["Dr. Sarah O'Neil"]);
      expect(await by("o'n", "character")).toEqual(["Dr. Sarah O'Neil"]);
      expect(await by("fox", "character")).toEqual(["Dr. Sarah O'Neil"]);
      expect(await by("zoe s", "character")).toEqual(["Zoë Sanders"]);
      expect(await by("int sal", "scene")).toEqual(["INT. SALON - NIGHT"]);
      expect(await by("sal")).toEqual(["Salon", "INT. SALON - NIGHT"]);
      expect(await by("x")).toEqual([]);
      expect(await by("", "character")).toEqual(["Zoë Sanders", "Sam", "Dr. Sarah O'Neil"]);
      expect(await by("")).toHaveLength(5);
      expect(await stores().bible.startingWith(project.id, { letters: "s" }, 2)).toHaveLength(2);
    });

    test("a word that many others share hides nobody", async () => {
      const { session, project } = await aStage(stores());
      const many = Array.from({ length: 450 }, (_, at) => anEntry(session, "character", `P${at} Stone`));
      await makeEntries(stores(), session, ...many, anEntry(session, "scene", "INT. STREET - DAY"));
      const found = await stores().bible.startingWith(project.id, { kind: "scene", letters: "st" }, 5);
      expect(found.map(({ name }) => name)).toEqual(["INT. STREET - DAY"]);
    });

    test("another project's and removed entries are never among them, and signs are only signs", async () => {
      const here = await aStage(stores());
      const there = await aStage(stores());
      await makeEntries(stores(), there.session, anEntry(there.session, "character", "Sarah"));
      for (const letters of ["s", "", "%", "_", "'; --", "s%"])
        expect(await stores().bible.startingWith(here.project.id, { letters }, 10)).toEqual([]);
    });
  });
};
