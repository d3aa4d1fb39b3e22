import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Session } from "../../../../src/domain/session.ts";
import { Board, type Task } from "../../../../src/features/deliver/board.ts";
import { createDeliverer, type Deliverer } from "../../../../src/features/deliver/deliverer.ts";
import { converse, shout } from "../../../support/conversation.ts";
import { PostingChannel } from "../../../support/posting-channel.ts";
import { Stage, StillClock, silent } from "../../../support/stage.ts";

describe("the queues of channels", () => {
  let stage: Stage;
  let channel: PostingChannel;
  let delivery: Deliverer;
  beforeEach(async () => {
    stage = await Stage.open();
    channel = new PostingChannel();
    const { clock, bus } = stage;
    delivery = createDeliverer({ ...stage.stores, platform: () => channel, bus, clock, logger: silent });
  });
  afterEach(() => stage.close());

  const say = async (session: Session, ...lines: string[]) => {
    const { receiver, conductor } = converse(stage, [shout]);
    for (const line of lines) await receiver.receive(stage.said(session, line));
    await conductor.drain();
    delivery.kick();
  };
  const post = ({ id: session_id }: Session, text: string) =>
    stage.stores.messages.post(
      {
        id: stage.ids.next("message"),
        session_id,
        role: "backlot",
        user_id: "backlot",
        text,
        version: 1,
        at: stage.clock.now().toISOString(),
        blocks: [{ type: "text", text }],
      },
      true,
    );
  const soon = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 5 });
  const inChannel = (session: Session) =>
    channel.order.filter((one) => one.channel === session.place.channel).map(({ text }) => text);

  test("one whose sends hang for half a minute, with more waiting than is read at once, holds no other up", async () => {
    const slow = await stage.session("discord");
    const quick = await stage.session("discord");
    const { promise, resolve } = Promise.withResolvers<void>();
    channel.hangs.set(slow.place.channel, promise);
    const many = Array.from({ length: 55 }, (_, index) => `slow ${index}`);
    for (const text of many) await post(slow, text);
    delivery.kick();
    await soon(() => expect(channel.sends).toBe(1));
    for (const line of ["one", "two", "three"]) {
      await say(quick, line);
      await soon(() => expect(inChannel(quick)).toContain(line.toUpperCase()));
      stage.clock.pass(10_000);
    }
    expect(inChannel(slow)).toEqual([]);
    resolve();
    await delivery.drain();
    expect(inChannel(slow)).toEqual(many);
    expect(inChannel(quick)).toEqual(["ONE", "TWO", "THREE"]);
    await delivery.stop();
  });

  test("one that is full waits by itself", async () => {
    const full = await stage.session("discord");
    const other = await stage.session("discord");
    channel.failures = [{ error: "rate limited", retryAfterMs: 20_000 }];
    await say(full, "one", "two");
    await delivery.drain();
    await say(other, "three");
    await delivery.drain();
    expect(channel.order.map(({ text }) => text)).toEqual(["THREE"]);
    stage.clock.pass(20_000);
    await delivery.drain();
    expect(inChannel(full)).toEqual(["ONE", "TWO"]);
    await delivery.stop();
  });
});

describe("the board", () => {
  const begun: string[] = [];
  let ends: Map<string, (on: boolean) => void>;
  let clock: StillClock;
  let board: Board;
  beforeEach(() => {
    begun.length = 0;
    ends = new Map();
    clock = new StillClock();
    board = new Board(clock, () => {});
  });

  const task = (id: string, more: Partial<Task> = {}): Task => ({
    id,
    channel: "film",
    rank: 0,
    seenTo: () => 0,
    waitMs: () => 0,
    run: () => {
      begun.push(id);
      return new Promise((resolve) => ends.set(id, resolve));
    },
    ...more,
  });
  const end = async (id: string, on = true) => {
    ends.get(id)?.(on);
    await Promise.resolve();
    await Promise.resolve();
  };

  test("answers go before edits that somebody waits for, and those before progress", () => {
    board.add(task("progress", { rank: 2 }));
    board.add(task("urgent", { rank: 1 }));
    board.add(task("answer", { session: "s" }));
    board.pump();
    expect(begun).toEqual(["answer", "urgent", "progress"]);
  });

  test("what was not seen to for longest goes first among equals", () => {
    board.add(task("lately", { seenTo: () => 9 }));
    board.add(task("long ago", { seenTo: () => 1 }));
    board.pump();
    expect(begun).toEqual(["long ago", "lately"]);
  });

  test("posts of a session go one by one, and what follows one that failed is let go of", async () => {
    for (const id of ["one", "two", "three"]) board.add(task(id, { session: "s" }));
    board.pump();
    expect(begun).toEqual(["one"]);
    await end("one");
    expect(begun).toEqual(["one", "two"]);
    await end("two", false);
    expect(begun).toEqual(["one", "two"]);
    expect(board.size).toBe(0);
  });

  test("a channel's posts leave room for its edits, and the other way round", async () => {
    for (let n = 0; n < 9; n += 1) board.add(task(`post ${n}`, { session: `s${n}` }));
    board.add(task("edit", { rank: 2 }));
    board.add(task("elsewhere", { session: "t", channel: "other" }));
    board.pump();
    expect(begun).toEqual(["post 0", "post 1", "post 2", "post 3", "elsewhere", "edit"]);
    await end("post 2");
    expect(begun.at(-1)).toBe("post 4");
  });

  test("comes back when what waits may begin, and begins nothing once stopped", async () => {
    let readyAt = clock.now().getTime() + 5_000;
    const waits = { waitMs: (now: number) => Math.max(0, readyAt - now) };
    board.add(task("later", waits));
    board.pump();
    clock.pass(4_999);
    expect(begun).toEqual([]);
    clock.pass(1);
    expect(begun).toEqual(["later"]);
    readyAt += 5_000;
    board.add(task("never", waits));
    const stopped = board.stop();
    await end("later");
    await stopped;
    clock.pass(60_000);
    expect(begun).toEqual(["later"]);
  });
});
