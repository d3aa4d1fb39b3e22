import { describe, expect, test } from "vitest";
import { bulkRoom } from "./bulk-room.ts";

const FILM = [
  "Create a character named Sarah, a journalist",
  "Create a character named Tom, a baker",
  "INT. DINER - NIGHT. Sarah meets Tom.",
  "EXT. PIER - DAY. Tom waits.",
  "INT. CAR - NIGHT. Sarah drives.",
] as const;
const DONE = ["/workflow complete screenplay", "/workflow complete lock", "/workflow complete breakdown"];
const TOLD = "Screenplay, Lock and number and Breakdown were done before this and may be out of date.";
const STALE = "~ Breakdown (done, but may be out of date: ";

describe("a done step, when bulk work makes what it was made from", () => {
  const room = bulkRoom();
  const all = async (...texts: readonly string[]) => {
    for (const text of texts) {
      room.stage().clock.pass(1_000);
      await room.say(text);
    }
  };
  const steps = async () => (await room.say("/workflow steps")).reply.text;
  /** Runs what waits, until its message says how it ended. */
  const make = async (text: string) => {
    room.stage().clock.pass(1_000);
    const view = await room.say(text);
    await room.queue().runAll();
    const id = view.operation?.id ?? "";
    await expect
      .poll(async () => {
        room.stage().clock.pass(200);
        return (await room.stage().stores.operations.get(id))?.shown;
      })
      .toBe(true);
    const { text: shown = "" } = (await room.stage().stores.messages.get(view.message_id)) ?? {};
    return { id, shown };
  };
  const marks = () => room.stage().stores.stale.list({ project_id: room.session().project_id }, 1_000);

  test("is out of date, for the reason that talk gives, until the work is taken back and again with its redo", async () => {
    await all(...FILM, ...DONE);
    const { id, shown } = await make("/bulk scenes 2");
    expect(shown).toContain(TOLD);
    const made = (await room.entries()).filter(({ operation_id }) => operation_id === id);
    expect(await steps()).toContain(STALE);
    const reasons = new Set((await marks()).map(({ reason }) => reason));
    expect([...reasons].sort()).toEqual(made.map(({ name }) => `${name} was added`).sort());
    await all(`/jobs undo ${id}`);
    expect(await marks()).toEqual([]);
    expect(await steps()).not.toContain("out of date");
    await all("/redo");
    expect(await steps()).toContain(STALE);
  });

  test("is marked once however often the end is shown, and no more when somebody says that it holds", async () => {
    await all(...FILM, ...DONE);
    await make("/bulk scenes 2");
    const before = await marks();
    expect(before).toHaveLength(6);
    await all("/workflow complete breakdown");
    const kept = await marks();
    expect(kept).toHaveLength(4);
    await room.stage().stores.operations.outdates(kept);
    expect(await marks()).toEqual(kept);
  });

  test("costs a few marks however many items there are, and counts the rest", async () => {
    await all(...FILM, ...DONE);
    await make("/bulk scenes 50");
    const reasons = (await marks()).filter(({ dependant_id }) => dependant_id.endsWith(":step:breakdown"));
    expect(reasons).toHaveLength(20);
    expect(reasons[0]?.reason).toMatch(/ was added, and 49 more like it$/);
    expect(await steps()).toMatch(
      /Breakdown \(done, but may be out of date: [^;(]+ was added, and 49 more like it/,
    );
  });

  test("is left alone by what it was not made from, and by what was made before it was done", async () => {
    await all(...FILM);
    await make("/bulk scenes 2");
    await all(...DONE);
    const { shown } = await make("/bulk sheets");
    expect(shown).not.toContain("out of date");
    expect(await marks()).toEqual([]);
  });

  test("is out of date when work is taken back that it was made from", async () => {
    await all(...FILM);
    const { id } = await make("/bulk scenes 2");
    await all(...DONE);
    room.stage().clock.pass(1_000);
    const undone = await room.say(`/jobs undo ${id}`);
    expect(undone.reply.text).toContain(TOLD);
    expect(await steps()).toContain(" was removed");
    await all("/redo");
    expect(await steps()).not.toContain(" was removed");
  });

  test("is out of date after an import, too", async () => {
    await all(...FILM, ...DONE);
    const rows = Array.from({ length: 30 }, (_, index) => `INT. ROOM ${index} - DAY,Room ${index}`);
    const view = await room.upload("scenes.csv", ["heading,location", ...rows].join("\n"), "/import scenes");
    const label = view.choices[0]?.label ?? view.reply.text;
    const done = await room.press(view, label);
    expect(done.reply.text).toContain("may be out of date");
    expect(await steps()).toMatch(
      /Lock and number \(done, but may be out of date: .* was added, and 29 more like it/,
    );
    const own = (await marks()).filter(({ dependant_id }) => dependant_id.endsWith(":step:breakdown"));
    expect(own).toHaveLength(20);
  });
});
