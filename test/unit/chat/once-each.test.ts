import { expect, test } from "vitest";
import { onceEach } from "../../../src/chat/once-each.ts";
import type { Block } from "../../../src/chat/reply.ts";
import { choice } from "../../contract/platform-room.ts";

test("a choice that is offered twice in a message stands where it came first", () => {
  const block = (...ids: string[]): Block => ({ type: "choices", choices: ids.map((id) => choice(id, id)) });
  const text: Block = { type: "text", text: "a" };
  expect(onceEach([block("a", "b", "a"), text, block("b", "c")])).toEqual([
    block("a", "b"),
    text,
    block("c"),
  ]);
});
