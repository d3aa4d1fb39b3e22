import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Room } from "../../../support/house.ts";

let house: House;
let room: Room;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  room = await house.room();
});
afterAll(() => house.close());

const marks = async () => (await room.project()).step_marks;

describe("said without a slash", () => {
  it.each([
    ["skip the synopsis, we go straight to the beats", "we go straight to the beats"],
    ["Let's skip the synopsis because nobody reads it", "nobody reads it"],
    ["ok skip synopsis: no time", "no time"],
  ])("“%s” skips a step with its reason", async (text, reason) => {
    await room.say(text);
    expect((await marks()).synopsis).toMatchObject({ state: "skipped", reason });
  });

  it("a skip without a reason is asked for one", async () => {
    expect((await room.say("skip the synopsis")).reply.text).toContain("Say why Synopsis is skipped");
    expect((await room.say("can we skip the synopsis?")).reply.text).toContain("Say why Synopsis is skipped");
    expect(await marks()).toEqual({});
  });

  it.each([
    "The screenplay is finished!",
    "the script is done",
    "mark the screenplay as done",
    "we're done with the screenplay",
  ])("“%s” marks a step done, once those before it are", async (text) => {
    expect((await room.say(text)).reply.text).toContain(
      "Screenplay is locked: Scene outline must come first.",
    );
    await room.say("/workflow override screenplay it came in finished", text);
    expect((await marks()).screenplay).toMatchObject({ state: "completed" });
  });

  it.each(["write the breakdown", "can you draft a storyboard for scene 1?", "make the shooting schedule"])(
    "“%s” says what holds it back, and what is made elsewhere",
    async (text) => {
      expect((await room.say(text)).reply.text).toContain("is locked");
      await room.say("/workflow override screenplay it came in finished");
      const script = await room.say("write the script");
      expect(script.reply.text).toContain("I do not make the **screenplay** myself");
      expect(script.choices.map(({ label }) => label)).toEqual(["Export the tables", "Mark screenplay done"]);
      expect((await room.say("write a logline")).reply.text).toContain("Here is a logline");
    },
  );

  it("a step is opened again, or worked on next", async () => {
    await room.say("skip the concept: we have the logline");
    await room.say("reopen the concept");
    expect(await marks()).toEqual({});
    await room.say("let's move on to the characters");
    expect((await room.project()).active_step).toBe("characters");
  });

  it("going back shows first what would be put aside", async () => {
    await room.say(
      "the logline is: A nurse hears a voice.",
      "the synopsis is: A nurse hears a voice and follows it.",
    );
    const view = await room.say("let's go back to the logline: the voice is wrong");
    expect(view.reply.text).toContain("synopsis");
    expect((await room.project()).documents.synopsis).toBeTruthy();
    await room.press(view, view.choices[0]?.label ?? "");
    expect((await room.project()).documents).toEqual({ logline: "A nurse hears a voice." });
  });

  it.each([
    "Is the screenplay finished?",
    "Tom is done",
    "skip the part where she cries",
    "if the screenplay is done we can shoot",
    "She works on the schedule of the night shift",
    "work on Sarah",
  ])("“%s” moves nothing", async (text) => {
    await room.say(text);
    const { step_marks, active_step } = await room.project();
    expect({ step_marks, active_step }).toEqual({ step_marks: {}, active_step: undefined });
  });
});
