import { describe, expect, test } from "vitest";
import type { Choice } from "../../src/domain/choice.ts";
import type { Session } from "../../src/domain/session.ts";
import { aRecord, aStage, newId } from "./samples.ts";
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
  });
};
