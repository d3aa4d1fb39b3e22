import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Skill } from "../../../../src/chat/skill.ts";
import { draftedChange } from "../../../../src/domain/bible/drafted.ts";
import { ConflictError, UserError } from "../../../../src/domain/errors.ts";
import { converse, shout } from "../../../support/conversation.ts";
import { Stage } from "../../../support/stage.ts";

describe("a turn, from a stored event to one reply", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.close());

  const linesOf = async (sessionId: string) =>
    (await stage.stores.messages.page(sessionId, 100)).map((message) => message.text);

  test("what is said is answered once, however often it is delivered", async () => {
    const session = await stage.session();
    const { receiver, conductor } = converse(stage, [shout]);
    const event = stage.said(session, "hello", "web:message:1");
    const [first, second] = await Promise.all([receiver.receive(event), receiver.receive(event)]);
    await conductor.drain();
    const third = await receiver.receive(event);
    await conductor.drain();
    expect([first.duplicate, second.duplicate].sort()).toEqual([false, true]);
    expect(third).toEqual({ session_id: session.id, turn_id: first.turn_id, duplicate: true });
    expect(await linesOf(session.id)).toEqual(["hello", "HELLO"]);
    expect((await receiver.finished(event.id, 1_000))?.reply.text).toBe("HELLO");
  });

  test("one session's events are answered in order and one at a time; sessions run side by side", async () => {
    const [one, two] = [await stage.session(), await stage.session()];
    const gate = Promise.withResolvers<void>();
    let busy = 0;
    let most = 0;
    const slow: Skill = {
      ...shout,
      run: async (turn, reading) => {
        busy += 1;
        most = Math.max(most, busy);
        if (turn.session.id === one.id && turn.message?.text === "a") await gate.promise;
        busy -= 1;
        return shout.run(turn, reading);
      },
    };
    const { receiver, conductor } = converse(stage, [slow]);
    for (const text of ["a", "b", "c"]) await receiver.receive(stage.said(one, text));
    const other = stage.said(two, "x");
    await receiver.receive(other);
    expect((await receiver.finished(other.id, 5_000))?.reply.text).toBe("X");
    expect(await linesOf(one.id)).toEqual(["a", "b", "c"]);
    gate.resolve();
    await conductor.drain();
    expect(await linesOf(one.id)).toEqual(["a", "b", "c", "A", "B", "C"]);
    expect(most).toBe(2);
  });

  test("a turn whose write lost a race decides anew on what is there now", async () => {
    const session = await stage.session();
    let tries = 0;
    const racing: Skill = {
      ...shout,
      run: async (turn, reading) => {
        tries += 1;
        if (tries < 3) throw new ConflictError("someone else was first");
        return shout.run(turn, reading);
      },
    };
    const { receiver, conductor } = converse(stage, [racing]);
    await receiver.receive(stage.said(session, "hello"));
    await conductor.drain();
    expect(tries).toBe(3);
    expect(await linesOf(session.id)).toEqual(["hello", "HELLO"]);
  });

  test("two sessions that make the same character at once end with one; the loser is told of the winner", async () => {
    const session = await stage.session();
    const sibling = {
      ...session,
      id: stage.ids.next("session"),
      place: { ...session.place, channel: "other" },
    };
    await stage.stores.sessions.create(sibling);
    const make: Skill = {
      name: "make",
      claims: () => true,
      run: async (turn) => {
        const [known] = await stage.stores.bible.byKeys(turn.project.id, ["sarah"], 1);
        if (known) return { blocks: [{ type: "text", text: "known" }] };
        const change = draftedChange({
          entry_id: stage.ids.next("entry"),
          change_id: stage.ids.next("change"),
          project_id: turn.project.id,
          session_id: turn.session.id,
          turn_id: turn.id,
          kind: "character",
          fields: { name: "Sarah" },
          at: turn.event.at,
        });
        return { blocks: [{ type: "text", text: "made" }], changes: [change] };
      },
    };
    const { receiver, conductor } = converse(stage, [make]);
    await Promise.all([
      receiver.receive(stage.said(session, "a")),
      receiver.receive(stage.said(sibling, "b")),
    ]);
    await conductor.drain();
    const replies = [...(await linesOf(session.id)), ...(await linesOf(sibling.id))].filter(
      (line) => line.length > 1,
    );
    expect(replies.sort()).toEqual(["known", "made"]);
    expect((await stage.stores.projects.counts(session.project_id)).character).toBe(1);
  });

  test("what a person can mend is told with what to do, and the turn carries the error", async () => {
    const session = await stage.session();
    const refuse: Skill = {
      ...shout,
      run: () => Promise.reject(new UserError("invalid", "That is no age.", "Say a number.")),
    };
    const { receiver, conductor, views } = converse(stage, [refuse]);
    const event = stage.said(session, "hello");
    await receiver.receive(event);
    await conductor.drain();
    expect(views.get(event.id)).toMatchObject({
      reply: { text: "That is no age. Say a number." },
      error: { code: "invalid", hint: "Say a number." },
    });
  });

  test("a turn that breaks is tried again, then told with a reference; what was said after it is still answered", async () => {
    const session = await stage.session();
    let tries = 0;
    const broken: Skill = {
      ...shout,
      run: async (turn, reading) => {
        if (turn.message?.text !== "boom") return shout.run(turn, reading);
        tries += 1;
        throw new Error("secret detail");
      },
    };
    const { receiver, conductor } = converse(stage, [broken]);
    await receiver.receive(stage.said(session, "boom"));
    await receiver.receive(stage.said(session, "after"));
    for (let round = 0; round < 6; round += 1) {
      await conductor.drain();
      stage.clock.pass(60_000);
    }
    await conductor.drain();
    const lines = await linesOf(session.id);
    expect(tries).toBe(3);
    expect(lines[2]).toMatch(/reference trn_/);
    expect(lines.join()).not.toContain("secret detail");
    expect(lines[3]).toBe("AFTER");
  });

  test("what was stored and not answered when a process died is answered by the next", async () => {
    const session = await stage.session();
    const dead = converse(stage, [shout]);
    await dead.conductor.stop();
    await dead.receiver.receive(stage.said(session, "one"));
    await dead.receiver.receive(stage.said(session, "two"));
    expect(await linesOf(session.id)).toEqual(["one", "two"]);
    const next = converse(stage, [shout]);
    await next.conductor.recover();
    await next.conductor.drain();
    expect(await linesOf(session.id)).toEqual(["one", "two", "ONE", "TWO"]);
  });

  test("an edit changes what still waits, a deletion drops it, and what is answered stays as it was said", async () => {
    const session = await stage.session();
    const asleep = converse(stage, [shout]);
    await asleep.conductor.stop();
    const [edited, dropped] = [stage.said(session, "helo"), stage.said(session, "oops")];
    await asleep.receiver.receive(edited);
    await asleep.receiver.receive(dropped);
    await asleep.receiver.amend({ event_id: edited.id, place: session.place, text: "hello" });
    await asleep.receiver.amend({ event_id: dropped.id, place: session.place, text: null });
    const awake = converse(stage, [shout]);
    await awake.conductor.recover();
    await awake.conductor.drain();
    await awake.receiver.amend({ event_id: edited.id, place: session.place, text: "too late" });
    expect(await linesOf(session.id)).toEqual(["hello", "HELLO", "too late"]);
  });
});
