import { describe, expect, test } from "vitest";
import type { Workspace } from "../../src/domain/workspace.ts";
import { anEntry, commitChanges, makeEntries, revision } from "./bible-samples.ts";
import { AT, aProject, aStage, newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const aWorkspace = (over: Partial<Workspace> = {}): Workspace => ({
  id: newId("workspace"),
  platform: "discord",
  external_id: newId("event"),
  name: "Guild",
  created_at: AT,
  ...over,
});

export const projectStoreSuite: StoreSuite = (stores) => {
  describe("projects", () => {
    test("makes a workspace once for each platform's own id", async () => {
      const first = aWorkspace();
      const asked = Array.from({ length: 4 }, () => ({ ...first, id: newId("workspace") }));
      const answers = await Promise.all(asked.map((one) => stores().projects.ensureWorkspace(one)));
      const ids = new Set(answers.map((workspace) => workspace.id));
      expect(ids.size).toBe(1);
      expect(await stores().projects.ensureWorkspace(first)).toEqual(answers[0]);
      const elsewhere = aWorkspace({ external_id: first.external_id, platform: "slack" });
      expect(await stores().projects.ensureWorkspace(elsewhere)).toEqual(elsewhere);
    });

    test("lists a workspace's projects, newest first", async () => {
      const first = aProject();
      const second = aProject({ workspace_id: first.workspace_id });
      for (const project of [first, second, aProject()]) await stores().projects.create(project);
      expect(await stores().projects.list(first.workspace_id, 10)).toEqual([second, first]);
      expect(await stores().projects.list(first.workspace_id, 1)).toEqual([second]);
      expect(await stores().projects.get(first.id)).toEqual(first);
      expect(await stores().projects.get("prj_never")).toBeUndefined();
    });

    test("lists what is shared with a workspace, and never a lobby", async () => {
      const here = newId("workspace");
      const own = aProject({ workspace_id: here });
      const shared = aProject({ access: { shared_with: [newId("workspace"), here] } });
      const lobby = aProject({ workspace_id: here, access: { lobby: true } });
      for (const project of [own, shared, lobby, aProject()]) await stores().projects.create(project);
      expect(await stores().projects.list(here, 10)).toEqual([shared, own]);
      expect(await stores().projects.list(here, 1)).toEqual([shared]);
    });

    test("finds a project by the hash of its join code", async () => {
      const code = { hash: newId("event"), by: "ada", until: AT };
      const project = aProject({ access: { code } });
      await stores().projects.create(project);
      expect(await stores().projects.byCode(code.hash)).toEqual(project);
      expect(await stores().projects.byCode(newId("event"))).toBeUndefined();
    });

    test("counts living entries through making, removing, restoring and renaming", async () => {
      const { session, project } = await aStage(stores());
      const counts = () => stores().projects.counts(project.id);
      const none = { character: 0, scene: 0, location: 0, relationship: 0, prop: 0 };
      expect(await counts()).toEqual(none);
      const ana = anEntry(session, "character", "Ana");
      await makeEntries(stores(), session, ana, anEntry(session, "character", "Bo"));
      await makeEntries(stores(), session, anEntry(session, "scene", "Pier"));
      expect(await counts()).toEqual({ ...none, character: 2, scene: 1 });
      const renamed = revision(session, ana, { name: "Anna" });
      const gone = revision(session, renamed.after, { status: "removed" });
      await commitChanges(stores(), session, [renamed.change]);
      expect((await counts()).character).toBe(2);
      await commitChanges(stores(), session, [gone.change]);
      expect((await counts()).character).toBe(1);
      const back = revision(session, gone.after, { status: "confirmed" }, { action: "restored" });
      await commitChanges(stores(), session, [back.change]);
      expect((await counts()).character).toBe(2);
      expect((await stores().sessions.load(session.id))?.counts).toEqual(await counts());
    });

    test("a change that leaves nothing behind removes the entry", async () => {
      const { session, project } = await aStage(stores());
      const ana = anEntry(session, "character", "Ana");
      await makeEntries(stores(), session, ana);
      const { change } = revision(session, ana, { status: "removed" });
      await commitChanges(stores(), session, [{ ...change, after: null }]);
      expect(await stores().bible.get([ana.id])).toEqual([{ ...ana, status: "removed", version: 2 }]);
      expect((await stores().projects.counts(project.id)).character).toBe(0);
      expect(await stores().bible.change(change.id)).toMatchObject({ after: null });
    });
  });
};
