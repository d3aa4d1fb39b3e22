import { beforeEach, describe, expect, test } from "vitest";
import { talkRoom } from "./talk-room.ts";

const room = talkRoom();

describe("a statement about several characters", () => {
  beforeEach(async () => {
    await room.say("Create Sarah, a journalist");
    await room.say("Create Tom, a cop");
    await room.say("Create Maya, a homicide cop");
  });

  test("is written to everyone of a group, in one change each, and undone together", async () => {
    await room.say("Sarah and Tom are in the heist crew");
    const view = await room.say("everyone in the heist crew is in their forties");
    expect(view.changes.map((change) => change.name)).toEqual(["Sarah", "Tom"]);
    expect((await room.fact("age_range", "Tom"))?.value).toBe("40s");
    expect(await room.fact("age_range", "Maya")).toBeUndefined();
    await room.say("undo");
    expect(await room.fact("age_range", "Sarah")).toBeUndefined();
    expect(await room.fact("age_range", "Tom")).toBeUndefined();
  });

  test("is proved by the words that say it", async () => {
    await room.say("all the cops are corrupt");
    const evidence = (await room.fact("traits", "Maya"))?.evidence;
    expect(evidence?.quote).toBe("corrupt");
    expect((await room.fact("traits", "Tom"))?.value).toEqual(["corrupt"]);
    expect(await room.fact("traits", "Sarah")).toBeUndefined();
  });

  test("reaches those in a scene, as they come and go", async () => {
    await room.say("INT. DINER - NIGHT. Sarah meets Tom.");
    await room.say("add Maya to the diner scene");
    await room.say("take Tom out of the diner scene");
    const view = await room.say("everybody in the diner scene is scared");
    expect(view.changes.map((change) => change.name).sort()).toEqual(["Maya", "Sarah"]);
  });

  test("reaches all", async () => {
    const view = await room.say("all characters are Irish");
    expect(view.changes.map((change) => change.name)).toEqual(["Maya", "Sarah", "Tom"]);
  });

  test("counts whoever the same message puts into the group", async () => {
    const view = await room.say(
      "Tom and Maya are in the heist crew. Everyone in the heist crew is in their fifties.",
    );
    expect(view.changes.map((change) => change.name)).toEqual(["Tom", "Maya"]);
    expect((await room.fact("age_range", "Maya"))?.value).toBe("50s");
  });

  test("ties everybody to somebody", async () => {
    const view = await room.say("all the cops work for Sarah");
    expect(view.changes.map((change) => change.name).sort()).toEqual([
      "Maya – Sarah: employee",
      "Tom – Sarah: employee",
    ]);
  });

  test.each([
    ["all the surgeons are corrupt", "No character has the job surgeon yet."],
    ["everyone in the chess club is Irish", "Nobody is in the chess club yet."],
  ])("says so when there is nobody: %s", async (words, reply) => {
    const view = await room.say(words);
    expect(view.changes).toEqual([]);
    expect(view.reply.text).toContain(reply);
  });

  test("no longer reaches who has left", async () => {
    await room.say("Sarah and Tom are in the heist crew");
    await room.say("Tom is no longer in the heist crew");
    const view = await room.say("everyone in the heist crew is Irish");
    expect(view.changes.map((change) => change.name)).toEqual(["Sarah"]);
  });
});

describe("a tie that ends", () => {
  beforeEach(async () => {
    await room.say("Create Sarah, a journalist");
    await room.say("Create Tom, a cop");
    await room.say("Sarah and Tom are secretly married");
  });

  test("is taken out, and comes back with undo", async () => {
    expect(await room.fact("secret", "Sarah – Tom: spouse", "relationship")).toMatchObject({ value: true });
    await room.say("Sarah and Tom are no longer married");
    expect(await room.entry("Sarah – Tom: spouse", "relationship")).toBeUndefined();
    await room.say("undo");
    expect(await room.entry("Sarah – Tom: spouse", "relationship")).toBeDefined();
  });

  test("by divorce is another", async () => {
    await room.say("Tom and Sarah divorced");
    expect(await room.entry("Sarah – Tom: spouse", "relationship")).toBeUndefined();
    expect(await room.entry("Sarah – Tom: ex-spouse", "relationship")).toBeDefined();
  });

  test("that never was changes nothing", async () => {
    const view = await room.say("Sarah and Tom aren't siblings");
    expect(view.changes).toEqual([]);
    expect(view.reply.text).toContain("I have nothing of the kind between Sarah and Tom.");
  });
});
