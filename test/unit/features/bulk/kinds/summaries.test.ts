import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commitChanges, revision } from "../../../../contract/bible-samples.ts";
import { BulkStudio } from "./bulk-studio.ts";

describe("summaries in bulk", () => {
  let film: BulkStudio;
  beforeEach(async () => {
    film = await BulkStudio.open();
  });
  afterEach(() => film.close());

  const scene = (name: string, more: Record<string, string | string[]> = {}) =>
    film.make("scene", name, { heading: "INT. DINER - NIGHT", ...more });
  const summariesNow = async () =>
    Object.fromEntries((await film.list("scene")).map(({ name, facts }) => [name, facts.summary?.value]));

  test("every scene without one gets one that says what is known, and the others keep theirs", async () => {
    const ana = await film.make("character", "Ana", { occupation: "nurse" });
    await film.make(
      "scene",
      "One",
      { heading: "EXT. PIER - DAWN", characters: ["Ana"] },
      { links: { characters: [ana.id] } },
    );
    await scene("Two", { summary: "Told by Ada." });
    await scene("Three");
    const id = await film.begin("summarise all scenes");
    expect(await film.text(id)).toContain("1 scene keeps the summary it has.");
    await film.run();
    expect(await summariesNow()).toEqual({
      One: "Ana (nurse) is outside, at the pier at dawn.",
      Two: "Told by Ada.",
      Three: "The scene plays inside the diner at night.",
    });
    expect(await film.text(id)).toContain("Done: 2 scenes have a new summary.");
    const [one] = await film.list("scene");
    expect(one?.facts.summary).toMatchObject({ status: "proposed", by: "backlot" });
    expect(one?.status).toBe("confirmed");
  });

  test("undo all brings every scene back to what it was", async () => {
    await scene("One", { summary: "Told by Ada." });
    await scene("Two");
    const before = await film.list("scene");
    const id = await film.begin("/bulk summaries all");
    await film.run();
    expect(await summariesNow()).toEqual({
      One: "The scene plays inside the diner at night.",
      Two: "The scene plays inside the diner at night.",
    });
    const view = await film.press(id, "Undo all");
    expect(view.error).toBeUndefined();
    const after = await film.list("scene");
    expect(after.map(({ facts, status, links }) => ({ facts, status, links }))).toEqual(
      before.map(({ facts, status, links }) => ({ facts, status, links })),
    );
  });

  test("undo all leaves what people wrote since alone and says so", async () => {
    await scene("One");
    const id = await film.begin("/bulk summaries");
    await film.run();
    const [one] = await film.list("scene");
    if (!one?.facts.summary) throw new Error("no summary");
    const facts = { ...one.facts, summary: { ...one.facts.summary, value: "Mine." } };
    await commitChanges(film.stage.stores, film.session, [revision(film.session, one, { facts }).change]);
    const view = await film.press(id, "Undo all");
    expect(view.error).toMatchObject({ code: "conflict", message: expect.stringContaining("One") });
    expect(await summariesNow()).toEqual({ One: "Mine." });
  });

  test("a scene that somebody writes to in between is read again and loses nothing", async () => {
    const one = await scene("One");
    await film.begin("/bulk summaries");
    const { operations } = film.stage.stores;
    const complete = operations.complete;
    let hurt = 0;
    Object.assign(operations, {
      complete: async (...args: Parameters<typeof complete>) => {
        hurt += 1;
        if (hurt === 1) {
          const facts = { ...one.facts, heading: { ...one.facts.heading, value: "EXT. PIER - DAY" } };
          await commitChanges(film.stage.stores, film.session, [
            revision(film.session, one, { facts: facts as typeof one.facts }).change,
          ]);
        }
        return complete(...args);
      },
    });
    await film.run();
    const [now] = await film.list("scene");
    expect(hurt).toBe(2);
    expect(now?.facts.heading?.value).toBe("EXT. PIER - DAY");
    expect(now?.facts.summary?.value).toBe("The scene plays outside, at the pier by day.");
  });

  test("a summary that somebody wrote meanwhile stays", async () => {
    const one = await scene("One");
    const id = await film.begin("/bulk summaries");
    const facts = { ...one.facts, summary: { ...one.facts.heading, value: "Mine." } };
    await commitChanges(film.stage.stores, film.session, [
      revision(film.session, one, { facts: facts as typeof one.facts }).change,
    ]);
    await film.run();
    expect(await summariesNow()).toEqual({ One: "Mine." });
    expect(await film.operation(id)).toMatchObject({
      status: "completed",
      progress: { completed: 1, failed: 0 },
    });
  });

  test("scenes that are gone, locked or known by name alone fail in plain words; the rest is done", async () => {
    const gone = await scene("Gone");
    const locked = { by: "ada", name: "Ada", at: gone.created_at };
    await film.make("scene", "Locked", { heading: "INT. BAR - DAY" }, { status: "locked", locked });
    await film.make("scene", "Bare");
    await scene("Fine");
    const id = await film.begin("/bulk summaries");
    await commitChanges(film.stage.stores, film.session, [
      revision(film.session, gone, { status: "removed" }).change,
    ]);
    await film.run();
    const items = await film.stage.stores.operations.items(id, { status: ["failed"] });
    expect(items.map(({ error }) => error)).toEqual([
      expect.stringMatching(/^Gone is no longer in the bible/),
      expect.stringMatching(/^Locked is locked by Ada/),
      expect.stringMatching(/^nothing is known of Bare yet but its name/),
    ]);
    expect(await film.text(id)).toContain("1 of 4 summaries written, 3 failed");
  });

  test("a process that dies in between leaves no scene out and writes none twice", async () => {
    for (let number = 0; number < 60; number += 1) await scene(`Scene ${number}`);
    const id = await film.begin("/bulk summaries");
    const { queue } = film.studio;
    const [first] = queue.waiting;
    if (!first) throw new Error("no jobs");
    queue.waiting = [first];
    await queue.runAll();
    expect((await film.operation(id))?.progress.completed).toBe(25);
    await film.die();
    await film.run();
    expect(await film.operation(id)).toMatchObject({ status: "completed", progress: { completed: 60 } });
    const changes = await film.stage.stores.bible.changesOfOperation(id);
    expect(new Set(changes.map(({ entry_id }) => entry_id)).size).toBe(60);
    expect(changes).toHaveLength(60);
  });

  test("an empty selection starts nothing and says what leads on", async () => {
    expect((await film.say("/bulk summaries")).error).toMatchObject({
      message: "There are no scenes yet to summarise.",
    });
    await scene("One", { summary: "Told." });
    const view = await film.say("/bulk summaries");
    expect(view.operation).toBeUndefined();
    expect(view.error?.hint).toContain("/bulk summaries all");
  });
});
