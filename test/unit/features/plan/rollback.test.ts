import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type House, labelsOf, openHouse, type Room } from "../../../support/house.ts";
import { fill, MARKS, SCENES, stateOf } from "./rollback-room.ts";

let house: House;
let room: Room;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  room = await house.room();
});
afterAll(() => house.close());

const WRITER = { id: "wim", name: "Wim", role: "writer" as const };
const PUT_ASIDE = "Put aside 3 scenes, the beats and the treatment";
const BRING_BACK = "Bring back what came after Characters";
const state = () => stateOf(house, room);
/** Back to the characters, all the way. */
const goBack = async () =>
  room.press(await room.say("/workflow rollback characters too many threads"), PUT_ASIDE);

describe("going back to an earlier step", () => {
  it("first shows what goes aside, by whom it was marked, and does nothing", async () => {
    await fill(room);
    const before = await state();
    const view = await room.say("/workflow rollback characters too many threads");
    expect(labelsOf(view)).toEqual([PUT_ASIDE, "Leave it as it is"]);
    expect(view.reply.text).toMatch(/3 scenes: .*EXT\. PIER - DAY/);
    expect(view.reply.text).toMatch(/The treatment \(\d+ words\)/);
    expect(view.reply.text).toContain("Screenplay, marked done by Ada");
    expect(view.reply.text).toContain("Lock and number, skipped by Ada: we never number");
    expect(view.reply.text).toContain("What Radio says of them");
    await room.press(view, "Leave it as it is");
    expect(await state()).toEqual(before);
  });

  it("puts scenes, papers and marks aside in one turn, tidies what stays, and keeps the cast", async () => {
    await fill(room);
    const view = await goBack();
    expect(view.reply.text).toContain("Back at **Characters**");
    expect(view.reply.text).not.toContain("written before this");
    const { project, counts } = await state();
    expect(Object.fromEntries(counts)).toMatchObject({ character: 2, relationship: 1, prop: 1 });
    expect(Object.fromEntries(counts)).not.toHaveProperty("scene");
    expect(Object.keys(project.documents).sort()).toEqual(["logline", "synopsis"]);
    expect(project.step_marks).toEqual({});
    expect(project.branches).toMatchObject([
      { to: "characters", entries: { scene: 3 }, reason: "too many threads", by_name: "Ada" },
    ]);
    expect((await room.say("/prop show Radio")).reply.text).not.toContain("DINER");
    await room.say("INT. ATTIC - DAY. Tom hides.");
    expect(Object.fromEntries((await state()).counts)).toMatchObject({ scene: 1 });
  });

  it("is undone and redone exactly", async () => {
    await fill(room);
    const before = await state();
    await goBack();
    const after = await state();
    for (const round of [1, 2]) {
      await room.say("/undo");
      expect(await state(), `undo ${round}`).toEqual(before);
      await room.say("/redo");
      expect(await state(), `redo ${round}`).toEqual(after);
    }
  });

  it("pressed late, says that things moved on and shows how it stands now", async () => {
    await fill(room);
    const early = await room.say("/workflow rollback characters");
    await room.say("INT. ATTIC - DAY. Tom hides.");
    const late = await room.press(early, PUT_ASIDE);
    expect(late.reply.text).toContain("moved on");
    expect(late.changes).toEqual([]);
    const done = await room.press(late, "Put aside 4 scenes, the beats and the treatment");
    expect(done.reply.text).toContain("Back at **Characters**");
  });

  it("acts once when two press at once", async () => {
    await fill(room);
    const [one, other] = [
      await room.say("/workflow rollback characters"),
      await room.say("/workflow rollback characters"),
    ];
    const views = await Promise.all([room.press(one, PUT_ASIDE), room.press(other, PUT_ASIDE)]);
    expect(views.filter((view) => view.changes.length > 0)).toHaveLength(1);
    expect(views.map((view) => view.reply.text).join("\n")).toContain("moved on");
    expect((await room.project()).branches).toHaveLength(1);
  });

  it("takes a producer, a step that was reached, and something to put aside", async () => {
    await fill(room);
    const refused = await room.sayAs(WRITER, "/workflow rollback characters");
    expect(refused.error).toMatchObject({ code: "forbidden" });
    expect((await room.say("/workflow rollback call-sheet")).error?.message).toContain("was not reached yet");
    expect((await room.say("/workflow rollback montage")).error?.message).toContain("Its steps: concept");
    const where = await room.say("/workflow rollback");
    expect(labelsOf(where)).toContain("Go back to Characters");
    const empty = await house.room();
    expect((await empty.say("/workflow rollback concept")).error?.message).toContain("nothing to put aside");
  });

  it("leaves all as it is for a locked scene, names it, and leads on", async () => {
    await fill(room);
    await room.say('/scene lock "EXT. PIER - DAY"');
    const before = await state();
    const view = await room.say("/workflow rollback characters");
    expect(view.error?.message).toContain("EXT. PIER - DAY is locked");
    await room.press(view, "Unlock EXT. PIER - DAY");
    const again = await room.press(view, "Go back to Characters");
    expect(labelsOf(again)).toContain(PUT_ASIDE);
    await room.say("/undo");
    expect(await state()).toEqual(before);
  });

  it("is whole or not at all when its commit breaks, and is done by the next try", async () => {
    await fill(room);
    const view = await room.say("/workflow rollback characters");
    const before = await state();
    const { turns, inbox } = house.stage.stores;
    const [commit, failed] = [turns.commit.bind(turns), inbox.failed.bind(inbox)];
    Object.assign(turns, { commit: () => Promise.reject(new Error("the connection is gone")) });
    const postponed = new Promise((resolve) => {
      Object.assign(inbox, {
        failed: async (event: string) => {
          Object.assign(inbox, { failed });
          const attempts = await failed(event);
          setImmediate(resolve);
          return attempts;
        },
      });
    });
    const pressing = room.press(view, PUT_ASIDE);
    await postponed;
    expect(await state()).toEqual(before);
    Object.assign(turns, { commit });
    house.stage.clock.pass(2_000);
    expect((await pressing).reply.text).toContain("Back at **Characters**");
    expect((await room.project()).branches).toHaveLength(1);
  });
});

describe("what was put aside", () => {
  it("is listed with how much, who, when and why", async () => {
    expect((await room.say("/workflow branches")).reply.text).toContain("Nothing is put aside");
    await fill(room);
    await goBack();
    const view = await room.say("/workflow branches");
    expect(view.reply.text).toMatch(
      /After Characters: 3 scenes, the beats and the treatment\. Put aside by Ada, just now, .*: too many threads/,
    );
    expect(labelsOf(view)).toEqual(["1. Compare what came after Characters", `1. ${BRING_BACK}`]);
  });

  it("is compared with what is there now", async () => {
    await fill(room);
    await goBack();
    await room.say("INT. ATTIC - DAY. Tom hides.", "/workflow write beats", "/workflow complete outline");
    const view = await room.say("/workflow compare characters");
    const table = view.reply.blocks.find((block) => block.type === "table");
    if (table?.type !== "table") throw new Error(view.reply.text);
    const rows = new Map(table.rows.map(([what = "", ...cells]) => [what, cells]));
    expect(rows.get("Treatment")?.[1]).toBe("none");
    expect(rows.get("Beats")?.[0]).toMatch(/\d+ words/);
    expect(rows.get("Scenes")?.[0]).toMatch(/^3 scenes: .*INT\. CAR - NIGHT/);
    expect(rows.get("Scenes")?.[1]).toBe("1 scene: INT. ATTIC - DAY");
    expect(rows.get("Screenplay")).toEqual(["marked done by Ada", "no mark"]);
    expect(labelsOf(view)).toEqual([BRING_BACK]);
  });

  it("comes back exactly, can be put aside again by an undo, and both again by more", async () => {
    await fill(room);
    const before = await state();
    const gone = await goBack();
    const after = await state();
    const back = await room.press(gone, BRING_BACK);
    expect(back.reply.text).toContain("Brought back what came after **Characters**");
    expect(await state()).toEqual(before);
    await room.say("/undo");
    expect(await state()).toEqual(after);
    await room.say("/redo");
    expect(await state()).toEqual(before);
    await room.say("/undo", "/undo");
    expect(await state()).toEqual(before);
    await room.say("/redo", "/redo");
    expect(await state()).toEqual(before);
  });

  it("replaces what was written meanwhile, says so, and undo brings that back", async () => {
    await fill(room);
    const { treatment } = (await room.project()).documents;
    await goBack();
    await room.say("/workflow write beats", "the treatment is: All of it happens in one night.", SCENES[2]);
    const between = await state();
    expect(between.project.documents.treatment).toContain("one night");
    const scene = between.entries.find(({ kind }) => kind === "scene")?.name ?? "";
    const refused = await room.say("/workflow restore 1");
    expect(refused.error?.message).toContain(`Another scene is called ${scene} now`);
    expect(await state()).toEqual(between);
    await room.say(`/scene remove "${scene}"`);
    const back = await room.press(refused, "Try again");
    expect(back.reply.text).toMatch(/treatment said in the meantime stays in the history/);
    expect((await room.project()).documents.treatment).toBe(treatment);
    await room.say("/undo", "/undo");
    expect(await state()).toEqual(between);
  });

  it("does not come back while someone it is linked to is gone", async () => {
    await fill(room);
    await goBack();
    await room.say("delete Sarah");
    const before = await state();
    const view = await room.say("/workflow restore");
    expect(view.error?.message).toMatch(/needs Sarah, which is removed; .*needs Sarah/);
    expect(await state()).toEqual(before);
    await room.say("/undo");
    expect((await room.press(view, "Try again")).reply.text).toContain("Brought back");
  });

  it("takes a producer to bring back, and one that is there", async () => {
    await fill(room);
    const gone = await goBack();
    expect((await room.sayAs(WRITER, "/workflow restore 1")).error).toMatchObject({ code: "forbidden" });
    await room.say("/undo");
    expect((await room.press(gone, BRING_BACK)).error).toMatchObject({ code: "not_found" });
  });

  it("of two branches comes back in any order", async () => {
    await fill(room);
    const before = await state();
    await room.press(await room.say("/workflow rollback outline"), "Put aside what was said of 2 steps");
    await room.press(await room.say("/workflow rollback characters"), PUT_ASIDE);
    const view = await room.say("/workflow branches");
    expect(labelsOf(view).filter((label) => label.includes("Bring back"))).toEqual([
      "1. Bring back what came after Characters",
      "2. Bring back what came after Scene outline",
    ]);
    await room.say("/workflow restore outline", "/workflow restore characters");
    const { project, ...rest } = await state();
    expect({ ...rest, project: { ...project, active_step: undefined } }).toEqual({
      ...before,
      project: { ...before.project, active_step: undefined },
    });
    expect(MARKS).toHaveLength(Object.keys(project.step_marks).length);
  });
});
