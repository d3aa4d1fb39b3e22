import { beforeEach, describe, expect, test } from "vitest";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import { BO, talkRoom, VIC } from "../extract/talk-room.ts";

const room = talkRoom();

const tableOf = (view: TurnView) => {
  const table = view.reply.blocks.find((block) => block.type === "table");
  if (table?.type !== "table") throw new Error(`no table in ${view.reply.text}`);
  return table;
};
const labels = (view: TurnView) => view.choices.map((choice) => choice.label);
const SINCE = expect.arrayContaining(["Since"]);

beforeEach(async () => {
  await room.say("Create a character named Sarah, a 28-year-old journalist");
});

describe("/character versions", () => {
  test("puts the newest three side by side: what differs, and how many fields do not", async () => {
    await room.say("make Sarah 29");
    await room.say("Create a character named John");
    await room.say("Sarah and John are siblings");
    await room.say("rename Sarah to Jane");
    await room.say("Jane is afraid of water", BO);
    const view = await room.say("/character versions Jane");
    expect(tableOf(view)).toMatchObject({
      title: "Jane, 3 of 4 versions",
      columns: ["Field", "v4 (now)", "v3", "v2"],
      rows: [
        ["Name", "Jane", "Jane", "Sarah"],
        ["Fear", "water", "–", "–"],
        ["Aliases", "Sarah", "Sarah", "–"],
        ["Since", "Bo, just now, 22 Nov 2026", "Ada, just now, 22 Nov 2026", "Ada, just now, 22 Nov 2026"],
      ],
      note: "2 other fields are the same in all.",
    });
    expect(labels(view)).toEqual(["Bring back version 3", "Bring back version 2"]);
    expect(labels(await room.say("/character versions Jane", VIC))).toEqual([]);
    expect(tableOf(await room.say("/character versions Jane 4")).columns).toHaveLength(5);
    expect(tableOf(await room.say("/character compare Jane 1 3"))).toMatchObject({
      columns: ["Field", "v3", "v1"],
      rows: [["Name", "Jane", "Sarah"], ["Age", "29", "28"], ["Aliases", "Sarah", "–"], SINCE],
    });
    expect((await room.say("/character compare Jane 1 9")).error).toMatchObject({
      message: "Which two versions of Jane should I compare? It has 4, 3, 2 and 1.",
      hint: 'Type for example: /character compare "Jane" 1 4',
    });
  });

  test("says so when there is only one, or nobody of the name", async () => {
    expect((await room.say("/character versions Sarah")).reply.text).toBe(
      "Sarah has only this one version so far.",
    );
    expect((await room.say("/character versions Vera")).error).toMatchObject({ code: "not_found" });
    expect((await room.say("/character versions")).error?.message).toBe("Whose versions do you want to see?");
  });

  test("counts no version for a tie, a lock or a confirmation", async () => {
    await room.say("/character lock Sarah");
    await room.say("/character unlock Sarah");
    await room.say("make Sarah 29");
    expect(tableOf(await room.say("/character versions Sarah")).columns).toEqual(["Field", "v4 (now)", "v1"]);
  });
});

describe("bringing a version back", () => {
  test("writes its values as one change, with names and links as an edit does, and can be undone", async () => {
    await room.say("Create a character named John");
    await room.say("Sarah and John are siblings");
    await room.say("/character edit Sarah age=29 fear=water");
    await room.say("rename Sarah to Jane");
    const before = await room.entries();
    const back = await room.press(await room.say("/character versions Jane"), "Bring back version 1", BO);
    expect(back.reply.text).toMatch(/^\*\*Sarah\*\* is back to version 1\./);
    const sarah = await room.entry("Sarah");
    expect(sarah?.facts).toMatchObject({ age: { value: 28, by: "bo" }, occupation: { value: "journalist" } });
    expect(Object.keys(sarah?.facts ?? {}).sort()).toEqual(["age", "name", "occupation"]);
    expect(await room.entry("Sarah – John: sibling", "relationship")).toBeDefined();
    await room.say("undo that");
    const plain = (entries: typeof before) => entries.map(({ version: _v, updated_at: _a, ...rest }) => rest);
    expect(plain(await room.entries())).toEqual(plain(before));
  });

  test("relinks a scene to whom it named, and leaves who is gone by name", async () => {
    await room.say("Create a character named John");
    await room.say("INT. DINER - NIGHT\nSarah waits for John.");
    await room.say('/scene edit "INT. DINER - NIGHT" characters=Sarah summary="She waits."');
    await room.say("rename John to Jack");
    await room.say('/scene restore "INT. DINER - NIGHT" 1');
    const scene = await room.entry("INT. DINER - NIGHT", "scene");
    expect(scene?.facts.characters?.value).toEqual(["Sarah", "Jack"]);
    expect(scene?.links.characters).toHaveLength(2);
  });

  test("is refused where an edit is", async () => {
    await room.say("make Sarah 29");
    const view = await room.say("/character versions Sarah");
    await room.say("/character lock Sarah");
    expect((await room.press(view, "Bring back version 1")).error).toMatchObject({ code: "blocked" });
    expect(labels(await room.say("/character versions Sarah"))).toEqual([]);
    expect((await room.say("/character restore Sarah 1", VIC)).error).toMatchObject({ code: "forbidden" });
    await room.say("/character unlock Sarah");
    expect((await room.say("/character restore Sarah 7")).error).toMatchObject({
      message: "Which version of Sarah? Before the present one there is 1.",
    });
    expect((await room.say("/character restore Sarah")).error).toMatchObject({ code: "not_found" });
    expect((await room.say("/character restore Sarah 2")).reply.text).toBe(
      "Sarah says what it said in version 2.",
    );
  });
});
