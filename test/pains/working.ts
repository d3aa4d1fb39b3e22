import { expect, test } from "vitest";
import type { Premises } from "../rooms/premises.ts";
import { becomes, said, soon } from "../rooms/room.ts";
import { onBoth, SARAH } from "./both.ts";

const done = (text: string) => Number(/(\d+) of \d+/.exec(text)?.[1] ?? Number.NaN);

/** Work that takes its time: what it shows, and how it is stopped. */
export function working(get: () => Premises): void {
  test.concurrent("6. long work shows how far it is, growing, and its end is what there is", async () => {
    await onBoth(get(), async ({ talk }) => {
      const { id } = await said(talk, "/bulk characters 200 confirmed=any", /of 200/);
      const steps: number[] = [];
      await soon(() => {
        const now = talk.seen().find((message) => message.id === id)?.text ?? "";
        if (done(now) !== steps.at(-1)) steps.push(done(now));
        expect(now).toMatch(/200 of 200 characters created/);
      }, 60_000);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      await said(talk, "/character list", /200 characters/);
    });
  });

  test.concurrent("7. many progress messages at once stay within the platform's rate, and each shows its end", async () => {
    await onBoth(get(), async ({ talk }) => {
      const ends: [string, RegExp][] = [];
      // The same words twice would be asked about while the first are at work.
      for (const [kind, count] of [
        ["characters", 40],
        ["locations", 40],
        ["characters", 30],
      ]) {
        const { id } = await said(talk, `/bulk ${kind} ${count} confirmed=any`, new RegExp(`of ${count}`));
        ends.push([id, new RegExp(`${count} of ${count}`)]);
      }
      for (const [id, end] of ends) await becomes(talk, id, end, 60_000);
    });
    const ledgers = [get().discord.world.edits, get().slack.workspace.edits];
    expect(ledgers.map((ledger) => ledger?.violations)).toEqual([[], []]);
  });

  test.concurrent("9. cancel stops bulk work, and says truly what was kept", async () => {
    await onBoth(get(), async ({ talk }) => {
      await said(talk, SARAH, /Sarah/);
      const { id } = await said(talk, "/bulk characters 300 confirmed=any", /of 300/);
      await talk.press("Cancel");
      const end = await becomes(talk, id, /of 300 characters created, \d+ cancelled/, 60_000);
      const kept = done(end.text);
      expect(kept + Number(/(\d+) cancelled/.exec(end.text)?.[1])).toBe(300);
      await said(talk, "/character list", new RegExp(`${kept + 1} character`));
      if (kept === 0) return;
      await talk.press("Undo all");
      await soon(async () =>
        expect((await said(talk, "/character list", /character/)).text).toMatch(/1 character\b/),
      );
    });
  });
}
