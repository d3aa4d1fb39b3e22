import { expect, test } from "vitest";
import { becomes, buttonOf, pressed, type Room, said, soon, type Talk } from "../rooms/room.ts";

const SARAH = "Create a character named Sarah, a 28-year-old journalist";

/** What outlasts the program's end, in all rooms at once: it is one program. */
export function staying(get: () => readonly Room[], restart: () => Promise<void>): void {
  test("kill -9 in the middle: bulk work and talk are brought to their end, once, and buttons and memory last", async () => {
    const [talks, questions] = [await begin(get()), await begin(get())];
    await each([...talks, ...questions], (talk) => said(talk, SARAH, /Sarah/));
    const asked = await each(questions, (talk) => said(talk, "Sarah is 31", /28[\s\S]*31/));
    const progress = await each(talks, (talk) => said(talk, "/bulk characters 30", /of 30/));
    await each(talks, (talk) => talk.say("Create a character named Walter, a 70-year-old clockmaker"));

    await restart();

    await each(talks, (talk, at) => becomes(talk, progress[at]?.id ?? "", /30 of 30 characters created/));
    const walters = (talk: Talk) => talk.seen().filter(({ text }) => /Walter\W[\s\S]*created/.test(text));
    await each(talks, (talk) => soon(() => expect(walters(talk)).toHaveLength(1)));
    expect(talks.map((talk) => talk.seen().length)).toEqual(talks.map(() => 3));
    await each(questions, async (talk, at) => {
      const question = asked[at];
      if (question) await pressed(talk, buttonOf(question, "Change to 31"), /31/);
      await talk.fill("Edit Sarah", { occupation: "editor" });
      await said(talk, "What does she do?", /editor/);
    });
  });
}

const begin = (rooms: readonly Room[]) => Promise.all(rooms.map((room) => room.begin()));

const each = <T>(talks: readonly Talk[], work: (talk: Talk, at: number) => Promise<T>) =>
  Promise.all(talks.map(work));
