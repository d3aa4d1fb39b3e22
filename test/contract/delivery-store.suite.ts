import { afterEach, describe, expect, test } from "vitest";
import type { Session } from "../../src/domain/session.ts";
import { aRecord, aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const NOW = new Date("2026-03-01T10:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

/** The outbox: what must still be sent, when, and how often that was tried. */
export const deliveryStoreSuite: StoreSuite = (stores) => {
  const sent: string[] = [];
  const reply = async (session: Session, deliver = true) => {
    const record = aRecord(session, { deliver });
    await stores().turns.commit(record);
    sent.push(record.reply.id);
    return record.reply;
  };
  const due = async (now: Date, ...sessions: Session[]) => {
    const ids = new Set(sessions.map((session) => session.id));
    return (await stores().deliveries.due(now, 100)).filter((row) => ids.has(row.session_id));
  };
  const dueIds = async (now: Date, ...sessions: Session[]) =>
    (await due(now, ...sessions)).map((row) => row.message_id);

  afterEach(async () => {
    for (const id of sent.splice(0)) await stores().deliveries.dead(id, "the test is over");
  });

  describe("deliveries", () => {
    test("a reply that must be sent is due until it is delivered", async () => {
      const { session } = await aStage(stores());
      const message = await reply(session);
      await reply(session, false);
      const row = { message_id: message.id, session_id: session.id, attempts: 0 };
      expect(await due(NOW, session)).toEqual([{ ...row, wanted_version: 1, delivered_version: 0 }]);
      await stores().deliveries.delivered(message.id, 1, "17.2");
      expect(await due(NOW, session)).toEqual([]);
    });

    test("many that are delivered at once are each noted, the newest state of one that changed meanwhile", async () => {
      const { session } = await aStage(stores());
      const replies = [];
      for (let index = 0; index < 4; index += 1) replies.push(await reply(session));
      const [first, ...rest] = replies.map(({ id }) => id);
      const { deliveries, messages } = stores();
      await messages.update({ ...replies[0], version: 3, text: "changed" } as (typeof replies)[0], true);
      const noted = [
        deliveries.delivered("msg_unknown", 1, "0"),
        ...rest.map((id, index) => deliveries.delivered(id, 1, `17.${index}`)),
        deliveries.delivered(first ?? "", 2, "18.1"),
        deliveries.delivered(first ?? "", 1, "18.1"),
      ];
      await Promise.all(noted);
      const row = { message_id: first, session_id: session.id, attempts: 0, platform_id: "18.1" };
      expect(await due(NOW, session)).toEqual([{ ...row, wanted_version: 3, delivered_version: 2 }]);
    });

    test("a reply is clear to be sent while nothing of its session waits, is shown or was lost", async () => {
      const { session } = await aStage(stores());
      const clear = async (over = {}) => {
        const record = aRecord(session, { deliver: true, ...over });
        sent.push(record.reply.id);
        const written = await stores().turns.commit(record);
        return { id: record.reply.id, clear: written?.clear };
      };
      const first = await clear();
      expect(first.clear).toBe(true);
      expect((await clear()).clear, "the first one is not posted").toBe(false);
      for (const id of sent) await stores().deliveries.delivered(id, 1, "17.2");
      const shown = aRecord(session).reply;
      await stores().drafts.begin(shown.id, session.id, NOW);
      expect((await clear({ reply: shown })).clear, "its first words are there").toBe(false);
      await stores().deliveries.dead(shown.id, "gone", true);
      expect((await clear()).clear, "one was lost").toBe(false);
      for (const id of sent) await stores().deliveries.delivered(id, 1, "17.2");
      await stores().deliveries.told([shown.id]);
      expect((await clear()).clear).toBe(true);
    });

    test("an edit makes it due again, for its newest version, under the platform's id", async () => {
      const { session } = await aStage(stores());
      const message = await reply(session);
      await stores().deliveries.delivered(message.id, 1, "17.2");
      await stores().messages.update({ ...message, version: 2 }, true);
      await stores().messages.update({ ...message, version: 4 }, true);
      await stores().messages.update({ ...message, version: 3 }, true);
      const [row] = await due(NOW, session);
      expect(row).toMatchObject({ wanted_version: 4, delivered_version: 1, platform_id: "17.2" });
      await stores().messages.update({ ...message, version: 5 }, false);
      expect(await due(NOW, session)).toEqual([row]);
      await stores().deliveries.delivered(message.id, 5, "17.2");
      expect(await due(NOW, session)).toEqual([]);
    });

    test("an edit while the reply is under way is sent after it", async () => {
      const { session } = await aStage(stores());
      const message = await reply(session);
      await stores().messages.update({ ...message, version: 2 }, true);
      await stores().deliveries.delivered(message.id, 1, "17.2");
      expect(await due(NOW, session)).toMatchObject([{ wanted_version: 2, delivered_version: 1 }]);
    });

    test("a turn that draws a sent message anew has it edited", async () => {
      const { session } = await aStage(stores());
      const message = await reply(session);
      await stores().deliveries.delivered(message.id, 1, "17.2");
      const next = aRecord(session, { updated_messages: [{ ...message, version: 2 }] });
      await stores().turns.commit(next);
      expect(await due(NOW, session)).toMatchObject([{ message_id: message.id, wanted_version: 2 }]);
    });

    test("waits until its time after a failure, and counts its tries", async () => {
      const { session } = await aStage(stores());
      const message = await reply(session);
      await stores().deliveries.retryAt(message.id, later(5), "slow down");
      expect(await due(later(4), session)).toEqual([]);
      expect(await due(later(5), session)).toMatchObject([{ attempts: 1 }]);
      await stores().deliveries.retryAt(message.id, later(9), "slow down");
      expect(await due(later(9), session)).toMatchObject([{ attempts: 2 }]);
      await stores().deliveries.delivered(message.id, 1, "17.2");
      await stores().messages.update({ ...message, version: 2 }, true);
      expect(await due(NOW, session)).toMatchObject([{ attempts: 0 }]);
    });

    test("comes oldest first, and a later line never overtakes one of its session that waits", async () => {
      const { session } = await aStage(stores());
      const other = (await aStage(stores())).session;
      const first = await reply(session);
      const foreign = await reply(other);
      const second = await reply(session);
      expect(await dueIds(NOW, session, other)).toEqual([first.id, foreign.id, second.id]);
      expect(await stores().deliveries.due(NOW, 2)).toHaveLength(2);
      await stores().deliveries.retryAt(first.id, later(5), "slow down");
      expect(await dueIds(NOW, session, other)).toEqual([foreign.id]);
      expect(await dueIds(later(5), session, other)).toEqual([first.id, foreign.id, second.id]);
      await stores().deliveries.dead(first.id, "the channel is gone");
      expect(await dueIds(NOW, session, other)).toEqual([foreign.id, second.id]);
    });

    test("an edit that waits holds nobody up, and its waiting is no try", async () => {
      const { session } = await aStage(stores());
      const first = await reply(session);
      await stores().deliveries.delivered(first.id, 1, "17.2");
      await stores().messages.update({ ...first, version: 2 }, true);
      await stores().deliveries.postpone(first.id, later(20));
      const second = await reply(session);
      expect(await dueIds(NOW, session)).toEqual([second.id]);
      await stores().deliveries.retryAt(second.id, later(5), "slow down");
      expect(await stores().deliveries.nextDue()).toEqual(later(5));
      expect(await due(later(20), session)).toMatchObject([
        { message_id: first.id, attempts: 0, platform_id: "17.2" },
        { message_id: second.id, attempts: 1 },
      ]);
    });

    test("what is given up is never tried again", async () => {
      const { session } = await aStage(stores());
      const message = await reply(session);
      await stores().deliveries.dead(message.id, "the channel is gone");
      await stores().messages.update({ ...message, version: 2 }, true);
      expect(await due(later(9_999), session)).toEqual([]);
    });

    test("what is under way is left out, and what comes after it comes", async () => {
      const { session } = await aStage(stores());
      const first = await reply(session);
      const second = await reply(session);
      const ids = async (except: string[]) =>
        (await stores().deliveries.due(NOW, 100, except))
          .filter((row) => row.session_id === session.id)
          .map((row) => row.message_id);
      expect(await ids([first.id, "msg_unknown"])).toEqual([second.id]);
      expect(await ids([second.id])).toEqual([first.id]);
      expect(await ids([first.id, second.id])).toEqual([]);
    });

    test("what was given up is kept in mind until its people are told", async () => {
      const { session } = await aStage(stores());
      const lost = [await reply(session), await reply(session)].map(({ id }) => id);
      const quiet = await reply(session);
      for (const id of lost) await stores().deliveries.dead(id, "too strange", true);
      await stores().deliveries.dead(quiet.id, "nobody waits for it");
      const next = await reply(session);
      expect(await due(NOW, session)).toMatchObject([{ message_id: next.id, lost: 2 }]);
      expect(await stores().deliveries.untold(session.id, 1)).toEqual(lost.slice(0, 1));
      expect(await stores().deliveries.untold(session.id, 9)).toEqual(lost);
      await stores().deliveries.told(lost);
      expect(await stores().deliveries.untold(session.id, 9)).toEqual([]);
      expect((await due(NOW, session))[0]).not.toHaveProperty("lost");
    });

    test("says when the next row falls due", async () => {
      expect(await stores().deliveries.nextDue()).toBeUndefined();
      const { session } = await aStage(stores());
      const first = await reply(session);
      await reply(session);
      expect((await stores().deliveries.nextDue())?.getTime()).toBeLessThanOrEqual(NOW.getTime());
      await stores().deliveries.retryAt(first.id, later(5), "slow down");
      expect(await stores().deliveries.nextDue()).toEqual(later(5));
      const other = (await aStage(stores())).session;
      const foreign = await reply(other);
      await stores().deliveries.retryAt(foreign.id, later(3), "slow down");
      expect(await stores().deliveries.nextDue()).toEqual(later(3));
      const behind = await reply(other);
      await stores().deliveries.retryAt(behind.id, later(4), "slow down");
      expect(await stores().deliveries.nextDue(later(3)), "also of what stands behind another").toEqual(
        later(4),
      );
    });
  });
};
