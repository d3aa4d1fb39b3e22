import { describe, expect, test } from "vitest";
import { aRecord, aStage, newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const NOW = new Date("2026-03-01T10:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

/** Replies that are shown while they are written, until their last state is delivered. */
export const draftStoreSuite: StoreSuite = (stores) => {
  describe("drafts", () => {
    test("one that was begun is answered to whoever begins it again, with where it is", async () => {
      const { session } = await aStage(stores());
      const id = newId("message");
      expect(await stores().drafts.begin(id, session.id, NOW)).toBeUndefined();
      expect(await stores().drafts.begin(id, session.id, later(5))).toEqual({
        message_id: id,
        session_id: session.id,
        begun: NOW,
      });
      await stores().drafts.posted(id, "17.2");
      expect(await stores().drafts.begin(id, session.id, later(9))).toMatchObject({
        platform_id: "17.2",
        begun: NOW,
      });
      await stores().drafts.forget(id);
      expect(await stores().drafts.begin(id, session.id, later(9))).toBeUndefined();
    });

    test("the reply's first delivery says that it was drafted, and where", async () => {
      const { session } = await aStage(stores());
      const due = async () =>
        (await stores().deliveries.due(NOW, 100)).find((row) => row.session_id === session.id);
      const record = aRecord(session, { deliver: true });
      await stores().drafts.begin(record.reply.id, session.id, NOW);
      await stores().turns.commit(record);
      expect(await due()).toMatchObject({ drafted: true, delivered_version: 0 });
      expect(await due()).not.toHaveProperty("platform_id");
      await stores().drafts.posted(record.reply.id, "17.2");
      expect(await due()).toMatchObject({ drafted: true, platform_id: "17.2" });
      await stores().deliveries.delivered(record.reply.id, 1, "17.2");
      await stores().drafts.forget(record.reply.id);
      await stores().messages.update({ ...record.reply, version: 2 }, true);
      expect(await due()).toMatchObject({ platform_id: "17.2" });
      expect(await due()).not.toHaveProperty("drafted");
      await stores().deliveries.dead(record.reply.id, "the test is over");
    });

    test("one waits for the replies of its session that are not posted", async () => {
      const { session } = await aStage(stores());
      const [id, known] = [newId("message"), newId("message")];
      const begin = (draft: string) => stores().drafts.begin(draft, session.id, NOW);
      await begin(known);
      const record = aRecord(session, { deliver: true });
      await stores().turns.commit(record);
      expect(await begin(id)).toBe("later");
      expect(await begin(known)).toBe("later");
      expect(await begin(record.reply.id)).toBeUndefined();
      await stores().drafts.posted(known, "17.1");
      expect(await begin(known)).toMatchObject({ platform_id: "17.1" });
      await stores().deliveries.delivered(record.reply.id, 1, "17.2");
      expect(await begin(id)).toBeUndefined();
    });

    test("those are abandoned whose reply was never made and is not being made", async () => {
      const { session } = await aStage(stores());
      const [gone, young] = [newId("message"), newId("message")];
      await stores().drafts.begin(gone, session.id, NOW);
      await stores().drafts.begin(young, session.id, later(60));
      const made = aRecord(session, { deliver: true });
      await stores().drafts.begin(made.reply.id, session.id, NOW);
      await stores().turns.commit(made);
      const abandoned = async () =>
        (await stores().drafts.abandoned(later(30), 100))
          .filter((draft) => draft.session_id === session.id)
          .map((draft) => draft.message_id);
      expect(await abandoned()).toEqual([gone]);
      const event = {
        type: "message" as const,
        id: newId("event"),
        place: session.place,
        person: { id: "u1", role: "writer" as const },
        at: NOW.toISOString(),
        text: "write",
      };
      await stores().inbox.add(event, { session_id: session.id, turn_id: newId("turn") });
      expect(await abandoned()).toEqual([]);
      await stores().deliveries.dead(made.reply.id, "the test is over");
    });
  });
};
