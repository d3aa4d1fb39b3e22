import { describe, expect, test } from "vitest";
import { channelKey } from "../../src/domain/session.ts";
import { anEvent, aRecord, aStage, newId, said } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** Events are stored once, with what they say, and wait in order. */
export const inboxSuite: StoreSuite = (stores) => {
  const link = (session: { id: string }) => ({ session_id: session.id, turn_id: newId("turn") });

  describe("inbox", () => {
    test("stores an event with its message and its frame", async () => {
      const { session } = await aStage(stores());
      const event = anEvent(session);
      const message = said(session);
      const linked = link(session);
      expect(await stores().inbox.add(event, linked, message)).toBe(true);
      const stored = { event, ...linked, status: "pending", attempts: 0 };
      expect(await stores().inbox.find(event.id)).toEqual(stored);
      expect(await stores().inbox.next(session.id)).toEqual({ ...stored, more: false });
      expect(await stores().messages.get(message.id)).toEqual(message);
      const feed = await stores().messages.feed(session.id, 0, 10);
      expect(feed.map(({ frame }) => frame)).toEqual([{ type: "message.created", message }]);
    });

    test("answers an event that is first in its line with what its turn begins with", async () => {
      const { session, project } = await aStage(stores());
      const [first, second] = [{ ...anEvent(session), text: "half a \ud83d pair" }, anEvent(session)];
      const linked = link(session);
      const taken = await stores().inbox.take(first, linked, said(session));
      const loaded = await stores().sessions.load(session.id);
      expect(loaded).toMatchObject({ session, project });
      expect(taken).toEqual({ added: true, first: { ...(await stores().inbox.find(first.id)), loaded } });
      expect(await stores().inbox.take(second, link(session), said(session))).toEqual({ added: true });
      expect(await stores().inbox.take(first, link(session), said(session))).toEqual({ added: false });
      await stores().turns.commit(aRecord(session, { event_id: first.id, turn_id: linked.turn_id }));
      expect(await stores().inbox.next(session.id)).toMatchObject({ event: second, more: false });
    });

    test("keeps the order of many that come at once, each once, in several sessions", async () => {
      const [{ session: one }, { session: other }] = [await aStage(stores()), await aStage(stores())];
      const events = Array.from({ length: 70 }, (_, index) => anEvent(index % 3 === 0 ? other : one));
      const add = (event: (typeof events)[number], index: number) =>
        stores().inbox.add(event, link(index % 3 === 0 ? other : one), said(one));
      const twice = await Promise.all([...events.map(add), ...events.slice(0, 2).map(add)]);
      expect(twice).toEqual([...events.map(() => true), false, false]);
      for (const [session, mine] of [
        [one, (index: number) => index % 3 !== 0],
        [other, (index: number) => index % 3 === 0],
      ] as const) {
        const line = await stores().inbox.line(session.id, 100);
        const expected = events.filter((_, index) => mine(index));
        expect(line.map(({ event }) => event)).toEqual(expected);
      }
    });

    test("lets none that is first in its line overtake one of its session that waits to be stored", async () => {
      const [{ session: one }, { session: other }] = [await aStage(stores()), await aStage(stores())];
      const events = Array.from({ length: 3 }, () => anEvent(one));
      const [first, second, third] = events as [(typeof events)[number], ...typeof events];
      await Promise.all([
        stores().inbox.add(anEvent(other), link(other), said(other)),
        stores().inbox.add(first, link(one), said(one)),
        stores().inbox.take(second as typeof first, link(one), said(one)),
        stores().inbox.take(third as typeof first, link(one), said(one)),
      ]);
      expect((await stores().inbox.line(one.id, 10)).map(({ event }) => event)).toEqual(events);
    });

    test("says whether another event waits behind the next", async () => {
      const { session } = await aStage(stores());
      const [first, second] = [anEvent(session), anEvent(session)];
      await stores().inbox.add(first, link(session), said(session));
      await stores().inbox.add(second, link(session), said(session));
      expect(await stores().inbox.next(session.id)).toMatchObject({ event: { id: first.id }, more: true });
      const line = async (limit: number) =>
        (await stores().inbox.line(session.id, limit)).map(({ event }) => event.id);
      expect([await line(5), await line(1)]).toEqual([[first.id, second.id], [first.id]]);
      await stores().inbox.drop(first.id);
      expect(await line(5)).toEqual([second.id]);
      expect(await stores().inbox.next(session.id)).toMatchObject({ event: { id: second.id }, more: false });
    });

    test("says what is first in line in each session of a channel", async () => {
      const { session } = await aStage(stores());
      const other = { ...session, id: newId("session") };
      await stores().sessions.create({ ...other, place: { ...session.place, thread: other.id } });
      const [first, second, apart] = [anEvent(session), anEvent(session), anEvent(session)];
      const inThread = { ...apart, place: { ...session.place, thread: other.id } };
      for (const event of [first, second]) await stores().inbox.add(event, link(session), said(session));
      await stores().inbox.add(inThread, link(other), said(other));
      const underWay = async () =>
        (await stores().inbox.underWay(channelKey(session.place), 10)).map(({ event }) => event.id).sort();
      expect(await underWay()).toEqual([first.id, inThread.id].sort());
      for (const event of [first, inThread]) await stores().inbox.drop(event.id);
      expect(await underWay()).toEqual([second.id]);
      expect(await stores().inbox.underWay("slack T0 nowhere", 10)).toEqual([]);
    });

    test("stores an event that says nothing", async () => {
      const { session } = await aStage(stores());
      const { text: _text, ...base } = anEvent(session);
      const event = { ...base, type: "choice" as const, choice_id: newId("choice") };
      expect(await stores().inbox.add(event, link(session))).toBe(true);
      expect((await stores().inbox.next(session.id))?.event).toEqual(event);
      expect(await stores().messages.feed(session.id, 0, 10)).toEqual([]);
    });

    test("a second delivery changes nothing, pending or answered", async () => {
      const { session } = await aStage(stores());
      const event = anEvent(session);
      const first = link(session);
      await stores().inbox.add(event, first, said(session));
      const again = () => stores().inbox.add({ ...event, text: "other" }, link(session), said(session));
      expect(await again()).toBe(false);
      expect(await stores().inbox.find(event.id)).toMatchObject({ ...first, event });
      await stores().turns.commit(aRecord(session, { event_id: event.id, turn_id: first.turn_id }));
      expect(await again()).toBe(false);
      expect(await stores().inbox.next(session.id)).toBeUndefined();
      expect(await stores().messages.page(session.id, 10)).toHaveLength(2);
    });

    test("of many deliveries at once one is stored", async () => {
      const { session } = await aStage(stores());
      const event = anEvent(session);
      const added = await Promise.all(
        Array.from({ length: 6 }, () => stores().inbox.add(event, link(session), said(session))),
      );
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await stores().messages.page(session.id, 10)).toHaveLength(1);
    });

    test("hands out the oldest pending event of a session, and nothing of another", async () => {
      const { session } = await aStage(stores());
      const other = (await aStage(stores())).session;
      const [first, second, foreign] = [anEvent(session), anEvent(session), anEvent(other)];
      for (const event of [first, second]) await stores().inbox.add(event, link(session), said(session));
      await stores().inbox.add(foreign, link(other), said(other));
      expect((await stores().inbox.next(session.id))?.event.id).toBe(first.id);
      await stores().turns.commit(aRecord(session, { event_id: first.id }));
      expect((await stores().inbox.next(session.id))?.event.id).toBe(second.id);
      expect(await stores().inbox.find(first.id)).toMatchObject({ status: "done" });
    });

    test("names the sessions that wait, each once", async () => {
      const { session } = await aStage(stores());
      const events = [anEvent(session), anEvent(session)];
      for (const event of events) await stores().inbox.add(event, link(session), said(session));
      const waiting = await stores().inbox.waiting();
      expect(waiting.filter((id) => id === session.id)).toEqual([session.id]);
      for (const event of events) await stores().turns.commit(aRecord(session, { event_id: event.id }));
      expect(await stores().inbox.waiting()).not.toContain(session.id);
    });

    test("counts failed tries", async () => {
      const { session } = await aStage(stores());
      const event = anEvent(session);
      await stores().inbox.add(event, link(session), said(session));
      expect(await stores().inbox.failed(event.id)).toBe(1);
      expect(await stores().inbox.failed(event.id)).toBe(2);
      expect(await stores().inbox.next(session.id)).toMatchObject({ attempts: 2, status: "pending" });
    });

    test("knows nothing of an event it never saw", async () => {
      expect(await stores().inbox.find("web:message:never")).toBeUndefined();
    });
  });
};
