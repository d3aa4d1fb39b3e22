import { describe, expect, test } from "vitest";
import { becomes, buttonOf, type Room, said } from "../rooms/room.ts";

export const SARAH = "Create a character named Sarah, a 28-year-old journalist investigating corruption";

/** The main job, as the people of a room see it. */
export function filming(get: () => Room): void {
  test("a character comes out of one sentence, with what can be done about it", async () => {
    const talk = await get().begin();
    const receipt = await said(talk, SARAH, /Sarah/);
    for (const word of ["28", "journalist", "investigating corruption"]) expect(receipt.text).toContain(word);
    expect(receipt.buttons).toEqual(expect.arrayContaining(["Edit Sarah", "Undo"]));
    expect(receipt.buttons.length, "next steps are offered").toBeGreaterThan(2);
  });

  test("a cast, a tie and a scene are linked to one another, and a question is answered with the line that proves it", async () => {
    const talk = await get().begin();
    await said(talk, SARAH, /Sarah/);
    await said(talk, "Create a character named John, age 30, detective", /John[\s\S]*30/);
    await said(talk, "Sarah and John are siblings", /sibling/);
    const scene = await said(talk, "INT. DINER - NIGHT. Sarah meets John to trade what they know.", /DINER/i);
    expect(scene.text).toMatch(/Diner[\s\S]*location|location[\s\S]*Diner/);
    const answer = await said(talk, "Who is Sarah?", /journalist/);
    expect(answer.text).toContain("a 28-year-old journalist");
    await said(talk, "How are Sarah and John related?", /sibling/);
  });

  test("the workflow holds: no scene without a character, and the ways there as buttons", async () => {
    const talk = await get().begin();
    const refusal = await said(talk, "INT. OFFICE - DAY. Somebody opens a drawer.", /character/i);
    expect(refusal.buttons.length).toBeGreaterThan(0);
    const bible = await said(talk, "/scene list", /scene/i);
    expect(bible.text).not.toMatch(/office/i);
  });

  describe("bulk work", () => {
    test("is one message, edited until it is done, and what it made is there", async () => {
      const talk = await get().begin();
      await said(talk, SARAH, /Sarah/);
      const count = talk.seen().length;
      const progress = await said(talk, "/bulk characters 10", /of 10/);
      const done = await becomes(talk, progress.id, /10 of 10 characters created/);
      expect(talk.seen()).toHaveLength(count + 1);
      const [first = ""] = namesIn(done.text);
      expect(first).not.toBe("");
      await said(talk, `Who is ${first}?`, new RegExp(first));
      buttonOf(done, "Undo all");
    });
  });
}

/** The names under a progress bar: "Maya Lind, Otto Berg". */
const namesIn = (text: string): string[] =>
  (text.split("\n").find((line) => /^[^▰▱*]+, [^▰▱]+/.test(line)) ?? "").split(", ").filter(Boolean);
