import { expect, test } from "vitest";
import { toldAlone } from "../../../src/chat/told-alone.ts";
import type { TurnView } from "../../../src/chat/turn-record.ts";

test("what one person is told keeps its headings and its lists", () => {
  const blocks: TurnView["reply"]["blocks"] = [
    { type: "card", title: "Who may do what", fields: [{ name: "admin", value: "Ana" }] },
    { type: "list", title: "Sessions", items: ["one", "two"] },
  ];
  expect(toldAlone({ reply: { message_id: "msg_1", text: "plain", blocks } })).toBe(
    "**Who may do what**\n**admin:** Ana\n\n**Sessions**\n- one\n- two",
  );
  expect(toldAlone({ reply: { message_id: "msg_1", text: "plain", blocks: [] } })).toBe("plain");
});
