import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { labelsOf, openStaleHouse, SARAH, type StaleHouse, type StaleRoom } from "./stale-room.ts";

const DINER = "INT. DINER - NIGHT";
const CHANGED = "Sarah’s age changed from 28 to 31";

let house: StaleHouse;
let room: StaleRoom;
beforeAll(async () => {
  house = await openStaleHouse();
});
beforeEach(async () => {
  room = await house.room();
  await room.say(...SARAH.slice(0, 2), "make Sarah 31");
});
afterAll(() => house.close());

describe("marks and undo", () => {
  it("go with the change that is undone, and come back with its redo", async () => {
    expect(await room.behind()).toEqual([`**${DINER}**: ${CHANGED}`]);
    await room.say("/undo");
    expect(await room.behind()).toEqual([]);
    await room.say("/redo");
    expect(await room.behind()).toEqual([`**${DINER}**: ${CHANGED}`]);
    await room.say("/undo");
    expect(await room.behind()).toEqual([]);
  });

  it("come back when the new version is undone, and go again when it is redone", async () => {
    await room.press(await room.say(`/stale update ${DINER}`), "Accept");
    expect(await room.behind()).toEqual([]);
    await room.say("/undo");
    expect(await room.behind()).toEqual([`**${DINER}**: ${CHANGED}`]);
    await room.say("/redo");
    expect(await room.behind()).toEqual([]);
  });

  it("are told for what was brought up to date with a change that is undone alone", async () => {
    const changed = await room.say("make Sarah 35");
    await room.press(await room.say(`/stale update ${DINER}`), "Accept");
    const undone = await room.press(changed, "Undo");
    expect(undone.reply.text).toContain(
      `${DINER} was brought up to date with what is undone now. I left its words as they are.`,
    );
    expect(labelsOf(undone)).toContain("See what may be out of date");
    expect(await room.behind()).toEqual([`**${DINER}**: Sarah’s age changed back from 35 to 31`]);
    expect((await room.say(`/stale update ${DINER}`)).reply.text).toContain("→ Sarah, 31, waits");
  });
});
