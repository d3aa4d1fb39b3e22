import { beforeEach, describe, expect, it } from "vitest";
import { draftedChange } from "../../../../src/domain/bible/drafted.ts";
import { EMPTY_READING } from "../../../../src/domain/reading/reading.ts";
import { type Bible, createBible } from "../../../../src/features/bible/bible.ts";
import { createUndoSkill } from "../../../../src/features/bible/undo-skill.ts";
import { AT, newId } from "../../../contract/samples.ts";
import { removes, says, ties } from "../../domain/bible/bible-maker.ts";
import { labelsOf, openRoom, type Room, textOf } from "../bible-room.ts";
import { undoRoom } from "./undo-room.ts";

/** Nobody who talks here is called what is said. */
const NOBODY = { offerUndo: async () => undefined };

const { at, run, say, undo, names } = undoRoom();
let room: Room;
let bible: Bible;

beforeEach(() => {
  ({ room, bible } = at());
});

describe("undo", () => {
  it("takes back the last thing said, then the one before, and nothing twice", async () => {
    await say(says("character", "Sarah"));
    await say(says("character", "Sarah", { age: 28 }, false));
    expect(textOf(await undo())).toBe("Undone. Updated **Sarah**.");
    expect((await room.entry("character", "Sarah")).facts.age).toBeUndefined();
    expect(textOf(await undo())).toBe("Undone. Removed **Sarah**.");
    expect(await names()).toEqual([]);
    await expect(undo()).rejects.toMatchObject({
      code: "not_found",
      message: "There is nothing to undo in this session.",
    });
  });

  it("takes back a whole turn by its id, and brings it back again", async () => {
    const { turn } = await say(
      ties("Sarah", "John", "sibling"),
      says("scene", "INT. BAR", { location: "Bar", characters: ["Sarah"] }),
    );
    const before = await room.entries();
    const undone = await undo({ turn: turn.id });
    expect(await names()).toEqual([]);
    expect(labelsOf(undone)).toEqual(["Redo"]);
    const redone = await undo({ turn: undone.turn.id });
    expect(textOf(redone)).toMatch(/^Redone\. Brought back/);
    const content = ({ name, facts, links, status }: (typeof before)[number]) => ({
      name,
      facts,
      links,
      status,
    });
    expect((await room.entries()).map(content)).toEqual(before.map(content));
  });

  it("takes back one change by its id", async () => {
    const { changes } = await say(says("character", "Sarah"), says("character", "Bo"));
    await undo({ change: changes?.find((change) => change.name === "Bo")?.id });
    expect(await names()).toEqual(["Sarah"]);
    await expect(undo({ change: changes?.find((change) => change.name === "Bo")?.id })).rejects.toMatchObject(
      { code: "conflict" },
    );
  });

  it("takes back all that an operation made", async () => {
    const turn = await room.turn();
    const made = ["Ann", "Bo", "Cy"].map((name) =>
      draftedChange({
        entry_id: newId("entry"),
        change_id: newId("change"),
        project_id: room.project.id,
        session_id: turn.session.id,
        operation_id: "opn_1",
        kind: "character",
        fields: { name },
        at: AT,
      }),
    );
    await room.commit(turn, { blocks: [], changes: made });
    await undo({ operation: "opn_1" });
    expect(await names()).toEqual([]);
    await run((later) => bible.redo(later, {}));
    expect(await names()).toEqual(["Ann", "Bo", "Cy"]);
    await undo();
    expect(await names()).toEqual([]);
  });

  it("brings back who was removed, unless someone has the name now", async () => {
    await say(says("character", "Sarah", { age: 28 }));
    const removal = await say(removes("Sarah"));
    await say(says("character", "sarah"));
    await expect(undo({ turn: removal.turn.id })).rejects.toMatchObject({
      code: "conflict",
      message: "I could not undo that: Another character is called sarah now.",
    });
    await say(removes("sarah"));
    await undo({ turn: removal.turn.id });
    expect((await room.entry("character", "Sarah")).facts.age?.value).toBe(28);
  });

  it("refuses with the reason when the story has moved on", async () => {
    const first = await say(says("character", "Sarah", { age: 28 }));
    await say(says("scene", "INT. BAR", { characters: ["Sarah"] }));
    await expect(undo({ turn: first.turn.id })).rejects.toMatchObject({
      message: "I could not undo that: Sarah is used in INT. BAR now.",
    });
  });

  it("finds no change of another project", async () => {
    const { turn, changes } = await say(says("character", "Sarah"));
    const other = await openRoom(room.stores);
    const theirs = createBible(other.parts);
    for (const target of [{ turn: turn.id }, { change: changes?.[0]?.id }, { change: "chg_none" }]) {
      await expect(theirs.undo(await other.turn(), target)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("“undo that”", () => {
  const reading = { ...EMPTY_READING, requests: [{ type: "undo" as const }] };

  it("is heard in talk", async () => {
    await say(says("character", "Sarah"));
    const skill = createUndoSkill(bible, NOBODY);
    expect(skill.claims(await room.turn(), EMPTY_READING)).toBe(false);
    expect(skill.claims(await room.turn(), reading)).toBe(true);
    await run((turn) => skill.run(turn, reading));
    expect(await names()).toEqual([]);
  });

  it("waits for a message of its own", async () => {
    await say(says("character", "Sarah"));
    const both = { ...reading, statements: [says("character", "Bo")] };
    const outcome = await run((turn) => createUndoSkill(bible, NOBODY).run(turn, both));
    expect(textOf(outcome)).toMatch(/Say “undo” by itself/);
    expect(await names()).toEqual(["Sarah"]);
  });
});
