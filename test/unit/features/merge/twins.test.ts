import { describe, expect, test } from "vitest";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import { talkRoom } from "../extract/talk-room.ts";

const room = talkRoom();

const labels = (view: TurnView) => view.choices.map((choice) => choice.label);
const offersMerge = (view: TurnView) => labels(view).filter((label) => label.startsWith("Merge"));

describe("somebody new who may be there already", () => {
  test.each([
    ["John", "Jon", "they sound alike"],
    ["Sarah Connor", "Sara Connor", "they sound alike"],
    ["Robert Smith", "Bob Smith", "Bob is short for Robert"],
    ["John Smith", "J. Smith", "J. may stand for John"],
    ["Helen Voss", "Dr. Voss", "the same last name, one with a title"],
    ["Marcus", "Macrus", "one letter apart"],
    ["Thompson", "Thomson", "one letter apart"],
    ["Sarah Connor", "Sarah", "one name is part of the other"],
  ])("%s, then %s: is told in one line, with both ways out", async (first, second, reason) => {
    await room.say(`/character create "${first}"`);
    const view = await room.say(`/character create "${second}"`);
    expect(view.reply.text).toContain(`${second} and ${first} may be one and the same: ${reason}.`);
    expect(labels(view)).toEqual(expect.arrayContaining([`Merge with ${first}`, "They are two"]));
    const shown = await room.press(view, `Merge with ${first}`);
    await room.press(shown, `Merge into ${first}`);
    expect(await room.entry(second)).toBeUndefined();
  });

  test("in talk as by command; one offer a turn", async () => {
    await room.say("Create a character named Sarah. Create a character named John.");
    const view = await room.say("Create a character named Sara. Create a character named Jon.");
    expect(offersMerge(view)).toHaveLength(1);
  });

  test("places and props too", async () => {
    await room.say("/location create Harbor");
    expect(offersMerge(await room.say("/location create Harbour"))).toEqual(["Merge with Harbor"]);
    await room.say("/prop create Binoculars");
    expect(offersMerge(await room.say("/prop create Binocular"))).toEqual(["Merge with Binoculars"]);
  });

  test.each([
    ["Tim", "Tom"],
    ["Mario", "Maria"],
    ["Jane Smith", "John Smith"],
    ["Guard 1", "Guard 2"],
    ["Mr. Voss", "Mrs. Voss"],
  ])("%s and %s are two", async (first, second) => {
    await room.say(`/character create "${first}"`);
    expect(offersMerge(await room.say(`/character create "${second}"`))).toEqual([]);
  });

  test("a woman and a man are two", async () => {
    await room.say("/character create Andrea gender=female");
    expect(offersMerge(await room.say("/character create Andreas gender=male"))).toEqual([]);
  });

  test("whoever is brought together in the same breath is two", async () => {
    await room.say("Create a character named John");
    const tied = await room.say("Create a character named Jon, John’s brother");
    expect(offersMerge(tied)).toEqual([]);
    expect(await room.entry("Jon")).toBeDefined();
  });

  test("told apart once, they are not offered again", async () => {
    await room.say("/character create John");
    const view = await room.say("/character create Jon");
    await room.press(view, "They are two");
    await room.say("/character remove Jon");
    await room.say("/undo");
    expect((await room.say("/character duplicates")).reply.text).toBe("No character looks like another.");
  });

  test("another project's people are nobody here", async () => {
    await room.elsewhere("/character create John");
    expect(offersMerge(await room.say("/character create Jon"))).toEqual([]);
  });
});

describe("a name that nobody has", () => {
  test("is near to one that somebody has", async () => {
    await room.say("Create a character named Sarah");
    const view = await room.say("delete Sarha");
    expect(view.reply.text).toContain("Do you mean **Sarah**?");
    expect(await room.entry("Sarah")).toBeDefined();
  });
});

describe("duplicates", () => {
  test("are listed with a look at each merge, the likeliest first", async () => {
    for (const name of ["John", "Robert", "Sarah", "Bob", "Jon", "Mara"])
      await room.say(`/character create ${name}`);
    const view = await room.say("/character duplicates");
    expect(view.reply.text).toContain(
      "• Jon and John: they sound alike\n• Bob and Robert: Bob is short for Robert",
    );
    expect(labels(view)).toEqual(["Merge Jon with John", "Merge Bob with Robert"]);
    const shown = await room.press(view, "Merge Bob with Robert");
    await room.press(shown, "Merge into Robert");
    expect((await room.fact("aliases", "Robert"))?.value).toEqual(["Bob"]);
  });

  test("those in one scene are not among them", async () => {
    await room.say("Create characters named Jon and John");
    expect(offersMerge(await room.say("/character duplicates"))).toHaveLength(1);
    await room.say("INT. DINER - NIGHT\nJon waits for John.");
    expect((await room.say("/character duplicates")).reply.text).toBe("No character looks like another.");
  });

  test("scenes have none", async () => {
    expect((await room.say("/scene duplicates")).reply.text).toContain("Two scenes may well be called alike");
  });
});
