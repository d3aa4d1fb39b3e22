import { describe, expect, test } from "vitest";
import { anEntry, commitChanges, makeEntries, revision } from "./bible-samples.ts";
import { aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const names = (entries: readonly { name: string }[]) => entries.map((entry) => entry.name);

/** Entries are found by id, by what they are called, by kind, and by what they point at. */
export const bibleStoreSuite: StoreSuite = (stores) => {
  describe("bible: finding entries", () => {
    test("answers entries in the order asked for, removed ones too, and skips what is unknown", async () => {
      const { session } = await aStage(stores());
      const [ana, bo] = [anEntry(session, "character", "Ana"), anEntry(session, "character", "Bo")];
      await makeEntries(stores(), session, ana, bo);
      const gone = revision(session, ana, { status: "removed" });
      await commitChanges(stores(), session, [gone.change]);
      expect(await stores().bible.get([bo.id, "ent_never", ana.id])).toEqual([bo, gone.after]);
      expect(await stores().bible.get([])).toEqual([]);
    });

    test("lets names go from one to the next within a turn, and still takes each once", async () => {
      const { session } = await aStage(stores());
      const [ana, bo] = [anEntry(session, "character", "Ana"), anEntry(session, "character", "Bo")];
      await makeEntries(stores(), session, ana, bo);
      const swapped = [revision(session, ana, { name: "Bo" }), revision(session, bo, { name: "Ana" })];
      const changes = swapped.map(({ change }) => change);
      await commitChanges(stores(), session, changes);
      expect(await stores().bible.get([ana.id, bo.id])).toEqual(swapped.map(({ after }) => after));
      const [first] = swapped;
      const twin = first && revision(session, first.after, { name: "Ana" });
      if (twin)
        await expect(commitChanges(stores(), session, [twin.change])).rejects.toMatchObject({
          code: "conflict",
        });
    });

    test("lists living entries by name, scenes as they were made, page by page", async () => {
      const { session, project } = await aStage(stores());
      const cast = ["émile", "Zed", "Dora", "Fay"].map((name) => anEntry(session, "character", name));
      const scenes = ["Zoo", "Attic", "Pier"].map((name) => anEntry(session, "scene", name));
      await makeEntries(stores(), session, ...cast, ...scenes);
      const gone = cast[1] && revision(session, cast[1], { status: "removed" });
      if (gone) await commitChanges(stores(), session, [gone.change]);
      const list = (filter: Parameters<ReturnType<typeof stores>["bible"]["list"]>[1]) =>
        stores().bible.list(project.id, filter);
      expect(names(await list({ kind: "character", limit: 10 }))).toEqual(["Dora", "émile", "Fay"]);
      expect(names(await list({ kind: "scene", limit: 10 }))).toEqual(["Zoo", "Attic", "Pier"]);
      const everything: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await list({ ...(after === undefined ? {} : { after }), limit: 2 });
        everything.push(...names(page));
        after = page.at(-1)?.id;
        if (after === undefined) break;
      }
      expect(everything).toEqual(["Dora", "émile", "Fay", "Zoo", "Attic", "Pier"]);
      expect(await list({ after: "ent_never", limit: 5 })).toEqual([]);
    });

    test("names the newest living entries of a kind", async () => {
      const { session, project } = await aStage(stores());
      const cast = ["Ana", "Bo", "Cy"].map((name) => anEntry(session, "character", name));
      await makeEntries(stores(), session, ...cast, anEntry(session, "prop", "Lamp"));
      expect(await stores().bible.names(project.id, "character", 2)).toEqual(["Cy", "Bo"]);
      const gone = cast[2] && revision(session, cast[2], { status: "removed" });
      if (gone) await commitChanges(stores(), session, [gone.change]);
      expect(await stores().bible.names(project.id, "character", 5)).toEqual(["Bo", "Ana"]);
    });

    test("finds whom links point at, once each, while they live", async () => {
      const { session } = await aStage(stores());
      const [ana, bo] = [anEntry(session, "character", "Ana"), anEntry(session, "character", "Bo")];
      const links = { characters: [ana.id, bo.id], location: [] };
      const scenes = ["Pier", "Attic"].map((name) => anEntry(session, "scene", name, {}, { links }));
      await makeEntries(stores(), session, ana, bo, ...scenes);
      expect(await stores().bible.linkedTo([ana.id, bo.id], 10)).toEqual(scenes);
      expect(await stores().bible.linkedTo([ana.id, bo.id], 1)).toEqual(scenes.slice(0, 1));
      const [pier, attic] = scenes;
      if (!pier || !attic) throw new Error("two scenes were made");
      const unlinked = revision(session, pier, { links: { characters: [bo.id] } });
      const removed = revision(session, attic, { status: "removed" });
      await commitChanges(stores(), session, [unlinked.change, removed.change]);
      expect(await stores().bible.linkedTo([ana.id], 10)).toEqual([]);
      expect(await stores().bible.linkedTo([bo.id], 10)).toEqual([unlinked.after]);
    });
  });
};
