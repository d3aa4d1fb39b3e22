import { expect, test } from "vitest";
import { joinedGap } from "../../../../src/adapters/slack/gaps.ts";

const home = { platform: "slack", workspace: "T1", channel: "C1" } as const;

test("what is missing of a channel twice is missing from the earlier on, in the threads of both", () => {
  const lost = { home, since: "5.000000", threads: new Map([["3.000000", "4.000000"]]) };
  const planned = {
    ...{ home, since: "2.000000", strange: true },
    threads: new Map([
      ["1.000000", "2.000000"],
      ["3.000000", "9.000000"],
    ]),
  };
  const both = {
    home,
    since: "2.000000",
    threads: new Map([
      ["1.000000", "2.000000"],
      ["3.000000", "4.000000"],
    ]),
  };
  expect(joinedGap(lost, planned)).toEqual(both);
  expect(joinedGap(planned, lost)).toEqual(both);
  expect(joinedGap(planned, planned).strange).toBe(true);
});
