import { describe, expect, test } from "vitest";
import { soundKeys } from "../../src/lib/sound-key.ts";
import { anEntry, commitChanges, makeEntries, revision } from "./bible-samples.ts";
import { aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** People call things by whole names, by parts of names, and by other names. */
export const bibleKeysSuite: StoreSuite = (stores) => {
  describe("bible: byKeys", () => {
    test("finds an entry by its name, a part of it, an alias, a heading or a set", async () => {
      const { session, project } = await aStage(stores());
      const sarah = anEntry(session, "character", "Dr. Sarah O'Neil", { aliases: ["The Fox"] });
      const scene = anEntry(session, "scene", "Opening", { heading: "INT. DINER - NIGHT", set: "Kitchen" });
      await makeEntries(stores(), session, sarah, scene, anEntry(session, "prop", "Lamp"));
      const by = (...keys: string[]) => stores().bible.byKeys(project.id, keys, 10);
      for (const key of ["dr sarah oneil", "oneil", "the fox", "fox"]) expect(await by(key)).toEqual([sarah]);
      for (const key of ["opening", "int diner night", "diner", "kitchen"])
        expect(await by(key)).toEqual([scene]);
      expect(await by("sarah", "oneil", "fox")).toEqual([sarah]);
      expect(await by("nobody", "night")).toEqual([]);
      expect(await by()).toEqual([]);
    });

    test("puts whole names before parts, and keeps to the limit whatever a word is part of", async () => {
      const { session, project } = await aStage(stores());
      const scenes = Array.from({ length: 12 }, (_, at) =>
        anEntry(session, "scene", `Scene ${at}`, { heading: "INT. DINER - NIGHT" }),
      );
      await makeEntries(stores(), session, ...scenes);
      const diner = anEntry(session, "location", "The Diner");
      await makeEntries(stores(), session, diner);
      const found = await stores().bible.byKeys(project.id, ["diner"], 3);
      expect(found).toHaveLength(3);
      expect(found[0]).toEqual(diner);
    });

    test("a relationship does not answer to the names in its name", async () => {
      const { session, project } = await aStage(stores());
      const bond = anEntry(session, "relationship", "Sarah and John");
      await makeEntries(stores(), session, bond);
      expect(await stores().bible.byKeys(project.id, ["sarah"], 5)).toEqual([]);
      expect(await stores().bible.byKeys(project.id, ["sarah and john"], 5)).toEqual([bond]);
    });

    test("finds by sound what is written otherwise, after what is written so", async () => {
      const { session, project } = await aStage(stores());
      const sarah = anEntry(session, "character", "Sarah Lind", { aliases: ["Foxy"] });
      const scene = anEntry(session, "scene", "SARAH ALONE", { heading: "INT. SARAH - NIGHT" });
      const lamp = anEntry(session, "prop", "Zippo");
      await makeEntries(stores(), session, sarah, scene, lamp);
      const by = (...keys: string[]) => stores().bible.byKeys(project.id, keys, 10);
      for (const name of ["Sara", "Sarha", "Lynd", "Sahrahlind", "Foxie"])
        expect(await by(...soundKeys(name))).toEqual([sarah]);
      expect(await by(...soundKeys("Sippo"))).toEqual([lamp]);
      expect(await by(...soundKeys("Mark"))).toEqual([]);
      const sara = anEntry(session, "character", "Sara");
      await makeEntries(stores(), session, sara);
      expect(await by("sara", ...soundKeys("Sara"))).toEqual([sara, sarah]);
    });

    test("follows renames, removals and restorations", async () => {
      const { session, project } = await aStage(stores());
      const by = (key: string) => stores().bible.byKeys(project.id, [key], 5);
      const sarah = anEntry(session, "character", "Sarah Lind");
      await makeEntries(stores(), session, sarah);
      const renamed = revision(session, sarah, { name: "Sara Lind" });
      await commitChanges(stores(), session, [renamed.change]);
      expect(await by("sarah")).toEqual([]);
      expect(await by("sara")).toEqual([renamed.after]);
      const gone = revision(session, renamed.after, { status: "removed" });
      await commitChanges(stores(), session, [gone.change]);
      expect(await by("lind")).toEqual([]);
      const back = revision(session, gone.after, { status: "draft" }, { action: "restored" });
      await commitChanges(stores(), session, [back.change]);
      expect(await by("lind")).toEqual([back.after]);
    });

    test("sees its own project alone", async () => {
      const { session } = await aStage(stores());
      const other = (await aStage(stores())).project;
      await makeEntries(stores(), session, anEntry(session, "character", "Sarah"));
      expect(await stores().bible.byKeys(other.id, ["sarah"], 5)).toEqual([]);
    });
  });
};
