import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { labelsOf, openStaleHouse, SARAH, type StaleHouse, type StaleRoom } from "./stale-room.ts";

const DINER = "INT. DINER - NIGHT";
const AGE = "Sarah’s age changed from 28 to 31";
const BEHIND = [`**The synopsis**: ${AGE}`, `**${DINER}**: ${AGE}`];

let house: StaleHouse;
let room: StaleRoom;
beforeAll(async () => {
  house = await openStaleHouse();
});
beforeEach(async () => {
  room = await house.room();
});
afterAll(() => house.close());

describe("a change", () => {
  it("is told with what was made before it, and rewrites nothing", async () => {
    await room.say(...SARAH);
    const view = await room.say("make Sarah 31");
    expect(view.reply.text).toContain(
      `${DINER} and the synopsis were written before this. I left their words as they are.`,
    );
    expect(labelsOf(view).at(-1)).toBe("See what may be out of date");
    expect((await room.press(view, "See what may be out of date")).reply.text).toContain(BEHIND.join("\n• "));
    expect((await room.say(`/scene show ${DINER}`)).reply.text).toContain("Sarah, 28, waits");
  });

  it("of a name marks the texts that say the old one, and bringing them up to date says the new one", async () => {
    await room.say(...SARAH, "the logline is: A town never sleeps.");
    const view = await room.say("rename Sarah to Nora");
    expect(view.reply.text).toContain(`${DINER} and the synopsis were written before this.`);
    const why = "Sarah is called Nora now";
    expect(await room.behind()).toEqual([`**The synopsis**: ${why}`, `**${DINER}**: ${why}`]);
    await room.say("make Nora 31");
    const shown = await room.say(`/stale update ${DINER}`);
    expect(shown.reply.text).toContain("Sarah, 28, waits for a call. → Nora, 31, waits for a call.");
    await room.press(shown, "Accept");
    await room.press(await room.say("/stale update synopsis"), "Keep this version");
    expect(await room.behind()).toEqual([]);
  });

  it("that adds something, or renames what no text names, is not", async () => {
    await room.say(...SARAH, "Create a character named Tom");
    for (const text of ["Sarah is afraid of water", "rename Tom to Jack"]) {
      const view = await room.say(text);
      expect(view.changes.length).toBeGreaterThan(0);
      expect(labelsOf(view)).not.toContain("See what may be out of date");
    }
    expect(await room.behind()).toEqual([]);
  });

  it("names the scenes, and counts them when they are many", async () => {
    await room.say(SARAH[0]);
    for (const place of ["DINER", "PARK", "PIER", "ROOF", "CAR"])
      await room.say(`INT. ${place} - DAY. Sarah waits.`);
    const { reply } = await room.say("make Sarah 31");
    expect(reply.text).toContain(
      "5 scenes were written before this: INT. DINER - DAY, INT. PARK - DAY, INT. PIER - DAY and 2 more. I left their words as they are.",
    );
  });

  it("by form, by command and by an answer is told as well", async () => {
    await room.say(...SARAH);
    const command = await room.say("/character edit Sarah age=31");
    expect(command.reply.text).toContain("written before this");
    const asked = await room.say("Sarah is 35");
    const answered = await room.press(
      asked,
      labelsOf(asked).find((label) => label.includes("35")) ?? "no choice",
    );
    expect(answered.reply.text).toContain("written before this");
    expect((await room.behind())[1]).toBe(`**${DINER}**: Sarah’s age changed from 31 to 35; ${AGE}`);
  });

  it("that takes an entry out marks the scenes it was in", async () => {
    await room.say(...SARAH);
    const view = await room.say("delete the Diner location");
    expect(view.reply.text).toContain(`${DINER} was written before this. I left its words as they are.`);
    expect(await room.behind()).toEqual([`**${DINER}**: the location Diner was removed`]);
  });
});

describe("bringing up to date", () => {
  it("shows the new version first, and once it is accepted the scene is fresh", async () => {
    await room.say(...SARAH, "make Sarah 31");
    const shown = await room.press(await room.say("/stale"), `Bring ${DINER} up to date`);
    expect(shown.reply.text).toContain("Sarah, 28, waits for a call. → Sarah, 31, waits for a call.");
    expect(await room.behind()).toHaveLength(2);
    await room.press(shown, "Accept");
    expect((await room.say(`/scene show ${DINER}`)).reply.text).toContain("Sarah, 31, waits");
    expect(await room.behind()).toEqual(BEHIND.slice(0, 1));
  });

  it("declined, it stays as it was and on the list", async () => {
    await room.say(...SARAH, "make Sarah 31");
    await room.press(await room.say(`/stale update ${DINER}`), "Decline");
    expect((await room.say(`/scene show ${DINER}`)).reply.text).toContain("Sarah, 28, waits");
    expect(await room.behind()).toEqual(BEHIND);
  });

  it("of a document is kept only when somebody says so", async () => {
    await room.say(...SARAH, "make Sarah 31");
    const shown = await room.say("/stale update the synopsis");
    expect(shown.reply.text).toContain("a 31-year-old journalist");
    expect((await room.press(shown, "Leave as it was")).reply.text).toContain("stays as it was");
    expect(await room.behind()).toEqual(BEHIND);
    await room.press(shown, "Keep this version");
    expect(await room.behind()).toEqual(BEHIND.slice(1));
    const { project } = (await room.stage.stores.sessions.load(room.session.id)) ?? {};
    expect(project?.documents.synopsis).toBe(
      "Sarah, a 31-year-old journalist, hears a town that never sleeps.",
    );
  });

  it("of a document that was written anew since is refused", async () => {
    await room.say(...SARAH, "make Sarah 31");
    const shown = await room.say("/stale update synopsis");
    await room.say("the synopsis is: Sarah finds that nobody sleeps in this town.");
    const late = await room.press(shown, "Keep this version");
    expect(late.error).toMatchObject({ code: "conflict", message: /written anew since/ });
    expect(late.error?.hint).toContain("/stale");
  });

  it("says honestly when nothing in it tells of the change", async () => {
    await room.say(SARAH[0], "INT. DINER - NIGHT. Sarah waits for a call.", "make Sarah 31");
    const view = await room.say("/stale update all");
    expect(view.reply.text).toBe(`The summary of ${DINER} does not mention it, so I left it as it is.`);
    await room.press(view, `${DINER} is fine as it is`);
    expect(await room.behind()).toEqual([]);
  });

  it("does not call a scene right that still tells of what is gone", async () => {
    await room.say(SARAH[0], "INT. DINER - NIGHT. Sarah waits in the diner.", "delete the Diner location");
    const view = await room.say("/stale update all");
    expect(view.reply.text).toContain(
      `The summary of ${DINER} still tells of it, but I found no words for it.`,
    );
    expect(labelsOf(view)).toEqual([`Edit ${DINER}`, `${DINER} is fine as it is`]);
    expect(await room.behind()).toHaveLength(1);
  });

  it("of a scene without a summary takes it off the list", async () => {
    await room.say(SARAH[0], '/scene create "INT. DINER - NIGHT" characters=Sarah', "make Sarah 31");
    expect((await room.say("/stale update all")).reply.text).toContain("has no summary yet");
    expect(await room.behind()).toEqual([]);
  });

  it("takes several changes of one field as one", async () => {
    await room.say(...SARAH, "make Sarah 31", "make Sarah 35");
    expect((await room.say(`/stale update ${DINER}`)).reply.text).toContain("→ Sarah, 35, waits");
  });

  it("puts ten at a time, and the next ones after them", async () => {
    await room.say(SARAH[0]);
    for (let number = 1; number <= 12; number += 1)
      await room.say(`INT. ROOM ${number} - DAY. Sarah, 28, waits.`);
    await room.say("make Sarah 31");
    expect((await room.behind()).at(-1)).toBe("… and 7 more");
    const first = await room.say("/stale update all");
    expect(first.reply.text).toContain("10 scenes, brought up to date");
    const next = await room.press(first, "Bring the next 2 up to date");
    expect(next.reply.text).toContain("2 scenes, brought up to date");
    await room.press(first, "Accept all 10");
    expect(await room.behind()).toHaveLength(2);
    await room.press(next, "Accept all 2");
    expect(await room.behind()).toEqual([]);
  });
});

describe("/stale", () => {
  it("takes off the list what is fine as it is, one or all", async () => {
    await room.say(...SARAH, "make Sarah 31");
    expect((await room.say("/stale fine the diner")).reply.text).toContain(
      `${DINER} is fine as it is, then.`,
    );
    expect(await room.behind()).toEqual(BEHIND.slice(0, 1));
    expect((await room.say("/stale fine all")).reply.text).toContain("The synopsis is fine");
    expect(await room.behind()).toEqual([]);
    expect((await room.say("/stale fine all")).reply.text).toBe("Nothing is out of date.");
    expect((await room.say("/stale fine synopsis")).reply.text).toBe("That is up to date already.");
  });

  it.each([
    ["/stale fine", "bad_request"],
    ["/stale update the moon", "not_found"],
    ["/stale keep synopsis", "invalid"],
  ])("%s says what to do", async (text, code) => {
    await room.say(...SARAH);
    const { error } = await room.say(text);
    expect(error).toMatchObject({ code });
    expect(error?.hint).toMatch(/Name a scene|Type \/stale/);
  });

  it("is told in the workflow, with the reason", async () => {
    await room.say(...SARAH, "the logline is: A journalist hears a town that never sleeps.", "make Sarah 31");
    const status = await room.say("/workflow");
    expect(status.reply.text).toContain(`Synopsis may be out of date: ${AGE}.`);
    expect(labelsOf(status)).toContain("Bring the synopsis up to date");
    expect((await room.say("/workflow steps")).reply.text).toContain(
      `~ Synopsis (done, but may be out of date: ${AGE})`,
    );
    await room.say("/stale fine synopsis");
    expect((await room.say("/workflow steps")).reply.text).toContain("✓ Synopsis");
  });

  it("is told where the scene is shown", async () => {
    await room.say(...SARAH, "make Sarah 31");
    const shown = await room.say(`/scene show ${DINER}`);
    expect(shown.reply.text).toContain("may be out of date");
    expect(shown.reply.text).toContain(AGE);
    expect(labelsOf(shown)).toEqual(
      expect.arrayContaining([`Bring ${DINER} up to date`, `${DINER} is fine as it is`]),
    );
  });
});
