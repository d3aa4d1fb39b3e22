import { describe, expect, test } from "vitest";
import { readWish } from "../../../../../src/adapters/offline/writer/wish.ts";
import { ageWish } from "../../../../../src/adapters/offline/writer/wish-age.ts";
import { FILM } from "./samples.ts";

const wish = (brief: string) => readWish(brief, FILM);

test.each<[string, [number, number] | undefined]>([
  ["women over 60", [61, 84]],
  ["women over sixty", [61, 84]],
  ["60+", [60, 84]],
  ["40 and over", [40, 64]],
  ["under 30", [18, 29]],
  ["children under 10", [8, 9]],
  ["between 20 and 30", [20, 30]],
  ["30-20", [20, 30]],
  ["in her late forties", [47, 49]],
  ["in their early 20s or early thirties", [30, 33]],
  ["in his mid-fifties", [54, 56]],
  ["in their sixties", [60, 69]],
  ["teenagers", [13, 19]],
  ["kids", [7, 12]],
  ["boys", [8, 16]],
  ["middle-aged men", [42, 58]],
  ["an old woman", [64, 84]],
  ["young lovers", [19, 29]],
  ["a 28-year-old", [28, 28]],
  ["aged 51", [51, 51]],
  ["a detective", undefined],
])("ages of “%s”", (brief, ages) => {
  expect(ageWish(brief)).toEqual(ages && { low: ages[0], high: ages[1] });
});

describe("readWish", () => {
  test.each([
    ["background characters for the market", "extra"],
    ["day players", "day player"],
    ["a sidekick", "support"],
    ["a villain", "lead"],
    ["a nurse", undefined],
  ])("role of “%s”", (brief, role) => {
    expect(wish(brief).role).toBe(role);
  });

  test.each([
    ["women", "female"],
    ["two brothers", "male"],
    ["a non-binary hacker", "non-binary"],
    ["a detective in her fifties", "female"],
    ["men and women", undefined],
    ["a friend for the king", undefined],
  ])("gender of “%s”", (brief, gender) => {
    expect(wish(brief).gender).toBe(gender);
  });

  test.each([
    ["harbour pilots over 50", "harbour pilot"],
    ["a corrupt mayor", "mayor"],
    ["an 80-year-old piano teacher", "piano teacher"],
    ["cheese mongers", "cheese monger"],
    ["Nigerian businessmen", "businessman"],
    ["5 astronauts", "astronaut"],
    ["minor roles: waiters and cooks", "waiter"],
    ["a brother", undefined],
    ["background characters", undefined],
    ["a villain", undefined],
    ["someone for John", undefined],
  ])("job of “%s”", (brief, job) => {
    expect(wish(brief).job?.title).toBe(job);
  });

  test("places, peoples, names and ties", () => {
    expect(wish("women in Lisbon")).toMatchObject({ cultures: ["Portuguese"], place: "Lisbon" });
    expect(wish("Japanese chefs")).toMatchObject({ cultures: ["Japanese"], place: undefined });
    expect(wish("a mayor in Smallville")).toMatchObject({ cultures: [], place: "Smallville" });
    expect(wish("a mentor named Old Tom")).toMatchObject({ name: "Old Tom", archetype: "the mentor" });
    expect(wish("a rival for Sarah Jones")).toMatchObject({ relation: { word: "rival", to: "Sarah Jones" } });
    expect(wish("a rival for everyone").relation).toBeUndefined();
    expect(wish("a man with a limp who wants to go home")).toMatchObject({
      mark: "a limp who wants to go home",
    });
    expect(wish("a sailor afraid of water, with a wooden leg")).toMatchObject({
      fear: "water",
      mark: "a wooden leg",
    });
    expect(wish("a clerk who wants to sing.")).toMatchObject({ want: "to sing" });
  });

  test("a film's own papers say where it plays", () => {
    const documents = { concept: "Four hundred sleepers on a space station." };
    const fields = readWish("", { title: "Orbit", documents }).fields.map((field) => field.name);
    expect(fields).toEqual(["space"]);
  });

  test("settings bring the people who are found there, but not into other worlds", () => {
    expect(wish("people for the hospital").settingJobs.map((job) => job.title)).toContain("night nurse");
    expect(wish("people at the market on the space station").settingJobs).toEqual([]);
  });
});
