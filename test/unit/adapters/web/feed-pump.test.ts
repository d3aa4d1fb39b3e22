import { describe, expect, test } from "vitest";
import { createFeedPump } from "../../../../src/adapters/web/live/feed-pump.ts";
import type { SentFrame } from "../../../../src/adapters/web/live/server-frame.ts";
import { MAX_WAITING } from "../../../../src/adapters/web/live/waiting-line.ts";
import type { ChatMessage } from "../../../../src/chat/chat-message.ts";
import type { Frame } from "../../../../src/chat/frame.ts";

const message = (id: string, text: string, version = 1): ChatMessage => ({
  id,
  session_id: "ses_1",
  role: "backlot",
  user_id: "backlot",
  text,
  version,
  at: "2026-01-01T00:00:00.000Z",
  blocks: [],
});
const draft = (id: string, text: string): Frame => ({ type: "message.updated", message: message(id, text) });
const made = (id: string, text: string): Frame => ({ type: "message.created", message: message(id, text) });
const texts = (frames: readonly SentFrame[]) =>
  frames.map((frame) => ("message" in frame ? frame.message.text : frame.type));
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A pump over a record in memory, for a client that takes frames when it is let. */
function pumpFor(record: Frame[], since = 0) {
  const sent: (SentFrame & { seq: number })[] = [];
  const slow: string[] = [];
  const errors: unknown[] = [];
  const stop = new AbortController();
  let gate: Promise<void> = Promise.resolve();
  let read: Promise<void> = Promise.resolve();
  const pump = createFeedPump({
    session_id: "ses_1",
    since,
    messages: {
      feed: async (_session, seq, limit) => {
        await read;
        if (record.length > 10_000) throw new Error("the store is away");
        return record
          .map((frame, index) => ({ seq: index + 1, frame }))
          .filter((row) => row.seq > seq)
          .slice(0, limit);
      },
    },
    send: async (frame) => {
      await gate;
      sent.push(frame);
    },
    onSlow: () => slow.push("slow"),
    onError: (error) => errors.push(error),
    stopped: stop.signal,
  });
  return {
    pump,
    sent,
    slow,
    errors,
    stop,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    holdReads: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      read = promise;
      return resolve;
    },
  };
}

describe("the feed", () => {
  test("is sent from where the client is, in pages, each frame once", async () => {
    const record = Array.from({ length: 250 }, (_, index) => made(`msg_${index}`, `${index}`));
    const { pump, sent } = pumpFor(record, 20);
    for (let times = 0; times < 5; times += 1) pump.grown();
    await settle();
    expect(sent.map(({ seq }) => seq)).toEqual(Array.from({ length: 230 }, (_, index) => index + 21));
  });

  test("has what is told between its frames in the order it came, under the seq before it", async () => {
    const record = [made("msg_1", "one")];
    const { pump, sent } = pumpFor(record);
    pump.tell({ type: "hello", session_id: "ses_1" });
    pump.grown();
    pump.tell({ type: "pong" });
    await settle();
    expect(sent.map(({ type, seq }) => [type, seq])).toEqual([
      ["hello", 0],
      ["message.created", 1],
      ["pong", 1],
    ]);
  });

  test("stops in the middle when the client is gone", async () => {
    const record = Array.from({ length: 10 }, (_, index) => made(`msg_${index}`, `${index}`));
    const { pump, sent, hold, stop } = pumpFor(record);
    const release = hold();
    pump.grown();
    await settle();
    stop.abort();
    release();
    await settle();
    expect(sent).toHaveLength(1);
    pump.grown();
    await settle();
    expect(sent).toHaveLength(1);
  });

  test("that cannot be read is told", async () => {
    const { pump, errors } = pumpFor(Array.from({ length: 10_001 }, () => made("msg_1", "one")));
    pump.grown();
    await settle();
    expect(errors).toHaveLength(1);
  });
});

describe("a slow client", () => {
  test("gets only the newest draft of a reply, and never one after the reply itself", async () => {
    const record: Frame[] = [];
    const { pump, sent, hold } = pumpFor(record);
    const release = hold();
    pump.tell({ type: "pong" });
    for (let index = 0; index < 1_000; index += 1) pump.tell(draft("msg_1", `draft ${index}`));
    record.push(made("msg_1", "whole"));
    pump.grown();
    pump.tell({ type: "presence", users: ["ada"] });
    pump.grown();
    release();
    await settle();
    expect(texts(sent)).toEqual(["pong", "draft 999", "presence", "whole"]);
  });

  test("gets no draft that waited while the record with its reply was read", async () => {
    const record: Frame[] = [];
    const { pump, sent, holdReads } = pumpFor(record);
    const release = holdReads();
    pump.grown();
    pump.tell(draft("msg_1", "draft"));
    record.push(made("msg_1", "whole"));
    pump.grown();
    release();
    await settle();
    expect(texts(sent)).toEqual(["whole"]);
    pump.tell({ type: "message.updated", message: message("msg_1", "edited live", 2) });
    await settle();
    expect(texts(sent)).toEqual(["whole", "edited live"]);
  });

  test("is told to come again when too much waits for it", async () => {
    const { pump, slow, hold } = pumpFor([]);
    hold();
    for (let index = 0; index <= MAX_WAITING; index += 1) pump.tell({ type: "pong" });
    expect(slow).toEqual([]);
    pump.tell({ type: "pong" });
    expect(slow).toEqual(["slow"]);
  });
});
