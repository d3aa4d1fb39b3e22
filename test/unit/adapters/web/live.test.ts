import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ServerFrame } from "../../../../src/adapters/web/live/server-frame.ts";
import { newSession, say } from "./caller.ts";
import { openRoom, type Room } from "./room.ts";
import { saying, watch } from "./watcher.ts";

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const enter = async (user_id = "ada", since?: number) => {
  const { session_id, project_id } = await newSession(room);
  const seat = watch(room.wsUrl, { session_id, user_id, ...(since === undefined ? {} : { since }) });
  await seat.until(({ type }) => type === "hello");
  return { session_id, project_id, seat };
};

describe("a session, watched", () => {
  test("tells what is said, changed and replied, with a growing seq, on both ports", async () => {
    const { session_id, seat } = await enter();
    const other = watch(room.url, { session_id, user_id: "bob" });
    await other.until(({ type }) => type === "hello");
    await say(room, session_id, "make Sarah");
    for (const each of [seat, other]) {
      await each.until(saying("Sarah is made."));
      for (const frame of each.frames) expect(ServerFrame.safeParse(frame).error).toBeUndefined();
      expect(each.frames[0]).toMatchObject({ type: "hello", session_id });
      const record = each.frames.filter(({ type }) => type === "message.created" || type === "change");
      expect(record.map(({ type }) => type)).toEqual(["message.created", "change", "message.created"]);
      const seqs = each.frames.map(({ seq }) => seq);
      expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
      expect(new Set(record.map(({ seq }) => seq)).size).toBe(3);
      await each.close();
    }
  });

  test("shows a reply while it is written, and then whole", async () => {
    const { session_id, seat } = await enter();
    await say(room, session_id, "stream");
    const last = await seat.until(saying("half a line, and the rest"));
    const half = seat.frames.find(({ type }) => type === "message.updated");
    expect(half?.message).toMatchObject({ id: last.message?.id, text: "half a" });
    expect(seat.frames.indexOf(half ?? last)).toBeLessThan(seat.frames.indexOf(last));
    await seat.close();
  });

  test("shows who is there", async () => {
    const { session_id, seat } = await enter("ada");
    const bob = watch(room.wsUrl, { session_id, user_id: "bob" });
    await seat.until(({ users }) => users?.join() === "ada,bob");
    await bob.close();
    await expect.poll(() => seat.frames.at(-1)?.users).toEqual(["ada"]);
    await seat.close();
  });

  test("shows who is typing to all others, Backlot included", async () => {
    const { session_id, seat } = await enter("ada");
    const bob = watch(room.wsUrl, { session_id, user_id: "bob" });
    await seat.until(({ users }) => users?.length === 2);
    bob.send({ type: "typing" });
    expect(await seat.until(({ type }) => type === "typing")).toMatchObject({ user_id: "bob" });
    room.platform.typing({ platform: "web", workspace: "local", channel: session_id });
    await bob.until(({ type, user_id }) => type === "typing" && user_id === "backlot");
    expect(bob.frames.some(({ user_id }) => user_id === "bob")).toBe(false);
    await Promise.all([seat.close(), bob.close()]);
  });

  test("is the user's own when none is named", async () => {
    const seat = watch(room.wsUrl, { user_id: "homebody" });
    const hello = await seat.until(({ type }) => type === "hello");
    const { session_id } = await say(room, undefined as never, "at home", { user_id: "homebody" });
    expect(hello.session_id).toBe(session_id);
    await seat.until(saying("You said: at home"));
    await seat.close();
  });
});

describe("a client that does not read", () => {
  test("is closed with a code to come again, and misses nothing then", async () => {
    const { session_id, seat } = await enter();
    seat.socket.pause();
    const long = "x".repeat(100_000);
    for (let index = 0; index < 400; index += 1) {
      const said = {
        id: `msg_draft${index}`,
        session_id,
        role: "backlot",
        user_id: "backlot",
        text: long,
        version: 1,
      };
      room.bus.publish(`session:${session_id}`, {
        frame: { type: "message.updated", message: { ...said, blocks: [] } },
      });
    }
    await say(room, session_id, "still here?");
    seat.socket.resume();
    expect(await seat.closed).toBe(1013);
    const since = Math.max(...seat.frames.map(({ seq }) => seq));
    const again = watch(room.wsUrl, { session_id, user_id: "ada", since });
    await again.until(saying("You said: still here?"));
    expect(again.said()).toEqual(["still here?", "You said: still here?"]);
    await again.close();
  });
});

describe("who comes again", () => {
  test("with the last seq misses nothing and hears nothing twice", async () => {
    const { session_id, seat } = await enter();
    await say(room, session_id, "one");
    const last = await seat.until(saying("You said: one"));
    await seat.close();
    for (const word of ["two", "three"]) await say(room, session_id, word);
    const again = watch(room.wsUrl, { session_id, user_id: "ada", since: last.seq });
    await again.until(saying("You said: three"));
    await say(room, session_id, "four");
    await again.until(saying("You said: four"));
    expect(again.frames[0]).toMatchObject({ type: "hello", seq: last.seq });
    expect(again.said()).toEqual([
      "two",
      "You said: two",
      "three",
      "You said: three",
      "four",
      "You said: four",
    ]);
    await again.close();
  });

  test("at any moment while much is said has heard all of it in order", async () => {
    const { session_id } = await newSession(room);
    const words = Array.from({ length: 30 }, (_, index) => `word ${index}`);
    const talk = (async () => {
      for (const word of words) await say(room, session_id, word);
    })();
    const heard: string[] = [];
    let since = 0;
    for (let visit = 0; heard.at(-1) !== "You said: word 29"; visit += 1) {
      const seat = watch(room.wsUrl, { session_id, user_id: "ada", since });
      await seat.until(({ type, seq }) => type === "message.created" && seq > since);
      seat.socket.terminate();
      await seat.closed;
      heard.push(...seat.said());
      since = Math.max(since, ...seat.frames.map(({ seq }) => seq));
      expect(visit).toBeLessThan(70);
    }
    await talk;
    expect(heard).toEqual(words.flatMap((word) => [word, `You said: ${word}`]));
  });

  test("after long is told page by page", async () => {
    const { session_id } = await newSession(room);
    const lines = Array.from({ length: 250 }, (_, index) => `line ${index}`);
    for (const line of lines) await store(session_id, line);
    const seat = watch(room.wsUrl, { session_id, user_id: "ada", since: 0 });
    await seat.until(saying("line 249"));
    expect(seat.said()).toEqual(lines);
    await seat.close();
  });

  test("from ahead of the record begins at its end", async () => {
    const { session_id } = await newSession(room);
    await say(room, session_id, "one");
    const seat = watch(room.wsUrl, { session_id, user_id: "ada", since: 99_999_999 });
    const hello = await seat.until(({ type }) => type === "hello");
    expect(hello.seq).toBe(await room.stores.messages.lastSeq(session_id));
    await say(room, session_id, "two");
    await seat.until(saying("You said: two"));
    expect(seat.said()).toEqual(["two", "You said: two"]);
    await seat.close();
  });

  test("after the program was started anew goes on", async () => {
    const { session_id, seat } = await enter();
    await say(room, session_id, "before");
    const last = await seat.until(saying("You said: before"));
    await room.restart();
    expect(await seat.closed).toBe(1001);
    await say(room, session_id, "after");
    const again = watch(room.wsUrl, { session_id, user_id: "ada", since: last.seq });
    await again.until(saying("You said: after"));
    expect(again.said()).toEqual(["after", "You said: after"]);
    await again.close();
  });
});

/** Said, and not yet answered: nothing but the record grows. */
async function store(session_id: string, text: string): Promise<void> {
  const at = new Date().toISOString();
  const person = { id: "ada", role: "writer" } as const;
  const place = { platform: "web", workspace: "local", channel: session_id } as const;
  const said = {
    id: `msg_${session_id}_${text.replace(" ", "_")}`,
    session_id,
    user_id: "ada",
    text,
    version: 1,
    at,
  };
  await room.stores.inbox.add(
    { id: said.id, type: "message", text, place, person, at },
    { session_id, turn_id: `trn_${said.id}` },
    { ...said, role: "person", blocks: [] },
  );
}
