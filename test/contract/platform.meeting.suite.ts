import { expect, test } from "vitest";
import { type Room, said, soon } from "../rooms/room.ts";

/** Several people, several conversations, and answers longer than a post. */
export function meeting(get: () => Room): void {
  test("two people work on one film, and each line is its author's", async () => {
    const talk = await get().begin();
    await said(talk, "Create a character named Sarah, a 28-year-old journalist", /Sarah/, "Ana");
    await said(talk, "Sarah is afraid of water", /water/, "Bo");
    const history = await said(talk, "/history Sarah", /water/);
    expect(history.text).toMatch(/Ana/);
    expect(history.text).toMatch(/Bo/);
    const mine = await said(talk, "/history by Bo", /water/);
    expect(mine.text).not.toMatch(/journalist/);
  });

  test("two films know nothing of one another", async () => {
    const [one, other] = [await get().begin(), await get().begin()];
    await said(one, "Create a character named Quentin, a 61-year-old forger", /Quentin/);
    const asked = await said(other, "Who is Quentin?", /Quentin/);
    expect(asked.text).not.toMatch(/forger|61/);
  });

  test("what two people say at once is answered in the order it was said, each once", async () => {
    const talk = await get().begin();
    await said(talk, "Create a character named Sarah, a journalist", /Sarah/);
    const before = talk.seen().length;
    const names = ["Ada", "Bert", "Cleo", "Dora", "Emil", "Fritz"];
    await Promise.all(
      names.map((name, index) =>
        talk.say(`Create a character named ${name}, a baker`, index % 2 ? "Ana" : "Bo"),
      ),
    );
    const receipts = () =>
      talk
        .seen()
        .slice(before)
        .map(({ text }) => names.find((name) => new RegExp(`${name}\\W[\\s\\S]*created`).test(text)));
    await soon(() => expect(receipts().filter(Boolean)).toHaveLength(names.length));
    expect(new Set(receipts())).toEqual(new Set(names));
    expect(talk.seen()).toHaveLength(before + names.length);
  });

  test("a long answer is told whole", async () => {
    const talk = await get().begin();
    const told = Array.from({ length: 640 }, (_, index) => `word${index}`);
    await said(talk, "Create a character named Maya", /Maya/);
    for (const [index, field] of ["background", "appearance", "motivation"].entries()) {
      const words = told.slice(index * 213, index === 2 ? undefined : (index + 1) * 213).join(" ");
      await said(talk, `/character edit Maya ${field}="${words}"`, /word/);
    }
    const before = talk.seen().length;
    await talk.say("/character Maya");
    await soon(() => {
      const shown = talk.seen().slice(before);
      const words = shown.flatMap(({ text }) => text.match(/word\d+/g) ?? []);
      expect(new Set(words)).toEqual(new Set(told));
    });
  });
}
