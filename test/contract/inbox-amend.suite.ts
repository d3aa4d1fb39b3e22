import { describe, expect, test } from "vitest";
import type { Session } from "../../src/domain/session.ts";
import { anEvent, aRecord, aStage, newId, said } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** People change or take back what they said: that holds for what waits, never for what is answered. */
export const inboxAmendSuite: StoreSuite = (stores) => {
  const tell = async (session: Session) => {
    const event = anEvent(session);
    const message = said(session);
    const link = { session_id: session.id, turn_id: newId("turn") };
    await stores().inbox.add(event, link, message);
    return { event, message, link };
  };
  const answer = (session: Session, event: { id: string }) =>
    stores().turns.commit(aRecord(session, { event_id: event.id }));

  describe("inbox: replaceText", () => {
    test("replaces the text of the event and of its message, and tells those who watch", async () => {
      const { session } = await aStage(stores());
      const { event, message } = await tell(session);
      expect(await stores().inbox.replaceText(event.id, "Create Sara")).toBe(true);
      expect((await stores().inbox.find(event.id))?.event).toEqual({ ...event, text: "Create Sara" });
      const edited = { ...message, text: "Create Sara", version: 2 };
      expect(await stores().messages.get(message.id)).toEqual(edited);
      const feed = await stores().messages.feed(session.id, 0, 10);
      expect(feed.at(-1)?.frame).toEqual({ type: "message.updated", message: edited });
    });

    test("leaves alone what is answered, unknown, or no message", async () => {
      const { session } = await aStage(stores());
      const { event, message } = await tell(session);
      await answer(session, event);
      expect(await stores().inbox.replaceText(event.id, "late")).toBe(false);
      expect(await stores().messages.get(message.id)).toEqual(message);
      expect(await stores().inbox.replaceText("web:message:never", "x")).toBe(false);
      const command = {
        ...anEvent(session),
        type: "command" as const,
        command: "bulk",
        options: { count: 3 },
      };
      await stores().inbox.add(command, { session_id: session.id, turn_id: newId("turn") }, said(session));
      expect(await stores().inbox.replaceText(command.id, "x")).toBe(false);
      expect((await stores().inbox.find(command.id))?.event).toEqual(command);
    });
  });

  describe("inbox: drop", () => {
    test("takes away a pending event, its message and its frame", async () => {
      const { session } = await aStage(stores());
      const kept = await tell(session);
      const { event, message } = await tell(session);
      expect(await stores().inbox.drop(event.id)).toBe(true);
      expect((await stores().inbox.next(session.id))?.event.id).toBe(kept.event.id);
      expect(await stores().messages.get(message.id)).toBeUndefined();
      const feed = await stores().messages.feed(session.id, 0, 10);
      expect(feed.map(({ frame }) => frame)).toEqual([{ type: "message.created", message: kept.message }]);
    });

    test("leaves nothing in the feed of what it said before it was changed", async () => {
      const { session } = await aStage(stores());
      const { event } = await tell(session);
      await stores().inbox.replaceText(event.id, "Create Sara");
      expect(await stores().inbox.drop(event.id)).toBe(true);
      expect(await stores().messages.feed(session.id, 0, 10)).toEqual([]);
    });

    test("a dropped event is not stored again, and its turn is not committed any more", async () => {
      const { session } = await aStage(stores());
      const { event, link } = await tell(session);
      await stores().inbox.drop(event.id);
      expect(await stores().inbox.add(event, link, said(session))).toBe(false);
      expect(await answer(session, event)).toBeUndefined();
      expect(await stores().messages.page(session.id, 10)).toEqual([]);
      expect(await stores().inbox.find(event.id)).toMatchObject({ status: "done", event: { text: "" } });
      expect(await stores().inbox.waiting()).not.toContain(session.id);
    });

    test("leaves alone what is answered, dropped or unknown", async () => {
      const { session } = await aStage(stores());
      const { event, message } = await tell(session);
      await answer(session, event);
      expect(await stores().inbox.drop(event.id)).toBe(false);
      expect(await stores().messages.get(message.id)).toEqual(message);
      const dropped = await tell(session);
      await stores().inbox.drop(dropped.event.id);
      expect(await stores().inbox.drop(dropped.event.id)).toBe(false);
      expect(await stores().inbox.drop("web:message:never")).toBe(false);
    });
  });
};
