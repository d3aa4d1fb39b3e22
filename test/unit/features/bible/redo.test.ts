import { beforeEach, describe, expect, it } from "vitest";
import { EMPTY_READING, type Request } from "../../../../src/domain/reading/reading.ts";
import type { Bible } from "../../../../src/features/bible/bible.ts";
import type { RedoTarget } from "../../../../src/features/bible/redo-changes.ts";
import { createUndoSkill } from "../../../../src/features/bible/undo-skill.ts";
import { removes, renames, says, ties } from "../../domain/bible/bible-maker.ts";
import { labelsOf, offersOf, type Room, textOf } from "../bible-room.ts";
import { undoRoom } from "./undo-room.ts";

/** Nobody who talks here is called what is said. */
const NOBODY = { offerUndo: async () => undefined };

const { at, run, say, undo, names } = undoRoom();
let room: Room;
let bible: Bible;

beforeEach(() => {
  ({ room, bible } = at());
});

const redo = (target: RedoTarget = {}) => run((turn) => bible.redo(turn, target));
const hear = (request: Request) =>
  run(async (turn) => createUndoSkill(bible, NOBODY).run(turn, { ...EMPTY_READING, requests: [request] }));
const age = async (value: number, name = "Sarah") =>
  say({ ...says("character", name, { age: value }, false), corrects: true });
const ageNow = async () => (await room.entry("character", "Sarah")).facts.age?.value;

describe("redo", () => {
  it("walks back and forth like an editor", async () => {
    await say(says("character", "Sarah"));
    await age(28);
    await age(29);
    await undo();
    await undo();
    expect(await ageNow()).toBeUndefined();
    expect(textOf(await redo())).toBe("Redone. Updated **Sarah**.");
    expect(await ageNow()).toBe(28);
    await redo();
    expect(await ageNow()).toBe(29);
    await expect(redo()).rejects.toMatchObject({
      code: "not_found",
      message: "There is nothing to redo in this session.",
    });
    await undo();
    await undo();
    await undo();
    expect(await names()).toEqual([]);
    const all = await redo({ count: 3 });
    expect(await ageNow()).toBe(29);
    expect(textOf(all)).toBe("Redone. Brought back **Sarah**.");
    expect(labelsOf(all)).toEqual(["Undo"]);
  });

  it("ends with something new, and says so with a way to bring it back all the same", async () => {
    await say(says("character", "Sarah"));
    const gone = await undo();
    await say(says("character", "Bo"));
    const refused = await redo();
    expect(textOf(refused)).toMatch(/^Something new was written since/);
    expect(refused.changes ?? []).toEqual([]);
    const [offer] = offersOf(refused);
    expect(offer).toMatchObject({ action: { command: "redo", options: { turn: gone.turn.id } } });
    await redo({ turn: gone.turn.id });
    expect(await names()).toEqual(["Bo", "Sarah"]);
  });

  it("brings back what one undo took, once, by its turn or its change", async () => {
    const { turn } = await say(says("character", "Sarah"), says("character", "Bo"));
    const gone = await undo({ turn: turn.id });
    await redo({ change: gone.changes?.find((change) => change.name === "Bo")?.id });
    expect(await names()).toEqual(["Bo"]);
    await redo({ turn: gone.turn.id });
    expect(await names()).toEqual(["Bo", "Sarah"]);
    await expect(redo({ turn: gone.turn.id })).rejects.toMatchObject({ code: "conflict" });
    await expect(redo({ turn: turn.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(redo({ turn: "trn_none" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes an undo back by its id as well, and can then be undone as before", async () => {
    const { turn } = await say(says("character", "Sarah"));
    const gone = await undo({ turn: turn.id });
    const back = await undo({ turn: gone.turn.id });
    expect(textOf(back)).toMatch(/^Redone\. Brought back/);
    expect((await room.stores.bible.lastUndoable(turn.session.id)).changes).toHaveLength(1);
    await undo({ turn: back.turn.id });
    expect(await names()).toEqual([]);
    await redo();
    expect(await names()).toEqual(["Sarah"]);
  });

  it("takes the role of a writer", async () => {
    const turn = await room.turn("x", "viewer");
    await expect(bible.redo(turn, {})).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("undo of several, of one's own and of one entry", () => {
  it("takes back the last so many, and says when there were fewer", async () => {
    await say(says("character", "Sarah"));
    await age(28);
    await say(says("character", "Bo"));
    await hear({ type: "undo", count: 2 });
    expect(await names()).toEqual(["Sarah"]);
    expect(await ageNow()).toBeUndefined();
    expect(textOf(await undo({ count: 5 }))).toBe(
      "Undone. Removed **Sarah**. There was only one thing to undo.",
    );
    expect(textOf(await hear({ type: "redo", count: 9 }))).toMatch(/There were only 2 things to redo\.$/);
    expect(await names()).toEqual(["Bo", "Sarah"]);
  });

  it("takes back the last change to somebody, wherever it was made, with what it took along", async () => {
    await say(ties("Sarah", "John", "sibling"), says("scene", "INT. BAR", { characters: ["Sarah"] }));
    await say(renames("Sarah", "Jane"), says("character", "Bo"));
    await say(says("character", "Cy"));
    const jane = await room.entry("character", "Jane");
    await hear({ type: "undo", subject: { name: "Jane", entry_id: jane.id, start: 0, end: 0 } });
    expect(await names()).toEqual(["Bo", "Cy", "John", "Sarah", "Sarah – John: sibling", "INT. BAR"]);
    expect((await room.entry("scene", "INT. BAR")).facts.characters?.value).toEqual(["Sarah"]);
  });

  it("takes back all that one said of somebody", async () => {
    await say(says("character", "Sarah"), says("character", "Bo"));
    await age(28);
    await say(says("character", "Sarah", { fear: "water" }, false));
    await hear({ type: "undo", mine: true, all: true, subject: { name: "sarah", start: 0, end: 0 } });
    expect(await names()).toEqual(["Bo"]);
    await redo();
    expect((await room.entry("character", "Sarah")).facts).toMatchObject({ age: { value: 28 }, fear: {} });
  });

  it("finds one's own last thing past what others said since", async () => {
    await say(says("character", "Sarah"));
    const turn = await room.turn("words");
    const bo = { ...turn, person: { id: "bo", role: "writer" as const } };
    await room.commit(turn, await bible.create(bo, "character", "Cy", ""));
    await hear({ type: "undo", mine: true });
    expect(await names()).toEqual(["Cy"]);
    await expect(hear({ type: "undo", mine: true })).rejects.toMatchObject({ code: "not_found" });
  });

  it("says which, or that there is nothing", async () => {
    await say(says("character", "Sarah Connor"), says("character", "Sarah Ito"));
    const about = (name: string) => undo({ about: { name } });
    await expect(about("Sarah")).rejects.toMatchObject({ code: "conflict" });
    await expect(about("Vera")).rejects.toMatchObject({ code: "not_found" });
    await about("Sarah Ito");
    await expect(about("Sarah Ito")).rejects.toMatchObject({
      message: "There is no change to Sarah Ito left to undo.",
    });
  });

  it("brings back whoever was taken out, by removal or by undo", async () => {
    await say(ties("Sarah", "John", "sibling"));
    await say(removes("John"));
    await hear({ type: "redo", subject: { name: "john", start: 0, end: 0 } });
    expect(await names()).toEqual(["John", "Sarah", "Sarah – John: sibling"]);
    await say(says("character", "Bo"));
    await undo();
    await say(says("character", "Cy"));
    await redo({ name: "Bo" });
    expect(await names()).toContain("Bo");
    await expect(redo({ name: "Bo" })).rejects.toMatchObject({ code: "not_found" });
  });
});
