import { describe, expect, test } from "vitest";
import type { Session } from "../../src/domain/session.ts";
import { AT, aMessage, aRecord, aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

export const messageStoreSuite: StoreSuite = (stores) => {
  const say = async (session: Session, ...texts: string[]) => {
    const messages = texts.map((text) => aMessage(session, { text }));
    for (const reply of messages) await stores().turns.commit(aRecord(session, { reply }));
    return messages;
  };

  describe("messages", () => {
    test("pages back through a session, each page in order of time", async () => {
      const { session } = await aStage(stores());
      const [a, b, c, d] = await say(session, "a", "b", "c", "d");
      await say((await aStage(stores())).session, "elsewhere");
      const page = stores().messages.page;
      expect(await page(session.id, 3)).toEqual([b, c, d]);
      expect(await page(session.id, 3, b?.id)).toEqual([a]);
      expect(await page(session.id, 3, a?.id)).toEqual([]);
      expect(await page(session.id, 3, "msg_never")).toEqual([]);
    });

    test("answers messages in the order asked for", async () => {
      const { session } = await aStage(stores());
      const [a, b] = await say(session, "a", "b");
      expect(await stores().messages.getMany([b?.id ?? "", "msg_never", a?.id ?? ""])).toEqual([b, a]);
      expect(await stores().messages.get("msg_never")).toBeUndefined();
    });

    test("writes a newer version with its frame, and no older one", async () => {
      const { session } = await aStage(stores());
      const [said] = await say(session, "0 of 10");
      if (!said) throw new Error("a message was said");
      const edited = { ...said, version: 3, text: "5 of 10", edited_at: "2026-03-01T10:00:09Z" };
      expect(await stores().messages.update(edited, false)).toBe(true);
      expect(await stores().messages.update({ ...edited, text: "same version" }, false)).toBe(false);
      expect(await stores().messages.update({ ...edited, version: 2 }, false)).toBe(false);
      expect(await stores().messages.get(said.id)).toEqual(edited);
      const feed = await stores().messages.feed(session.id, 0, 10);
      expect(feed.map(({ frame }) => frame)).toEqual([
        { type: "message.created", message: said },
        { type: "message.updated", message: edited },
      ]);
      expect(await stores().messages.update(aMessage(session, { version: 2 }), false)).toBe(false);
    });

    test("of many writers of the same version one wins", async () => {
      const { session } = await aStage(stores());
      const [said] = await say(session, "0 of 10");
      if (!said) throw new Error("a message was said");
      const written = await Promise.all(
        ["a", "b", "c"].map((text) => stores().messages.update({ ...said, version: 2, text }, false)),
      );
      expect(written.filter(Boolean)).toHaveLength(1);
      expect(await stores().messages.feed(session.id, 0, 10)).toHaveLength(2);
    });
  });

  describe("messages: feed", () => {
    test("has growing numbers and goes on after any of them", async () => {
      const { session } = await aStage(stores());
      expect(await stores().messages.lastSeq(session.id)).toBe(0);
      const [, b, c] = await say(session, "a", "b", "c");
      const feed = await stores().messages.feed(session.id, 0, 10);
      const seqs = feed.map(({ seq }) => seq);
      expect(seqs).toEqual([...seqs].sort((x, y) => x - y));
      expect(new Set(seqs).size).toBe(3);
      expect(await stores().messages.lastSeq(session.id)).toBe(seqs[2]);
      const rest = await stores().messages.feed(session.id, seqs[0] ?? 0, 10);
      expect(rest.map(({ frame }) => "message" in frame && frame.message)).toEqual([b, c]);
      expect(await stores().messages.feed(session.id, seqs[0] ?? 0, 1)).toHaveLength(1);
      expect(await stores().messages.feed(session.id, seqs[2] ?? 0, 10)).toEqual([]);
    });

    test("forgets old frames and still knows the last number", async () => {
      const { session } = await aStage(stores());
      await say(session, "a", "b", "c");
      const last = await stores().messages.lastSeq(session.id);
      await stores().messages.prune(new Date(0));
      expect(await stores().messages.feed(session.id, 0, 10)).toHaveLength(3);
      const soon = new Date(Date.now() + 60_000);
      expect(await stores().messages.prune(soon)).toBeGreaterThanOrEqual(2);
      expect(await stores().messages.prune(soon)).toBe(0);
      expect(await stores().messages.lastSeq(session.id)).toBe(last);
      expect(await stores().messages.page(session.id, 10)).toHaveLength(3);
      await say(session, "d");
      expect(await stores().messages.feed(session.id, last, 10)).toHaveLength(1);
    });

    test("stores what is said outside of a turn once, and tells it", async () => {
      const { session } = await aStage(stores());
      const message = aMessage(session);
      const before = await stores().messages.lastSeq(session.id);
      expect(await stores().messages.post(message, true)).toBe(true);
      expect(await stores().messages.post({ ...message, text: "again" }, true)).toBe(false);
      expect(await stores().messages.get(message.id)).toEqual(message);
      const told = await stores().messages.feed(session.id, before, 10);
      expect(told.map(({ frame }) => frame)).toEqual([{ type: "message.created", message }]);
      const due = await stores().deliveries.due(new Date(AT), 1_000);
      expect(due.filter((row) => row.session_id === session.id)).toMatchObject([
        { message_id: message.id, wanted_version: 1, delivered_version: 0 },
      ]);
    });

    test("sends nothing where people read the feed", async () => {
      const { session } = await aStage(stores());
      await stores().messages.post(aMessage(session), false);
      const due = await stores().deliveries.due(new Date(AT), 1_000);
      expect(due.filter((row) => row.session_id === session.id)).toEqual([]);
    });
  });
};
