import { beforeEach, describe, expect, test } from "vitest";
import { BO, talkRoom, VIC } from "../extract/talk-room.ts";

const room = talkRoom();

const cardOf = (view: Awaited<ReturnType<typeof room.say>>) => {
  const card = view.reply.blocks.find((block) => block.type === "card");
  return card?.type === "card" ? card : undefined;
};
const labels = (view: Awaited<ReturnType<typeof room.say>>) => view.choices.map((choice) => choice.label);

describe("confirming", () => {
  const draft = async () => {
    await room.say("invent a villain");
    const entry = (await room.entries()).find((each) => each.status === "draft");
    if (!entry) throw new Error("no draft");
    return entry;
  };

  test("makes a draft and its guesses confirmed, as whose they are, in one change that can be undone", async () => {
    const before = await draft();
    const card = await room.say(`/character ${before.name}`);
    expect(cardOf(card)?.subtitle).toBe("character, draft");
    const done = await room.press(card, `Confirm ${before.name}`, BO);
    expect(done.changes).toHaveLength(1);
    const after = await room.entry(before.name);
    expect(after?.status).toBe("confirmed");
    const facts = Object.values(after?.facts ?? {});
    expect(new Set(facts.map(({ status, by }) => `${status} ${by}`))).toEqual(new Set(["confirmed backlot"]));
    expect(labels(await room.say(`/character ${before.name}`))).toEqual([`Edit ${before.name}`]);
    expect((await room.say("undo that")).reply.text).toContain(`**${before.name}** is a draft again.`);
    expect((await room.entry(before.name))?.facts).toEqual(before.facts);
    await room.say("redo");
    expect((await room.entry(before.name))?.status).toBe("confirmed");
  });

  test("says so when there is nothing to confirm, and takes a writer", async () => {
    await room.say("/character create Sarah");
    expect((await room.say("/character confirm Sarah")).reply.text).toBe("Sarah is confirmed already.");
    expect((await room.say("/character confirm Sarah", VIC)).error).toMatchObject({ code: "forbidden" });
    expect((await room.say("/character confirm Vera")).error).toMatchObject({ code: "not_found" });
  });
});

describe("locking", () => {
  beforeEach(async () => {
    await room.say("/character create Sarah age=28");
    await room.say("/character lock Sarah");
  });

  const REFUSED =
    'Sarah is locked by Ada, so nothing changes. A producer takes the lock off with /character unlock "Sarah".';

  test("keeps talk and edits out, and says who locked it and how to open it", async () => {
    expect((await room.say("make Sarah 31", BO)).reply.text).toBe(REFUSED);
    expect((await room.say("/character edit Sarah age=31", BO)).reply.text).toBe(REFUSED);
    expect((await room.say("delete Sarah", BO)).reply.text).toBe(REFUSED);
    expect((await room.fact("age"))?.value).toBe(28);
    const card = await room.say("/character Sarah");
    expect(cardOf(card)?.subtitle).toBe("character, locked by Ada");
    expect(labels(card)).toEqual(["Unlock Sarah"]);
    expect(labels(await room.say("/character Sarah", BO))).toEqual([]);
    expect((await room.say("/character confirm Sarah")).error).toMatchObject({ code: "blocked" });
    expect((await room.say("/character lock Sarah")).error).toMatchObject({
      message: "Sarah is locked by Ada.",
    });
  });

  test("is a producer's, undo of it too", async () => {
    for (const words of ["/character lock Sarah", "/character unlock Sarah", "undo that"])
      expect((await room.say(words, BO)).error).toMatchObject({ code: "forbidden" });
    await room.say("undo that");
    expect((await room.entry("Sarah"))?.status).toBe("confirmed");
    await room.say("redo");
    expect(await room.entry("Sarah")).toMatchObject({ status: "locked", locked: { by: "ada", name: "Ada" } });
  });

  test("ends with unlock, and what was said before it stays undone by nobody", async () => {
    const old = await room.say("/history Sarah");
    expect(labels(old)).toEqual(["Undo Sarah: locked"]);
    const open = await room.press(await room.say("/character Sarah"), "Unlock Sarah");
    expect(open.reply.text).toBe("**Sarah** is open again: talk and edits change it.");
    expect(await room.entry("Sarah")).not.toHaveProperty("locked");
    await room.say("/character edit Sarah age=31", BO);
    expect((await room.fact("age"))?.value).toBe(31);
    expect((await room.say("/character unlock Sarah")).reply.text).toBe("Sarah is open already.");
  });
});
