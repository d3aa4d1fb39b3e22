import { describe, expect, test } from "vitest";
import { dealJob } from "../../../../../src/adapters/offline/writer/deal-jobs.ts";
import { readWish } from "../../../../../src/adapters/offline/writer/wish.ts";
import { aDraft, range } from "./samples.ts";

const deal = (brief: string, count: number, more = {}) =>
  range(count).map((index) => {
    const request = aDraft({ brief, index, ...more });
    return dealJob(readWish(brief, request.film), request).title;
  });
const distinct = (titles: readonly string[]) => new Set(titles).size;

describe("dealJob", () => {
  test.each(["", "background characters for the market scenes", "people in a hospital", "women over 50"])(
    "deals two hundred without a job coming twice: “%s”",
    (brief) => {
      expect(distinct(deal(brief, 200))).toBe(200);
    },
  );

  test("once all have come, none comes a second time more often than it must", () => {
    const titles = deal("knights in a castle", 100);
    const counts = [...Map.groupBy(titles, (title) => title).values()].map((each) => each.length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  test("leaves out what others of the film do", () => {
    const occupations = ["Fishmonger", "retired butcher", "pickpocket"];
    const titles = deal("extras at the market", 100, { occupations });
    for (const title of ["fishmonger", "butcher", "pickpocket"]) expect(titles).not.toContain(title);
    expect(distinct(titles)).toBe(100);
  });

  test("leaves out the trades of the tables that are retired ones, too", () => {
    const all = deal("", 400);
    const retired = all.filter((title) => title.startsWith("retired "));
    expect(retired).not.toHaveLength(0);
    const left = deal("", 300, { occupations: retired });
    for (const title of retired) expect(left).not.toContain(title);
  });

  test("when others do all there is, it deals all the same", () => {
    const occupations = deal("knights in a castle", 100);
    expect(deal("knights in a castle", 3, { occupations })).toHaveLength(3);
  });

  test("deals the same index the same job, whatever was dealt in between", () => {
    const whole = deal("", 60);
    deal("at the harbour", 5);
    expect(deal("", 60)).toEqual(whole);
  });
});
