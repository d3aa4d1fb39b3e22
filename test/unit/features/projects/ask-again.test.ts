import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Stage } from "../../../support/stage.ts";
import { BO, Guild } from "./guild.ts";

const MINUTE = 60_000;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

test("where a film is asked for already, a call soon after waits, and one much later is asked once more", async () => {
  const guild = new Guild(stage);
  await guild.say(guild.place("night-shift", "t1"), "Create a character named Sarah, a journalist");
  const place = guild.place("day-shift", "t2");
  const asked = async (times: number) => {
    await vi.waitFor(async () => {
      const told = await guild.heard(place);
      expect(told.filter((text) => text.includes("Which one is this for?"))).toHaveLength(times);
    });
  };
  const first = await guild.tell(place, "Create a character named John", BO);
  await asked(1);
  stage.clock.pass(5 * MINUTE);
  await guild.tell(place, "Who is John?", BO);
  await asked(1);
  stage.clock.pass(9 * MINUTE);
  const late = await guild.tell(place, "Is anybody there?", BO);
  await asked(2);
  expect((await guild.buttons(place)).every(({ state }) => state === "open")).toBe(true);
  await guild.press(place, await guild.button(place, "New film: Day Shift"), BO);
  expect((await guild.answer(first)).changes).toMatchObject([{ name: "John" }]);
  expect((await guild.answer(late)).reply.text).not.toBe("");
});
