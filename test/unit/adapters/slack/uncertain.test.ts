import { expect, test } from "vitest";
import { createUncertain } from "../../../../src/adapters/slack/uncertain.ts";
import type { ChatMessage } from "../../../../src/chat/chat-message.ts";
import { reply } from "../../../contract/platform-room.ts";
import { StillClock } from "../../../support/stage.ts";

function begin() {
  const clock = new StillClock();
  const before = made(clock);
  clock.pass(1);
  const uncertain = createUncertain(clock);
  clock.pass(60_000);
  const send = (message: ChatMessage) =>
    uncertain.sending(async () => (uncertain.mayBeThere(message) ? "looks" : "posts"));
  return { clock, before, uncertain, send };
}

const made = (clock: StillClock): ChatMessage => ({ ...reply("x"), at: clock.now().toISOString() });

test("what is sent at once is posted without a look, what a former life made is looked for", async () => {
  const { clock, before, send } = begin();
  expect(await send(made(clock))).toBe("posts");
  expect(await send(before)).toBe("looks");
});

test("a backlog that this process has worked on all along is not looked for", async () => {
  const { clock, send } = begin();
  await send(made(clock));
  const backlog = Array.from({ length: 20 }, () => made(clock));
  for (const message of backlog) {
    clock.pass(2_000);
    expect(await send(message)).toBe("posts");
  }
});

test("what is late after a silence may have been sent by another process, and is looked for", async () => {
  const { clock, send } = begin();
  await send(made(clock));
  const late = made(clock);
  clock.pass(3_001);
  expect(await send(late)).toBe("looks");
  const soon = made(clock);
  clock.pass(3_000);
  expect(await send(soon)).toBe("posts");
});

test("a send that goes on is no silence, and one without a known end is looked for", async () => {
  const { clock, uncertain, send } = begin();
  const slow = Promise.withResolvers<void>();
  const sending = uncertain.sending(() => slow.promise);
  const waits = made(clock);
  clock.pass(20_000);
  expect(await send(waits)).toBe("posts");
  uncertain.note(waits);
  expect(await send(waits)).toBe("looks");
  uncertain.forget(waits);
  expect(await send(waits)).toBe("posts");
  slow.resolve();
  await sending;
});
