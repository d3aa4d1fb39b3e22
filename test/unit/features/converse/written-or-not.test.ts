import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Skill } from "../../../../src/chat/skill.ts";
import type { TurnStore } from "../../../../src/ports/turn-store.ts";
import { converse, shout } from "../../../support/conversation.ts";
import { Stage } from "../../../support/stage.ts";

describe("a turn whose end is not known", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  const linesOf = async (sessionId: string) =>
    (await stage.stores.messages.page(sessionId, 100)).map((message) => message.text);
  /** The store's own, but for what is done around a write; `times` counts the writes from 1. */
  const writing = (
    around: (write: () => ReturnType<TurnStore["commit"]>, times: number) => ReturnType<TurnStore["commit"]>,
  ) => {
    let times = 0;
    const { turns } = stage.stores;
    const commit: TurnStore["commit"] = (record) => {
      times += 1;
      return around(() => turns.commit(record), times);
    };
    return { turns: { ...turns, commit } };
  };
  const away = () => new Error("the connection was lost");

  test("is told of when it was written and the store could not say so", async () => {
    const session = await stage.session();
    const loses = writing(async (write, times) => {
      const written = await write();
      if (times === 1) throw away();
      return written;
    });
    const { receiver, conductor } = converse(stage, [shout], loses);
    const event = stage.said(session, "hello");
    await receiver.receive(event);
    const heard = receiver.finished(event.id, 60_000);
    await conductor.drain();
    stage.clock.pass(1_000);
    expect((await heard)?.reply.text).toBe("HELLO");
    expect(await linesOf(session.id)).toEqual(["hello", "HELLO"]);
  });

  test("is told of to whoever waits, although the event came again just before", async () => {
    const session = await stage.session();
    const open = Promise.withResolvers<void>();
    const isWritten = Promise.withResolvers<void>();
    const late = writing(async (write) => {
      const written = await write();
      isWritten.resolve();
      await open.promise;
      return written;
    });
    const { receiver, conductor } = converse(stage, [shout], late);
    const event = stage.said(session, "hello");
    await receiver.receive(event);
    const heard = receiver.finished(event.id, 60_000);
    await isWritten.promise;
    expect(await receiver.receive(event)).toMatchObject({ duplicate: true });
    expect((await heard)?.reply.text).toBe("HELLO");
    open.resolve();
    await conductor.drain();
  });

  test("answers what is said now when that was changed as it was written", async () => {
    const session = await stage.session();
    const event = stage.said(session, "helo");
    const edited = writing(async (write, times) => {
      if (times === 1) await stage.stores.inbox.replaceText(event.id, "hello");
      return write();
    });
    const { receiver, conductor } = converse(stage, [shout], edited);
    await receiver.receive(event);
    await conductor.drain();
    expect(await linesOf(session.id)).toEqual(["hello", "HELLO"]);
  });

  test("leaves no draft when what it answers was taken back as it was written", async () => {
    const session = await stage.session();
    const event = stage.said(session, "hello");
    const gone: string[] = [];
    const dropped = writing(async (write) => {
      await stage.stores.inbox.drop(event.id);
      return write();
    });
    const { receiver, conductor } = converse(stage, [shout], {
      ...dropped,
      unwrite: (messageId) => gone.push(messageId),
    });
    await receiver.receive(event);
    await conductor.drain();
    expect(gone).toHaveLength(1);
    expect(await linesOf(session.id)).toEqual([]);
  });

  test("that cannot be written as often as it is tried says so, and what comes after it is answered", async () => {
    const session = await stage.session();
    const long: Skill = {
      ...shout,
      run: async (turn) => ({ blocks: [{ type: "text", text: turn.message?.text ?? "" }] }),
    };
    const { turns } = stage.stores;
    const { receiver, conductor } = converse(stage, [long], {
      turns: {
        ...turns,
        commit: async (record) => {
          if (record.reply.text === "poison") throw new Error("no such row can be");
          return turns.commit(record);
        },
      },
    });
    await receiver.receive(stage.said(session, "poison"));
    const after = stage.said(session, "water");
    await receiver.receive(after);
    for (let tries = 0; tries < 3; tries += 1) {
      await conductor.drain();
      stage.clock.pass(5_000);
    }
    await conductor.drain();
    const [, , refused, answered] = await linesOf(session.id);
    expect(refused).toMatch(/^Something failed on my side, reference trn_/);
    expect(answered).toBe("water");
  });

  test("is no failure where the process stops, however often it was tried before", async () => {
    const session = await stage.session();
    const begun = Promise.withResolvers<void>();
    const hangs: Skill = {
      ...shout,
      run: (turn) =>
        new Promise((_, reject) => {
          turn.signal.addEventListener("abort", () => reject(turn.signal.reason));
          begun.resolve();
        }),
    };
    const { receiver, conductor } = converse(stage, [hangs]);
    const event = stage.said(session, "hello");
    await stage.stores.inbox.add(event, { session_id: session.id, turn_id: stage.ids.next("turn") });
    for (let failed = 0; failed < 2; failed += 1) await stage.stores.inbox.failed(event.id);
    await receiver.receive(event);
    await begun.promise;
    await conductor.stop();
    expect(await stage.stores.inbox.find(event.id)).toMatchObject({ status: "pending", attempts: 2 });
  });
});
