import { expect, test } from "vitest";
import { WholeUpTo } from "../../../src/lib/whole-up-to.ts";

test("what was heard is whole up to now, and up to the gap while something of it is missing", () => {
  const lab = { now: new Date(1_000), isBusy: false };
  const whole = new WholeUpTo({ now: () => lab.now, isBusy: () => lab.isBusy });
  expect(whole.at).toEqual(new Date(1_000));
  whole.behind(new Date(500));
  const planned = whole.plan();
  expect(whole.at).toEqual(new Date(500));
  lab.isBusy = true;
  planned();
  expect(whole.at).toEqual(new Date(500));
  // A gap after another that was not read: what was missing first is missing still.
  whole.behind(new Date(900));
  expect(whole.at).toEqual(new Date(500));
  whole.behind(new Date(400));
  expect(whole.at).toEqual(new Date(400));
  lab.isBusy = false;
  expect(whole.at).toEqual(new Date(1_000));
  whole.behind(new Date(900));
  lab.isBusy = true;
  expect(whole.at).toEqual(new Date(900));
});
