import { expect, test } from "vitest";
import type { Premises } from "../rooms/premises.ts";
import { answerTo, buttonOf, said, soon } from "../rooms/room.ts";
import { onBoth, SARAH } from "./both.ts";

/** Each holds less than a message may, and together they are more. */
const LONG_FIELDS = ["motivation", "background", "notes", "appearance"];
const SURNAMES = ["Abel", "Brandt", "Cole", "Dorn", "Eck", "Funk", "Gold", "Hart", "Iden"];

/** Buttons and answers. */
export function choosing(get: () => Premises): void {
  test.concurrent("10. a button pressed by two people at once acts once, and the late one is told who was first", async () => {
    await onBoth(get(), async ({ talk }) => {
      const receipt = await said(talk, SARAH, /Sarah/);
      const told = await Promise.all(["Ana", "Bo"].map((by) => talk.press("Undo", by)));
      await soon(() => expect(told.flat().join()).toMatch(/(Ana|Bo) pressed “Undo” already/));
      await soon(() =>
        expect(talk.seen().find(({ id }) => id === receipt.id)?.buttons).not.toContain("Undo"),
      );
      await soon(() => expect(talk.seen().filter(({ text }) => /Undone/.test(text))).toHaveLength(1));
    });
  });

  test("10. a button outlives a restart, and tells somebody who may not press it why, and whom to ask", async () => {
    const after = Promise.withResolvers<void>();
    let begun = 0;
    await onBoth(get(), async ({ talk }) => {
      await said(talk, SARAH, /Sarah/);
      await said(talk, "/project roles everyone viewer", /viewer/);
      begun += 1;
      if (begun === 2) get().restart().then(after.resolve, after.reject);
      await after.promise;
      const told = await talk.press("Undo", "Bo");
      await soon(() => expect(told.join()).toMatch(/needs the role writer; yours is viewer\. Ask /));
      await answerTo(talk, () => talk.press("Undo", "Ana"), /Undone/);
    });
  });

  test.concurrent("11. nine choices are nine that can be pressed, and the ninth does what it says", async () => {
    await onBoth(get(), async ({ talk }) => {
      const judges = SURNAMES.map((surname) => `Create a character named Sarah ${surname}, a judge.`);
      await said(talk, judges.join(" "), /Iden/);
      const asked = await said(talk, "Sarah is afraid of water", /Which Sarah/);
      const offered = SURNAMES.map((surname) => buttonOf(asked, `Sarah ${surname}`));
      const written = await answerTo(talk, () => talk.press(offered.at(-1) ?? ""), /water/);
      expect(written.text).toMatch(/Iden/);
    });
  });

  test.concurrent("12. a reply longer than a post is told whole", async () => {
    await onBoth(get(), async ({ talk }) => {
      const before = talk.seen().length;
      await talk.say("/help");
      await soon(() => {
        const all = talk
          .seen()
          .slice(before)
          .map(({ text }) => text)
          .join("\n");
        // Slack keeps some names for itself: there they are `/backlot open` and the like.
        for (const { name } of get().discord.world.commands)
          expect(all).toMatch(new RegExp(`/(backlot )?${name}\\b`));
      });
    });
  });

  test.concurrent("12. what is known of somebody is told whole, also where it takes several posts", async () => {
    await onBoth(get(), async ({ talk }) => {
      await said(talk, SARAH, /Sarah/);
      const words = LONG_FIELDS.flatMap((field) => numbered(field));
      for (const field of LONG_FIELDS)
        await said(talk, `/character edit Sarah ${field}="${numbered(field).join(" ")}"`, /updated/);
      const before = talk.seen().length;
      await talk.say("/character show Sarah");
      await soon(() => {
        const fresh = talk.seen().slice(before);
        const all = fresh.map(({ text }) => text).join(" ");
        expect(words.filter((word) => !all.includes(word))).toEqual([]);
        expect(all.length).toBeGreaterThan(4_000);
      });
    });
  });
}

const numbered = (field: string) => Array.from({ length: 110 }, (_, n) => `${field}${n}x`);
