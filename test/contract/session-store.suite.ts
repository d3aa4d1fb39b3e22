import { describe, expect, test } from "vitest";
import { NO_COUNTS } from "../../src/domain/bible/kinds.ts";
import { NO_TALLIES } from "../../src/domain/bible/tallies.ts";
import { ConflictError } from "../../src/domain/errors.ts";
import type { Place } from "../../src/domain/session.ts";
import { anEntry, commitChanges, creation, revision } from "./bible-samples.ts";
import { aProject, aRecord, aSession, aStage, newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const aChannel = (): Place => ({ platform: "slack", workspace: "T1", channel: newId("event") });

export const sessionStoreSuite: StoreSuite = (stores) => {
  describe("sessions", () => {
    test("is found by id and by its place, as long as it is open", async () => {
      const place = { ...aChannel(), thread: "17.1" };
      const session = aSession(aProject(), { place });
      await stores().sessions.create(session);
      expect(await stores().sessions.get(session.id)).toEqual(session);
      expect(await stores().sessions.at(place)).toEqual(session);
      expect(await stores().sessions.at({ ...place, thread: "17.2" })).toBeUndefined();
      expect(await stores().sessions.at({ ...place, workspace: "T2" })).toBeUndefined();
      expect(await stores().sessions.at({ ...place, platform: "discord" })).toBeUndefined();
      await stores().turns.commit(aRecord({ ...session, status: "closed" }));
      expect(await stores().sessions.at(place)).toBeUndefined();
    });

    test("a place has one open session, also when two ask at once", async () => {
      const project = aProject();
      const place = aChannel();
      const results = await Promise.allSettled(
        Array.from({ length: 3 }, () => stores().sessions.create(aSession(project, { place }))),
      );
      const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
      expect(refused).toHaveLength(2);
      for (const error of refused) expect(error).toBeInstanceOf(ConflictError);
      await stores().sessions.create(aSession(project, { place: { ...place, thread: "17.1" } }));
      await stores().sessions.create(aSession(project, { place, status: "closed" }));
    });

    test("tells which session is the channel's, or else any thread's in it", async () => {
      const project = aProject();
      const channel = aChannel();
      const inThread = { ...channel, thread: "17.9" };
      expect(await stores().sessions.inChannel(inThread)).toBeUndefined();
      const thread = aSession(project, { place: { ...channel, thread: "17.1" } });
      await stores().sessions.create(thread);
      expect(await stores().sessions.inChannel(inThread)).toEqual(thread);
      const own = aSession(project, { place: channel });
      await stores().sessions.create(own);
      expect(await stores().sessions.inChannel(inThread)).toEqual(own);
      expect(await stores().sessions.inChannel(aChannel())).toBeUndefined();
    });

    test("a closed session still has its place, and a channel's own still tells its project", async () => {
      const project = aProject();
      const place = aChannel();
      const closed = aSession(project, { place, status: "closed" });
      const thread = aSession(aProject(), { place: { ...place, thread: "17.1" } });
      for (const one of [closed, thread]) await stores().sessions.create(one);
      expect(await stores().sessions.at(place)).toBeUndefined();
      expect(await stores().sessions.everAt(place)).toEqual(closed);
      expect(await stores().sessions.inChannel(thread.place)).toEqual(closed);
      const open = aSession(project, { place });
      await stores().sessions.create(open);
      expect(await stores().sessions.everAt(place)).toEqual(open);
      expect(await stores().sessions.inChannel(place)).toEqual(open);
      expect(await stores().sessions.openIn(place, project.id, 10)).toEqual([open]);
      expect(await stores().sessions.openIn(place, thread.project_id, 10)).toEqual([thread]);
      expect(await stores().sessions.openIn(aChannel(), project.id, 10)).toEqual([]);
    });

    test("loads what a turn begins with", async () => {
      const { session, project } = await aStage(stores());
      expect(await stores().sessions.load(session.id)).toEqual({
        session,
        project,
        counts: NO_COUNTS,
        tallies: NO_TALLIES,
        revision: 0,
      });
      expect(await stores().sessions.load("ses_never")).toBeUndefined();
    });

    test("tells a state from the same state later: its revision rises with every change and never returns", async () => {
      const { session } = await aStage(stores());
      const { session: other } = await aStage(stores());
      const loaded = async () => {
        const { counts, revision = 0 } = (await stores().sessions.load(session.id)) ?? {};
        return { counts, revision };
      };
      const empty = await loaded();
      const made = anEntry(session, "character", "Sarah");
      const change = creation(session, made);
      await commitChanges(stores(), session, [change]);
      const after = await loaded();
      expect(after.revision).toBeGreaterThan(empty.revision);
      const gone = revision(session, made, { status: "removed" }, { action: "removed", undoes: change.id });
      await commitChanges(stores(), session, [gone.change], [change.id]);
      const undone = await loaded();
      expect(undone.counts).toEqual(empty.counts);
      expect(undone.revision).toBeGreaterThan(after.revision);
      expect((await stores().projects.totals(session.project_id)).revision).toBe(undone.revision);
      expect((await stores().sessions.load(other.id))?.revision).toBe(0);
    });

    test("lists the latest talk first, by workspace, project and person", async () => {
      const { session, project } = await aStage(stores());
      const quiet = aSession(project, { created_by: "u2", created_at: "2026-03-01T09:00:00Z" });
      const other = aSession(aProject({ workspace_id: project.workspace_id }), {
        created_at: "2026-03-01T09:30:00Z",
      });
      for (const one of [quiet, other]) await stores().sessions.create(one);
      const all = { workspace_id: project.workspace_id };
      const list = stores().sessions.list;
      expect(await list(all, 10)).toEqual([session, other, quiet]);
      expect(await list(all, 1)).toEqual([session]);
      expect(await list({ ...all, project_id: project.id }, 10)).toEqual([session, quiet]);
      expect(await list({ ...all, created_by: "u2" }, 10)).toEqual([quiet]);
      expect(await list({ workspace_id: "wsp_never", project_id: project.id }, 10)).toEqual([]);
      const talked = { ...quiet, last_message_at: "2026-03-01T11:00:00.5Z" };
      await stores().turns.commit(aRecord(talked));
      expect(await list(all, 10)).toEqual([talked, session, other]);
    });
  });
};
