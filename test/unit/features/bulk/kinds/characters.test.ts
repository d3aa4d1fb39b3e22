import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BulkStudio } from "./bulk-studio.ts";

const WORKERS = 8;

describe("characters in bulk", () => {
  let film: BulkStudio;
  beforeEach(async () => {
    film = await BulkStudio.open();
  });
  afterEach(() => film.close());

  const jobsOf = async () =>
    (await film.list("character")).map(({ facts }) =>
      String(facts.occupation?.value).replace(/^retired /, ""),
    );

  test("two hundred by eight workers at once differ in name and in what they do", async () => {
    await film.make("character", "Ana", { occupation: "fishmonger" });
    const id = await film.begin("/bulk characters 200");
    const { queue } = film.studio;
    // Eight workers beside one another, each with the jobs it would have drawn.
    const piles = Array.from({ length: WORKERS }, (_, worker) =>
      queue.waiting.filter((_job, place) => place % WORKERS === worker),
    );
    queue.waiting = [];
    await Promise.all(piles.map((pile) => film.runBy(pile)));
    await film.settle();
    expect(await film.operation(id)).toMatchObject({ status: "completed", progress: { completed: 200 } });
    const everybody = await film.list("character");
    expect(new Set(everybody.map(({ name }) => name.toLowerCase())).size).toBe(201);
    expect(new Set(await jobsOf()).size).toBe(201);
  });

  test("background people for the market are extras, all of another trade, and lead back to their operation", async () => {
    const id = await film.begin("make 40 background characters for the market scenes");
    expect(await film.operation(id)).toMatchObject({ brief: "background for the market scenes" });
    await film.run();
    const crowd = await film.list("character");
    expect(crowd).toHaveLength(40);
    for (const entry of crowd) {
      expect(entry.facts.role?.value).toBe("extra");
      expect(entry.operation_id).toBe(id);
    }
    expect(new Set(await jobsOf()).size).toBe(40);
    expect(await jobsOf()).toEqual(
      expect.arrayContaining(["fruit seller", "spice merchant", "street musician"]),
    );
  });

  test("a second operation passes over what the first one's people do", async () => {
    for (const count of [60, 60]) {
      await film.begin(`/bulk characters ${count} again ${count}`);
      await film.run();
      film.stage.clock.pass(60_000);
    }
    expect(new Set(await jobsOf()).size).toBe(120);
  });
});
