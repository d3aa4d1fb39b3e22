import { expect, test } from "vitest";
import { TIERS } from "../../../../src/adapters/slack/rates.ts";
import { tierOf } from "../../../fakes/judge/slack-judge.ts";

test("every method that is held back has the tier that Slack's own reference gives it", () => {
  const published = Object.keys(TIERS).map((method) => [method, tierOf(method)]);
  expect(Object.entries(TIERS)).toEqual(published);
});
