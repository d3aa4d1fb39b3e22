import { expect, it } from "vitest";
import { peopleOf, whatWasSaid } from "../../../src/chat/people.ts";
import { saidIdOf } from "../../../src/chat/turn-ids.ts";
import type { Message } from "../../../src/domain/message.ts";

const HERE = { id: "ana", name: "Ana", role: "writer" } as const;
const AT = "2026-08-01T10:00:00.000Z";

/** A message store of these messages that counts how often it is asked. */
function source(...messages: Partial<Message>[]) {
  const asked: (readonly string[])[] = [];
  return {
    asked,
    getMany: async (ids: readonly string[]) => {
      asked.push(ids);
      return messages
        .map((one) => ({ session_id: "s", role: "person", text: "", version: 1, at: AT, ...one }) as Message)
        .filter((message) => ids.includes(message.id));
    },
  };
}

it("takes names from the changes themselves without a read", async () => {
  const messages = source();
  const nameOf = await peopleOf(
    messages,
    [{ by: "bo", by_name: "Bo", turn_id: "trn_1" }, { by: "backlot" }],
    HERE,
  );
  expect(["ana", "bo", "backlot", "zoe"].map(nameOf)).toEqual(["Ana", "Bo", "Backlot", "zoe"]);
  expect(messages.asked).toEqual([]);
});

it("takes the newest name, and finds older ones in one read of what was said", async () => {
  const messages = source({ id: saidIdOf("trn_1"), user_id: "cy", user_name: "Cy" });
  const wrote = [
    { by: "bo", by_name: "Bo Now" },
    { by: "bo", by_name: "Bo Then" },
    { by: "cy", turn_id: "trn_1" },
    { by: "dee", turn_id: "trn_2" },
  ];
  const nameOf = await peopleOf(messages, wrote, HERE);
  expect(["bo", "cy", "dee"].map(nameOf)).toEqual(["Bo Now", "Cy", "dee"]);
  expect(messages.asked).toEqual([[saidIdOf("trn_1"), saidIdOf("trn_2")]]);
});

it("reads the messages that prove something, whose speaker it then knows", async () => {
  const messages = source({ id: "msg_9", user_id: "eve", user_name: "Eve", text: "make her 29" });
  const evidence = { quote: "29", message_id: "msg_9", start: 9, end: 11 };
  const { nameOf, wordsOf } = await whatWasSaid(messages, [{ by: "ana", evidence }], HERE);
  expect([nameOf("eve"), wordsOf("msg_9"), wordsOf("msg_8")]).toEqual(["Eve", "make her 29", undefined]);
});
