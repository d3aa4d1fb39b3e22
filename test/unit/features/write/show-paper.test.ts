import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse, type Room } from "../../../support/house.ts";

let house: House;
let room: Room;
beforeAll(async () => {
  house = await openHouse();
  room = await house.room();
  await room.say("the logline is: A night nurse hears a voice nobody else hears.");
});
afterAll(() => house.close());

describe("asked for by its name", () => {
  test.each([
    "what's the logline?",
    "Show me the logline please",
    "logline?",
    "what is our current log line",
  ])("%j shows the paper whole", async (text) => {
    const { reply, choices, changes } = await room.say(text);
    expect(reply.text).toContain("A night nurse hears a voice nobody else hears.");
    expect(choices.map(({ label }) => label)).toEqual(["Draft another logline", "What it was before"]);
    expect(changes).toEqual([]);
  });

  test("a paper that is not there is said not to be, with what can be done", async () => {
    const { reply, choices } = await room.say("do we have a synopsis yet?");
    expect(reply.text).toMatch(/^There is no synopsis yet\./);
    expect(choices.length).toBeGreaterThan(1);
  });

  test.each(["what is the film called?", "what's the title again?"])("%j tells the title", async (text) => {
    const { title } = await room.project();
    expect((await room.say(text)).reply.text).toBe(`The film is called **${title}**.`);
  });

  test.each(["the treatment of Sarah is cruel", "what's the concept of time to him?"])(
    "%j asks for none",
    async (text) => {
      expect((await room.say(text)).reply.text).not.toMatch(/^There is no/);
    },
  );
});
