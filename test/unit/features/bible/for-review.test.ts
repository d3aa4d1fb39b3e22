import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Stage } from "../../../support/stage.ts";
import { type Film, openFilm, WRITER } from "../schema/schema-room.ts";

const BEN = { ...WRITER, id: "ben", name: "Ben" };

let stage: Stage;
let film: Film;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  film = await openFilm(stage);
  await film.done("/project corrections reviewed");
  await film.say("/character create Sarah age=28 occupation=journalist traits=brave, kind", WRITER);
});
afterAll(() => stage.close());

const value = async (field: string) => (await film.entry("Sarah")).facts[field]?.value;

describe("where corrections are reviewed, a command of somebody else", () => {
  test("writes what is new, and lets the rest wait for whose words it is", async () => {
    const asked = await film.say("/character edit Sarah age=31 gender=female occupation=", BEN);
    expect(asked.reply.text).toContain("These correct what somebody else said");
    expect([await value("age"), await value("occupation"), await value("gender")]).toEqual([
      28,
      "journalist",
      "female",
    ]);
    await film.press(asked, "Accept all 2", WRITER);
    expect([await value("age"), await value("occupation")]).toEqual([31, undefined]);
  });

  test("is not accepted by who made it", async () => {
    const asked = await film.say("/character edit Sarah age=31", BEN);
    expect((await film.press(asked, "Accept", BEN)).error?.code).toBe("forbidden");
    expect(await value("age")).toBe(28);
  });

  test("lets a list grow, and asks before something is taken from it", async () => {
    const grown = await film.say("/character edit Sarah traits=brave, kind, calm", BEN);
    expect(grown.changes).toHaveLength(1);
    const asked = await film.say("/character edit Sarah traits=calm, sly", BEN);
    // The list is Ben's since he wrote it last.
    expect(asked.changes).toHaveLength(1);
    const back = await film.say("/character edit Sarah traits=brave", WRITER);
    expect(back.changes).toEqual([]);
    await film.press(back, "Accept");
    expect(await value("traits")).toEqual(["brave"]);
  });

  test("lets a new name and a removal wait", async () => {
    const named = await film.say("/character rename Sarah Jane", BEN);
    expect(named.changes).toEqual([]);
    const gone = await film.say("/character remove Sarah", BEN);
    expect(gone.changes).toEqual([]);
    await film.press(named, "Accept");
    expect((await film.entry("Jane")).facts.age?.value).toBe(28);
  });

  test("does not hold up a producer, nor the person whose words they are", async () => {
    expect((await film.say("/character edit Sarah age=29", WRITER)).changes).toHaveLength(1);
    expect((await film.done("/character edit Sarah age=30")).changes).toHaveLength(1);
    expect(await value("age")).toBe(30);
  });

  test("is still refused when it does not fit", async () => {
    expect(await film.refused("/character edit Sarah age=old", BEN)).toContain("does not fit");
  });
});
