import { beforeEach, describe, expect, test } from "vitest";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import { BO, talkRoom } from "../extract/talk-room.ts";

const room = talkRoom();
const CY = { id: "cy", name: "Cy", role: "writer" } as const;

const linesOf = (view: TurnView) =>
  view.reply.blocks.flatMap((block) => (block.type === "list" ? block.items : []));
const labels = (view: TurnView) => view.choices.map((choice) => choice.label);

describe("two people in one session", () => {
  beforeEach(async () => {
    await room.say("Create a character named Sarah, a 28-year-old journalist", BO);
    await room.say("make Sarah 29");
    await room.say("Sarah is afraid of water", BO);
  });

  test("each fact is of who said it, with their words", async () => {
    const sarah = await room.entry("Sarah");
    expect(sarah?.facts).toMatchObject({
      occupation: { by: "bo", evidence: { quote: expect.stringContaining("journalist") } },
      age: { by: "ada", value: 29 },
      fear: { by: "bo", value: "water" },
    });
    expect(linesOf(await room.say("/history Sarah"))).toEqual([
      "Sarah: fear water. Bo, just now, 22 Nov 2026: “Sarah is afraid of water”",
      "Sarah: age 28 → 29. Ada, just now, 22 Nov 2026: “make Sarah 29”",
      "Sarah: made, age 28, occupation journalist. Bo, just now, 22 Nov 2026: “Create a character named Sarah, a 28-year-old journalist”",
    ]);
  });

  test("the history is of one of them when asked", async () => {
    const of = async (words: string, person = CY) => linesOf(await room.say(`/history ${words}`, person));
    expect(await of("by Ada")).toEqual([expect.stringMatching(/^Sarah: age 28 → 29\. Ada/)]);
    expect(await of("Sarah by bo")).toHaveLength(2);
    expect(await of("Sarah by Bo 1")).toHaveLength(1);
    expect(await of("by me", BO as typeof CY)).toHaveLength(2);
    const nobody = await room.say("/history by Zoe");
    expect(nobody.error).toMatchObject({ code: "not_found", hint: "I know Bo, Ada and Cy." });
  });

  test("one may undo the other's, and is told whose it was", async () => {
    const undone = await room.say("undo that");
    expect(undone.reply.text).toMatch(/^Undone\. Updated \*\*Sarah\*\*\. That was Bo’s\./);
    expect(await room.fact("fear")).toBeUndefined();
    expect((await room.say("undo that")).reply.text).not.toContain("That was");
    const both = await room.say("redo the last two", BO);
    expect(both.reply.text).toMatch(/^Redone\./);
    expect((await room.say("undo the last two", CY)).reply.text).toContain("That was Ada’s and Bo’s.");
    expect(await room.fact("age")).toMatchObject({ value: 28, by: "bo" });
  });

  test("“my last change” is one's own", async () => {
    await room.say("undo my last change");
    expect((await room.fact("age"))?.value).toBe(28);
    expect((await room.fact("fear"))?.value).toBe("water");
    await room.say("undo what I said about Sarah", BO);
    expect(await room.entry("Sarah")).toBeUndefined();
    expect((await room.say("bring Sarah back", CY)).reply.text).toContain("Brought back **Sarah**");
  });

  test("who only pressed a button has a name too", async () => {
    const offered = await room.say("/history Sarah 1");
    await room.press(offered, /^Undo Sarah: fear water/, CY);
    expect(linesOf(await room.say("/history Sarah 2"))).toEqual([
      "Sarah: fear water → nothing, an undo. Cy, just now, 22 Nov 2026",
      expect.stringMatching(/^Sarah: fear water \(undone\)\. Bo/),
    ]);
  });
});

describe("where what is said is proposed first", () => {
  beforeEach(() => room.configure({ settings: { saving: "propose", corrections: "open" } }));

  test("the words stay the speaker's, and the history names both", async () => {
    const proposal = await room.say("Create a character named Sarah, a 28-year-old journalist", BO);
    await room.press(proposal, /^Accept all/, CY);
    expect(linesOf(await room.say("/history"))).toEqual([
      expect.stringMatching(/^Sarah: made, .*\. Bo, accepted by Cy, just now/),
    ]);
    expect((await room.say("undo that")).reply.text).toContain("That was Bo’s.");
    await room.say("redo");
    await room.say("undo what I said about Sarah", BO);
    expect(await room.entry("Sarah")).toBeUndefined();
  });
});

describe("where corrections are reviewed", () => {
  beforeEach(() => room.configure({ settings: { saving: "receipt", corrections: "reviewed" } }));

  test("a writer undoes their own, a producer anybody's", async () => {
    await room.say("Create a character named Sarah, a 28-year-old journalist", BO);
    const refused = await room.say("undo that", CY);
    expect(refused.error).toMatchObject({
      code: "forbidden",
      message: "What was written of Sarah is somebody else’s, and this project reviews corrections.",
    });
    await room.say("undo that", BO);
    await room.say("redo", BO);
    expect((await room.say("undo that")).error).toBeUndefined();
    expect(await room.entry("Sarah")).toBeUndefined();
  });

  test("offers no Undo that would be refused", async () => {
    await room.say("Create a character named Sarah, a 28-year-old journalist", BO);
    expect(labels(await room.say("/history", CY))).toEqual([]);
    expect(labels(await room.say("/history", BO))).toHaveLength(1);
  });
});
