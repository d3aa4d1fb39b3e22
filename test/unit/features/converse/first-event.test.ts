import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ConflictError } from "../../../../src/domain/errors.ts";
import type { Inbox } from "../../../../src/ports/inbox.ts";
import type { Leases } from "../../../../src/ports/leases.ts";
import type { SessionStore } from "../../../../src/ports/session-store.ts";
import { converse, shout } from "../../../support/conversation.ts";
import { Stage } from "../../../support/stage.ts";

describe("an event that is handed over when it is stored", () => {
  let stage: Stage;
  let reads: string[];
  beforeEach(async () => {
    stage = await Stage.open();
    reads = [];
  });
  afterEach(() => stage.close());

  const watched = () => {
    const { inbox, sessions } = stage.stores;
    const next: Inbox["next"] = (id) => {
      reads.push("next");
      return inbox.next(id);
    };
    const load: SessionStore["load"] = (id) => {
      reads.push("load");
      return sessions.load(id);
    };
    return { inbox: { ...inbox, next }, sessions: { ...sessions, load } };
  };
  const linesOf = async (sessionId: string) =>
    (await stage.stores.messages.page(sessionId, 100)).map((message) => message.text);

  test("is answered without another read", async () => {
    const session = await stage.session();
    const { receiver, conductor } = converse(stage, [shout], watched());
    for (const text of ["one", "two"]) {
      await receiver.receive(stage.said(session, text));
      await conductor.drain();
    }
    expect(await linesOf(session.id)).toEqual(["one", "ONE", "two", "TWO"]);
    expect(reads).toEqual([]);
  });

  test("holds nothing up that is said before its turn has begun", async () => {
    const session = await stage.session();
    const open = Promise.withResolvers<void>();
    const leases: Leases = {
      ...stage.leases,
      tryAcquire: async (name) => {
        await open.promise;
        return stage.leases.tryAcquire(name);
      },
    };
    const { receiver, conductor } = converse(stage, [shout], { ...watched(), leases });
    await receiver.receive(stage.said(session, "one"));
    await receiver.receive(stage.said(session, "two"));
    open.resolve();
    await conductor.drain();
    expect(await linesOf(session.id)).toEqual(["one", "two", "ONE", "TWO"]);
  });

  test("is decided anew on what is there now when somebody else wrote first", async () => {
    const session = await stage.session();
    let lost = 0;
    const { receiver, conductor } = converse(stage, [shout], {
      ...watched(),
      turns: {
        ...stage.stores.turns,
        commit: async (record) => {
          lost += 1;
          if (lost === 1) throw new ConflictError("somebody else wrote first");
          return stage.stores.turns.commit(record);
        },
      },
    });
    await receiver.receive(stage.said(session, "one"));
    await conductor.drain();
    expect(await linesOf(session.id)).toEqual(["one", "ONE"]);
    expect(reads).toEqual(["load"]);
  });
});
