import { expect, test } from "vitest";
import { answerTo, becomes, buttonOf, pressed, type Room, said, soon } from "../rooms/room.ts";

const LEE = "Create a character named Sarah Lee, a 28-year-old journalist";

/** What people decide, by button, form and word. */
export function deciding(get: () => Room): void {
  test("a choice acts once, shows that it was taken, and tells whoever comes late", async () => {
    const talk = await get().begin();
    const receipt = await said(talk, LEE, /Sarah Lee/);
    const told = await Promise.all([talk.press("Undo"), talk.press("Undo", "Bo")]);
    await soon(() => expect(told.flat().join()).toMatch(/already/));
    await soon(() => {
      const now = talk.seen().find(({ id }) => id === receipt.id);
      expect(now?.buttons).not.toContain("Undo");
    });
    const history = await said(talk, "/history", /latest changes/);
    expect(history.text.match(/taken out, an undo/g)).toHaveLength(1);
  });

  test("next steps are buttons: pressed, they do what they say", async () => {
    const talk = await get().begin();
    const state = await said(talk, "/workflow", /Concept/);
    await pressed(talk, buttonOf(state, "Draft a logline"), /logline/i);
    const one = await pressed(talk, buttonOf(state, "Invent 3 characters"), /of 3|3 characters/);
    await becomes(talk, one.id, /3 of 3/);
  });

  test("a contradiction is asked about, and settled by a button", async () => {
    const talk = await get().begin();
    await said(talk, LEE, /Sarah Lee/);
    const asked = await said(talk, "Sarah is 31", /28[\s\S]*31/);
    await pressed(talk, buttonOf(asked, "Change to 31"), /31/);
    await said(talk, "How old is Sarah?", /31/);
  });

  test("a form shows what is there, and what is filled in is written", async () => {
    const talk = await get().begin();
    await said(talk, LEE, /Sarah Lee/);
    const before = talk.seen().length;
    await talk.fill("Edit Sarah Lee", { age: "29" });
    await soon(() =>
      expect(
        talk
          .seen()
          .slice(before)
          .some(({ text }) => text.includes("28 → 29")),
      ).toBe(true),
    );
    await said(talk, "How old is Sarah?", /29/);
  });

  test("a pasted table is shown row by row before anything is saved", async () => {
    const talk = await get().begin();
    const shown = await said(
      talk,
      "name,age,job\nLena,30,nurse\nOtto,old,cook\n,12,\nMilan,51,pilot",
      /Row 2[\s\S]*old/,
    );
    for (const name of ["Lena", "Otto", "Milan"]) expect(shown.text).toContain(name);
    await pressed(talk, buttonOf(shown, "Import"), /Milan|3/);
    await said(talk, "Who is Milan?", /pilot/);
  });

  test("an attached table is read, shown row by row, and saved when that is agreed to", async () => {
    const talk = await get().begin();
    await said(talk, LEE, /Sarah Lee/);
    const content = "name,age,job\nLena,30,nurse\nMilan,51,pilot\n";
    const shown = await answerTo(
      talk,
      () => talk.upload({ name: "cast.csv", type: "text/csv", content }),
      /Lena[\s\S]*Milan/,
    );
    await pressed(talk, buttonOf(shown, "Import"), /Milan|2/);
    await said(talk, "Who is Milan?", /pilot/);
  });
}
