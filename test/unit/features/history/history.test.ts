import { beforeEach, describe, expect, test } from "vitest";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import { BO, talkRoom, VIC } from "../extract/talk-room.ts";

const room = talkRoom();

const listOf = (view: TurnView) => {
  const list = view.reply.blocks.find((block) => block.type === "list");
  if (list?.type !== "list") throw new Error(`no list in ${view.reply.text}`);
  return list;
};
const whats = (view: TurnView) => listOf(view).items.map((item) => item.split(". ")[0]);
const labels = (view: TurnView) => view.choices.map((choice) => choice.label);

describe("/history", () => {
  test("says how to begin when there is nothing", async () => {
    expect((await room.say("/history")).reply.text).toBe(
      "Nothing has been written to this bible yet. Say who the film is about.",
    );
  });

  test("tells each kind of change in words", async () => {
    await room.say("Create a character named Sarah, a 28-year-old journalist");
    await room.say("Create a character named John");
    await room.say("Sarah and John are siblings");
    await room.say("rename Sarah to Jane");
    await room.say("Jane has no occupation");
    await room.say("delete John");
    expect(whats(await room.say("/history"))).toEqual(
      expect.arrayContaining([
        "John: taken out",
        "Jane – John: sibling: taken out",
        expect.stringMatching(/^Jane: called Sarah before/),
        "Sarah – John: sibling: made",
        "John: made",
        "Sarah: made, age 28, occupation journalist",
      ]),
    );
  });

  test("comes in pages, to the first change, each once", async () => {
    for (const age of [20, 21, 22, 23, 24])
      await room.say(`/character ${age === 20 ? "create" : "edit"} Sarah age=${age}`);
    const first = await room.say("/history Sarah 2");
    expect(listOf(first)).toMatchObject({ title: "The latest changes to Sarah" });
    const second = await room.press(first, "Older");
    expect(listOf(second)).toMatchObject({ title: "The earlier changes to Sarah" });
    const third = await room.press(second, "Older");
    expect([first, second, third].flatMap(whats)).toEqual([
      "Sarah: age 23 → 24",
      "Sarah: age 22 → 23",
      "Sarah: age 21 → 22",
      "Sarah: age 20 → 21",
      "Sarah: made, age 20",
    ]);
    expect(labels(third)).not.toContain("Older");
  });

  test("offers Undo for what can be undone as things stand, and for nothing else", async () => {
    await room.say("/character create Sarah age=20");
    await room.say("/character edit Sarah age=21");
    await room.say("/character edit Sarah age=22");
    const view = await room.say("/history");
    expect(labels(view)).toEqual(["Undo Sarah: age 21 → 22"]);
    await room.press(view, /^Undo/);
    expect((await room.fact("age"))?.value).toBe(21);
    expect(labels(await room.say("/history"))).toEqual(["Undo Sarah: age 20 → 21"]);
    expect(labels(await room.say("/history", VIC))).toEqual([]);
  });

  test("finds an entry by an earlier name, by a name with a number, and one that is gone", async () => {
    await room.say("/character create Sarah");
    await room.say("/character rename Sarah Jane");
    await room.say('/character create "Guard 2"');
    await room.say("/character remove Jane");
    expect(listOf(await room.say("/history sarah")).title).toBe("The latest changes to Jane");
    expect(listOf(await room.say("/history Guard 2")).title).toBe("The latest changes to Guard 2");
    expect(listOf(await room.say("/character history Guard 2 1")).items).toHaveLength(1);
    expect((await room.say("/history Nobody")).error).toMatchObject({ code: "not_found" });
    expect((await room.say("/location history Jane")).error).toMatchObject({ code: "not_found" });
  });

  test("does not tell of another project", async () => {
    await room.elsewhere("Create a character named Vera");
    expect((await room.say("/history Vera")).error).toMatchObject({ code: "not_found" });
    expect((await room.say("/history")).reply.text).toMatch(/^Nothing has been written/);
  });
});

describe("the papers of a project", () => {
  const logline = async (text: string, person?: typeof BO) => room.say(`the logline is: ${text}`, person);
  const FIRST = "A reporter finds her own name in the files.";
  const SECOND = "A nurse hunts the man who saved her brother.";

  beforeEach(async () => {
    await logline(FIRST);
    await logline(SECOND, BO);
  });

  const now = async () => (await room.project()).documents.logline;

  test("are undone and redone like the bible, in the order of writing", async () => {
    await room.say("Create a character named Sarah");
    await room.say("undo that");
    expect((await room.say("undo that")).reply.text).toMatch(
      /^Undone\. The logline reads “A reporter finds her own name in the files\.” again\. That was Bo’s\./,
    );
    expect(await now()).toBe(FIRST);
    await room.say("undo that");
    expect(await now()).toBeUndefined();
    await room.say("redo the last 3");
    expect(await now()).toBe(SECOND);
    expect(await room.entry("Sarah")).toBeDefined();
  });

  test("have a history of their texts, each of which can come back", async () => {
    const texts = await room.say("/history logline");
    expect(listOf(texts).items).toEqual([
      `“${SECOND}” Bo, just now, 22 Nov 2026`,
      `“${FIRST}” Ada, just now, 22 Nov 2026`,
    ]);
    expect(labels(texts)).toEqual([`Bring back “${FIRST}”`]);
    const back = await room.press(texts, /^Bring back/);
    expect(await now()).toBe(FIRST);
    await room.press(back, "Undo");
    expect(await now()).toBe(SECOND);
    expect(whats(await room.say("/history"))[0]).toBe(`The logline: “${SECOND}”, an undo`);
  });

  test("are not taken back over a later text", async () => {
    const third = await logline("A cop hunts his own brother.");
    const undo = await room.say("/history 3");
    await room.press(third, "Undo");
    await logline("A judge tries her own son.");
    const refused = await room.press(undo, /^Undo the logline/);
    expect(refused.error).toMatchObject({ code: "conflict" });
    expect(await now()).toBe("A judge tries her own son.");
  });

  test("are taken back with what else their message wrote, each once", async () => {
    const both = await room.say("Create a character named Vera. The logline is: A nurse sails home alone.");
    expect(both.changes).toHaveLength(1);
    await room.press(await room.say("/history Vera"), /^Undo Vera/);
    expect(await now()).not.toBe(SECOND);
    await room.say(`/undo turn=${both.turn_id}`);
    expect(await now()).toBe(SECOND);
    expect((await room.say(`/undo turn=${both.turn_id}`)).error).toMatchObject({
      code: "conflict",
      message: "That is undone already.",
    });
  });

  test("of another kind say so", async () => {
    expect((await room.say("/history beats")).reply.text).toMatch(/^This film has no beats yet/);
    expect((await room.say("/history restore=chg_none")).error).toMatchObject({ code: "not_found" });
  });
});
