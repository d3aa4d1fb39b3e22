import { describe, expect, test } from "vitest";
import type { TurnRecord } from "../../src/chat/turn-record.ts";
import type { Choice } from "../../src/domain/choice.ts";
import { ConflictError } from "../../src/domain/errors.ts";
import type { Session } from "../../src/domain/session.ts";
import { AT, aRecord, aStage, newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

export const aChoice = (session: Session, over: Partial<Choice> = {}): Choice => ({
  id: newId("choice"),
  session_id: session.id,
  turn_id: newId("turn"),
  state: "open",
  label: "Add a scene",
  description: "Where they meet",
  category: "recommended",
  action: { type: "command", command: "scene", options: { name: "Diner" } },
  ...over,
});

export const choiceStoreSuite: StoreSuite = (stores) => {
  describe("choices", () => {
    test("stores choices with the message that shows them, and forms", async () => {
      const { session } = await aStage(stores());
      const choice = aChoice(session);
      const form = {
        id: newId("form"),
        session_id: session.id,
        action: { type: "command" as const, command: "character", options: { edit: true } },
      };
      const record = aRecord(session, { choices: [choice], forms: [form] });
      await stores().turns.commit(record);
      expect(await stores().choices.get(choice.id)).toEqual({ choice, message_id: record.reply.id });
      const { id: _id, ...rest } = form;
      expect(await stores().choices.form(form.id)).toEqual(rest);
      expect(await stores().choices.get(form.id)).toBeUndefined();
      expect(await stores().choices.form(choice.id)).toBeUndefined();
    });

    test("marks the pressed choice and writes the message that shows it anew", async () => {
      const { session } = await aStage(stores());
      const choice = aChoice(session);
      const offered = aRecord(session, { choices: [choice] });
      await stores().turns.commit(offered);
      const shown = { ...offered.reply, version: 2, text: "pressed" };
      await stores().turns.commit(
        aRecord(session, { pressed: { choice_id: choice.id, by: "u2" }, updated_messages: [shown] }),
      );
      const stored = await stores().choices.get(choice.id);
      expect(stored?.choice).toEqual({ ...choice, state: "pressed", pressed_by: "u2" });
      expect(await stores().messages.get(shown.id)).toEqual(shown);
    });

    test("is taken once: who comes second writes nothing", async () => {
      const { session } = await aStage(stores());
      const choice = aChoice(session);
      await stores().turns.commit(aRecord(session, { choices: [choice] }));
      const press = (by: string, by_name: string) =>
        aRecord(session, { pressed: { choice_id: choice.id, by, by_name } });
      const records = [press("u2", "Ana"), press("u3", "Bo")];
      const ends = await Promise.allSettled(records.map((record) => stores().turns.commit(record)));
      expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      const first = ends.findIndex(({ status }) => status === "fulfilled");
      expect(ends[1 - first]).toMatchObject({ reason: expect.any(ConflictError) });
      expect((await stores().choices.get(choice.id))?.choice).toMatchObject({
        state: "pressed",
        pressed_by: ["u2", "u3"][first],
        pressed_by_name: ["Ana", "Bo"][first],
      });
      const lost = records[1 - first];
      expect(lost && (await stores().messages.get(lost.reply.id))).toBeUndefined();
    });

    test("that is computed is stored by the press that takes it, once", async () => {
      const { session } = await aStage(stores());
      const { state: _open, ...offer } = aChoice(session, { id: `nxt_${newId("choice")}` });
      const pressed = { choice_id: offer.id, by: "u2", by_name: "Ana" };
      const computed: Choice = { ...offer, state: "pressed", pressed_by: "u2", pressed_by_name: "Ana" };
      const record = aRecord(session, { pressed: { ...pressed, computed } });
      await stores().turns.commit(record);
      expect(await stores().choices.get(offer.id)).toEqual({ choice: computed, message_id: record.reply.id });
      await expect(
        stores().turns.commit(aRecord(session, { pressed: { ...pressed, by: "u3", computed } })),
      ).rejects.toThrow(ConflictError);
    });

    test("a round is written whole with its message, or not at all when the message has moved on", async () => {
      const { session } = await aStage(stores());
      const [one, other] = [
        aChoice(session, { decides: true }),
        aChoice(session, { decides: true, needed: 2 }),
      ];
      const offered = aRecord(session, { choices: [one, other] });
      await stores().turns.commit(offered);
      const { id: message_id, version } = offered.reply;
      const vote = { by: "u2", by_name: "Ana", at: AT };
      const round = (choices: NonNullable<TurnRecord["round"]>["choices"], at = version) =>
        aRecord(session, {
          round: { message_id, version: at, choices },
          updated_messages: [{ ...offered.reply, version: at + 1 }],
        });
      await stores().turns.commit(
        round([
          { id: one.id, state: "open", votes: [vote], needed: 3 },
          { id: other.id, state: "open" },
        ]),
      );
      expect((await stores().choices.get(one.id))?.choice).toEqual({ ...one, votes: [vote], needed: 3 });
      expect((await stores().choices.get(other.id))?.choice).not.toHaveProperty("needed");
      await expect(stores().turns.commit(round([{ id: one.id, state: "open" }]))).rejects.toThrow(
        ConflictError,
      );
      expect((await stores().choices.get(one.id))?.choice.votes).toEqual([vote]);
      await stores().turns.commit(round([{ id: other.id, state: "expired" }], version + 1));
      expect((await stores().choices.get(other.id))?.choice.state).toBe("expired");
      await expect(
        stores().turns.commit(aRecord(session, { pressed: { choice_id: other.id, by: "u2" } })),
      ).rejects.toThrow(ConflictError);
    });

    test("what is told to one person alone is answered, and in no record of the talk", async () => {
      const { session } = await aStage(stores());
      const record = aRecord(session, { private: true, frames: [] });
      await stores().turns.commit(record);
      expect(await stores().turns.findByEvent(record.event_id)).toMatchObject({
        private: true,
        reply: { text: record.reply.text },
      });
      expect(await stores().messages.get(record.reply.id)).toBeUndefined();
      expect(await stores().messages.page(session.id, 10)).toEqual([]);
    });
  });
};
