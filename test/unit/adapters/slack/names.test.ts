import { expect, test } from "vitest";
import type { Link } from "../../../../src/adapters/slack/link.ts";
import { createNames } from "../../../../src/adapters/slack/names.ts";
import { StillClock } from "../../../support/stage.ts";

/** A workspace with one channel, which counts how often it is asked. */
function workspace() {
  const asked: string[] = [];
  const info = async ({ channel }: { channel: string }) => {
    asked.push(channel);
    if (channel !== "C000001") throw new Error("channel_not_found");
    return { channel: { name: "film" } };
  };
  const web = { conversations: { info } } as unknown as Link["web"];
  const person = async (id: string) => (id === "U000001" ? "Ana" : undefined);
  const clock = new StillClock();
  return { asked, clock, named: createNames({ web }, clock, person) };
}

test("names stand in place of ids, and what nobody knows stays", async () => {
  const { named } = workspace();
  expect(await named("@U000001 and @U000002 in #C000001, not #C000002")).toBe(
    "@Ana and @U000002 in #film, not #C000002",
  );
  expect(await named("an email@U000001.test, @UNICEF, #CAST, C000001")).toBe(
    "an email@U000001.test, @UNICEF, #CAST, C000001",
  );
});

test("a channel is asked for once in ten minutes, also one that is not told", async () => {
  const { asked, clock, named } = workspace();
  for (const text of ["#C000001 #C000002", "#C000001 #C000002 #C000001"]) await named(text);
  expect(asked).toEqual(["C000001", "C000002"]);
  clock.pass(11 * 60_000);
  await named("#C000001");
  expect(asked).toHaveLength(3);
});
