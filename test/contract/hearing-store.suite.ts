import { describe, expect, test } from "vitest";
import type { Place, Session } from "../../src/domain/session.ts";
import { AT, anEvent, aRecord, aSession, aStage, newId, said } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const at = new Date("2026-03-01T10:00:00Z");
const later = new Date("2026-03-01T10:00:05Z");

export const hearingStoreSuite: StoreSuite = (stores) => {
  const homes = () => {
    const channel: Place = { platform: "discord", workspace: newId("workspace"), channel: "100" };
    return { channel, thread: { ...channel, thread: "200" } };
  };
  const marksOf = async (workspace: string) =>
    (await stores().hearing.marks("discord", new Date(0), 1_000)).filter(
      ({ home }) => home.workspace === workspace,
    );

  describe("marks", () => {
    test("are kept for a channel and for each of its threads, the latest heard first", async () => {
      const { channel, thread } = homes();
      await stores().hearing.keep([
        { home: channel, last: "7", at },
        { home: thread, last: "9", at: later },
      ]);
      expect(await marksOf(channel.workspace)).toEqual([
        { home: thread, last: "9", at: later },
        { home: channel, last: "7", at },
      ]);
    });

    test("never move back, and numbers are compared as numbers", async () => {
      const { channel } = homes();
      await stores().hearing.keep([{ home: channel, last: "99", at }]);
      await stores().hearing.keep([{ home: channel, last: "100", at: later }]);
      await stores().hearing.keep([{ home: channel, last: "98", at: later }]);
      expect(await marksOf(channel.workspace)).toEqual([{ home: channel, last: "100", at: later }]);
    });

    test("of one platform say nothing of another, and are bounded", async () => {
      const { channel } = homes();
      await stores().hearing.keep([{ home: { ...channel, platform: "slack" }, last: "1.5", at }]);
      expect(await marksOf(channel.workspace)).toEqual([]);
      expect(await stores().hearing.marks("slack", new Date(0), 1)).toHaveLength(1);
      expect(await stores().hearing.marks("slack", new Date(0), 0)).toEqual([]);
    });
  });

  test("places of talks without a mark are known from their beginning, while they are open and not long silent", async () => {
    const { project } = await aStage(stores());
    const workspace = newId("workspace");
    const place = { platform: "discord" as const, workspace, channel: "300" };
    await stores().sessions.create(aSession(project, { place }));
    await stores().sessions.create(aSession(project, { place: { ...place, thread: "301" } }));
    await stores().sessions.create(
      aSession(project, { place: { ...place, thread: "302" }, status: "closed" }),
    );
    await stores().hearing.keep([{ home: place, last: "7", at: later }]);
    const begun = new Date(AT);
    expect(await marksOf(workspace)).toEqual([
      { home: place, last: "7", at: later },
      { home: { ...place, thread: "301" }, at: begun },
    ]);
    const since = new Date(begun.getTime() + 1);
    const recent = await stores().hearing.marks("discord", since, 1_000);
    expect(recent.filter(({ home }) => home.workspace === workspace)).toHaveLength(1);
  });

  describe("what stands at a place", () => {
    async function talk() {
      const { project } = await aStage(stores());
      const place = { platform: "discord" as const, workspace: newId("workspace"), channel: "500" };
      const at = async (thread?: string, over: Partial<Session> = {}) => {
        const session = aSession(project, {
          place: thread === undefined ? place : { ...place, thread },
          ...over,
        });
        await stores().sessions.create(session);
        return session;
      };
      const say = async (session: Session, platform_id: string) => {
        const event = { ...anEvent(session), platform_id };
        const message = { ...said(session), platform_id };
        await stores().inbox.add(event, { session_id: session.id, turn_id: newId("turn") }, message);
        return { event, message };
      };
      return { place, at, say };
    }
    const standing = async (home: Place, limit = 50) =>
      [...(await stores().hearing.standing(home, limit))].toSorted();

    test("is told of a thread without the call that opened it, which stands in the channel", async () => {
      const { place, at, say } = await talk();
      const [channel, opened, other] = [await at(), await at("601"), await at("602")];
      for (const [session, id] of [
        [channel, "600"],
        [opened, "601"],
        [opened, "603"],
        [other, "604"],
      ] as const)
        await say(session, id);
      expect(await standing(place)).toEqual(["600", "601"]);
      expect(await standing({ ...place, thread: "601" })).toEqual(["603"]);
      expect(await standing({ ...place, thread: "602" })).toEqual(["604"]);
      expect(await standing({ ...place, workspace: newId("workspace") })).toEqual([]);
    });

    test("is the newest, of a closed session too, with what is put aside and without what was taken back", async () => {
      const { place, at, say } = await talk();
      const channel = await at(undefined, { status: "closed" });
      for (const id of ["700", "701", "702"]) await say(channel, id);
      expect(await standing(place, 1)).toEqual(["701", "702"]);
      const { event, message } = await say(channel, "703");
      const record = aRecord(channel, {
        event_id: event.id,
        updated_messages: [{ ...message, version: 2, taken_back: true }],
      });
      await stores().turns.commit(record);
      await stores().hearing.hold(channel.id, [{ ...anEvent(channel, "missed"), platform_id: "704" }]);
      expect(await standing(place)).toEqual(["700", "701", "702", "704"]);
    });
  });

  describe("what is put aside", () => {
    test("waits in order, once, and not when it is known already", async () => {
      const { session } = await aStage(stores());
      const [known, first, second] = ["known", "first", "second"].map((text) => anEvent(session, text));
      if (!known || !first || !second) throw new Error("three events");
      await stores().inbox.add(known, { session_id: session.id, turn_id: newId("turn") });
      await stores().hearing.hold(session.id, [known, first, second]);
      await stores().hearing.hold(session.id, [first, second]);
      expect(await stores().hearing.nextHeld(session.id, 10)).toEqual([first, second]);
      expect(await stores().hearing.nextHeld(session.id, 1)).toEqual([first]);
      expect(await stores().hearing.held(session.id)).toEqual({
        count: 2,
        first: new Date(first.at),
        last: new Date(second.at),
        people: ["u1"],
      });
    });

    test("follows what people change about it", async () => {
      const { session } = await aStage(stores());
      const [kept, gone] = [anEvent(session, "helo"), anEvent(session, "never mind")];
      await stores().hearing.hold(session.id, [kept, gone]);
      await stores().hearing.amendHeld(kept.id, "hello");
      await stores().hearing.amendHeld(gone.id, null);
      expect(await stores().hearing.nextHeld(session.id, 10)).toEqual([{ ...kept, text: "hello" }]);
    });

    test("is let go, in part or whole, in its own session alone", async () => {
      const { session } = await aStage(stores());
      const { session: other } = await aStage(stores());
      const [one, two] = [anEvent(session, "one"), anEvent(session, "two")];
      await stores().hearing.hold(session.id, [one, two]);
      expect(await stores().hearing.release(other.id, [one.id])).toBe(0);
      expect(await stores().hearing.release(session.id, [one.id])).toBe(1);
      expect(await stores().hearing.release(session.id)).toBe(1);
      expect(await stores().hearing.held(session.id)).toBeUndefined();
    });
  });
};
