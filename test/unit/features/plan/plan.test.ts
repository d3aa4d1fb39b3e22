import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type House, labelsOf, openHouse, type Room } from "../../../support/house.ts";

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
const VIEWER = { id: "vic", name: "Vic", role: "viewer" as const };
const CAST = [
  "Create a character named Sarah, a journalist",
  "Create a character named Tom, a baker",
] as const;
const SCENES = [
  "INT. DINER - NIGHT. Sarah meets Tom.",
  "EXT. PIER - DAY. Tom waits.",
  "INT. CAR - NIGHT. Sarah drives.",
] as const;
const WRITTEN = [
  "/workflow complete screenplay",
  "/workflow complete lock",
  "/workflow complete breakdown",
] as const;
const steps = async () => (await room.say("/workflow steps")).reply.text;

describe("a refusal", () => {
  it("names the cause, leads on by a button, and can be told by a program", async () => {
    const view = await room.say("/workflow complete storyboard");
    expect(view.error).toMatchObject({
      code: "blocked",
      message: "Shots and storyboard is locked: Breakdown must come first.",
    });
    expect(labelsOf(view)).toEqual([
      "Add a character",
      "Invent 3 characters",
      "Skip shots and storyboard",
      "Open shots and storyboard anyway",
    ]);
    expect((await room.project()).step_marks).toEqual({});
  });

  it("of a scene without characters counts, and is the same by command, by talk and in bulk", async () => {
    for (const text of ["/scene create INT. BAR - NIGHT", "/bulk scenes 5", "invent a scene"]) {
      const view = await room.say(text);
      expect(view.reply.text, text).toContain("no character");
      expect(labelsOf(view), text).toContain("Add a character");
    }
  });

  it("holds for a paper whose step is locked; the film's own may always be written anew", async () => {
    const early = await room.say("/workflow write synopsis");
    expect(early.reply.text).toContain("Synopsis is locked: Logline must come first.");
    expect(labelsOf(early)[0]).toBe("Draft a logline");
    expect((await room.project()).documents.synopsis).toBeUndefined();
    await room.press(early, "Draft a logline");
    await room.say("/workflow write synopsis");
    expect((await room.project()).documents.synopsis).toBeTruthy();
  });

  it.each([
    ["/workflow skip", /^Say which step: concept, logline, /],
    ["/workflow skip montage no time", /^The film workflow has no step "montage"\. Its steps: concept, /],
    ["/workflow dance", /action cannot be “dance” .+, only status, steps, .+ or write\. Like this/],
    ["/workflow stpes", /action cannot be “stpes” \(did you mean “steps”\?\), only status/],
    ["/history limit=99", /^I cannot run \/history like that: limit can be at most 25\. /],
    ["/ask", /^What do you want to know\? Like this: \/ask Who is Sarah\?$/],
  ])("of “%s” says what there is", async (text, words) => {
    expect((await room.say(text)).reply.text).toMatch(words);
  });

  it("tells a viewer that moving the film on takes a writer", async () => {
    for (const text of [
      "/workflow complete screenplay",
      "/workflow skip concept we begin late",
      "/workflow advance",
    ])
      expect((await room.sayAs(VIEWER, text)).error, text).toMatchObject({ code: "forbidden" });
    expect((await room.project()).step_marks).toEqual({});
  });
});

describe("going on", () => {
  it("says what the current step misses, and makes another one the current", async () => {
    expect((await room.say("/workflow advance")).error?.message).toBe(
      "Concept is not complete: it has no concept.",
    );
    const view = await room.say("/workflow advance characters");
    expect(view.reply.text).toContain(
      "On to **Characters**. 0 of 13 steps are done (0 %). Now: **Characters**, which has 0 of 2 characters.",
    );
    expect((await room.project()).active_step).toBe("characters");
    await room.say(...CAST);
    expect((await room.say("/workflow")).reply.text).toContain(
      "1 of 13 steps are done (8 %). Now: **Concept**",
    );
  });

  it("ends a step that has no data of its own", async () => {
    await room.say(...CAST, ...SCENES, "/workflow advance screenplay", "/workflow advance");
    expect((await room.project()).step_marks.screenplay).toMatchObject({
      state: "completed",
      by_name: "Ada",
    });
  });

  it("leaves out what belongs to other kinds of film", async () => {
    expect(await steps()).not.toContain("Season arcs");
    expect((await room.say("/workflow format series")).reply.text).toContain(
      "This is a **series** now. 0 of 14 steps",
    );
    expect(await steps()).toContain("Season arcs");
    expect((await room.say("/workflow format western")).error?.hint).toContain(
      "/workflow format documentary",
    );
  });
});

describe("an override", () => {
  it("takes a producer and a reason, opens the step, and stays in the history", async () => {
    expect((await room.sayAs(WRITER, "/workflow override breakdown it is finished")).error).toMatchObject({
      code: "forbidden",
    });
    expect((await room.say("/workflow override breakdown")).error?.message).toContain(
      "Say why Breakdown is opened",
    );
    const view = await room.say('/workflow override breakdown "the script came in finished"');
    expect(view.reply.text).toContain("Breakdown is open before its time: the script came in finished.");
    expect(await steps()).toContain("Breakdown (opened before its time by Ada)");
    await room.say("/workflow complete breakdown");
    expect(await steps()).toContain("✓ Breakdown (marked done by Ada)");
    const { text } = (await room.say("/workflow history")).reply;
    expect(text).toContain("Breakdown marked done. Ada");
    expect(text).toContain("Breakdown opened before its time: the script came in finished. Ada");
  });

  it("opens a gate for good, and undo closes it", async () => {
    const held = await room.say("/scene create INT. BAR - NIGHT");
    expect((await room.press(held, "Make scenes anyway")).reply.text).toContain("/workflow override scene");
    await room.say("/workflow override scene we start from the outline");
    expect((await room.say("INT. BAR - NIGHT. Nobody is in.")).changes).toHaveLength(2);
    await room.say("undo", "undo");
    expect((await room.say("/scene create INT. BAR - NIGHT")).error?.code).toBe("blocked");
  });
});

describe("what people do to a step", () => {
  it("is undone and redone exactly", async () => {
    await room.say(...CAST, ...SCENES);
    const before = await room.project();
    await room.say("/workflow complete screenplay");
    const after = await room.project();
    const undone = await room.say("undo");
    expect(undone.reply.text).toContain("The workflow: screenplay open again.");
    expect({ ...(await room.project()), version: 0 }).toEqual({ ...before, version: 0 });
    await room.press(undone, "Redo");
    expect({ ...(await room.project()), version: 0 }).toEqual({ ...after, version: 0 });
  });

  it("of somebody else is undone by a producer only", async () => {
    await room.say(...CAST, ...SCENES, "/workflow complete screenplay");
    expect((await room.sayAs(WRITER, "undo")).error).toMatchObject({ code: "forbidden" });
    expect((await room.project()).step_marks.screenplay?.state).toBe("completed");
  });
});

describe("a done step whose material changed", () => {
  beforeEach(async () => {
    await room.say(...CAST, ...SCENES, ...WRITTEN, "/workflow complete schedule");
  });

  it("is stale with the reason, those after it too, and somebody may say that it holds", async () => {
    const view = await room.say("INT. ROOF - NIGHT. Tom hides.");
    expect(view.reply.text).toContain(
      "Screenplay, Lock and number, Breakdown and Schedule were done before this and may be out of date.",
    );
    const text = await steps();
    expect(text).toContain("~ Breakdown (done, but may be out of date: ");
    expect(text).toContain("INT. ROOF - NIGHT was added");
    const listed = await room.press(view, "See what may be out of date");
    expect(listed.reply.text).toContain(
      "4 things may be out of date\n• **Screenplay**: Roof was added; INT. ROOF - NIGHT was added",
    );
    expect(labelsOf(listed)).toContain("Breakdown holds as it is");
    const held = await room.say("/workflow complete screenplay");
    expect(held.reply.text).toContain("Screenplay holds as it is.");
    expect(await steps()).toContain("✓ Screenplay");
    expect(await steps()).toContain("~ Breakdown");
  });

  it("of a character who is deleted after the breakdown", async () => {
    await room.say("delete Tom");
    expect(await steps()).toContain("~ Breakdown (done, but may be out of date: Tom was removed");
    await room.say("undo");
    expect(await steps()).toContain("✓ Breakdown");
  });

  it("is not stale for what tells nothing else", async () => {
    await room.say("Sarah is afraid of water");
    expect(await steps()).not.toContain("~");
  });
});
