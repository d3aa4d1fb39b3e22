import { describe, expect, test } from "vitest";
import type { Person } from "../../../../src/chat/inbound-event.ts";
import { OWN, VEHICLE } from "../../domain/import/import-maker.ts";
import { importRoom, labelsOf, valuesOf } from "./import-room.ts";

const room = importRoom();
const BO: Person = { id: "bo", name: "Bo", role: "writer" };

describe("a project’s own kinds and fields", () => {
  test("are found in a header by name, label and alias, and hold what their type says", async () => {
    await room.configure({ schema: OWN });
    const view = await room.say("Name,Age,Blutgruppe,Does stunts\nAna,28,ab,yes\nBo,31,C,maybe");
    expect(view.reply.text).toContain("Row 2: blood type “C” — A, B, AB or O. The row comes in without it.");
    expect(view.reply.text).toContain("Row 2: does stunts “maybe” — yes or no. The row comes in without it.");
    await room.press(view, "Import 2 characters");
    expect(valuesOf(await room.entry("Ana"))).toEqual({
      name: "Ana",
      age: 28,
      blood_type: "AB",
      stunts: true,
    });
  });

  test("tell which row lacks what must be filled in, and ask for it once they are in", async () => {
    await room.configure({ schema: { ...OWN, required: ["character.age"] } });
    const view = await room.say("Name,Age,Job\nAna,twenty-eight,cook\nBo,,cop");
    expect(view.reply.text).toContain("Row 2: Bo has no age, which this film wants filled in.");
    const done = await room.press(view, "Import 2 characters");
    expect(done.reply.text).toContain("How old is **Bo**?");
    await room.say("31");
    expect(valuesOf(await room.entry("Bo")).age).toBe(31);
  });

  test("make entries of a kind of its own", async () => {
    await room.configure({ schema: OWN });
    const view = await room.say("our vehicles:\nName,Number plate,Seats\nThe Van,B-12,4 seats\nBus,B-13,40");
    expect(view.reply.text).toMatch(/^2 new vehicles/);
    await room.press(view, "Import 2 vehicles");
    const van = await room.entry("The Van");
    expect([van.kind, valuesOf(van)]).toEqual([VEHICLE, { name: "The Van", plate: "B-12", seats: 4 }]);
  });
});

describe("where corrections are reviewed", () => {
  test("only a producer lets rows count against what is confirmed", async () => {
    await room.configure({ settings: { saving: "receipt", corrections: "reviewed" } });
    await room.say("Create a character named Sarah, a 28-year-old journalist");
    const view = await room.say("Name,Age,Job\nSarah,31,journalist\nZed,3,cook", BO);
    expect(view.reply.text).toContain("Row 1: Sarah’s age is 28 in the bible, confirmed. “31” stays out.");
    expect((await room.press(view, "Take the changed values too", BO)).error).toMatchObject({
      code: "forbidden",
    });
    const again = await room.say("Name,Age,Job\nSarah,31,journalist\nZed,3,cook", BO);
    const over = await room.press(again, "Take the changed values too");
    expect((await room.press(over, "Import 2 characters", BO)).error).toMatchObject({ code: "forbidden" });
    await room.say("yes");
    const sarah = await room.entry("Sarah");
    expect(sarah.facts.age).toMatchObject({ value: 31, by: "bo" });
  });
});

describe("a name in a cast", () => {
  test("that several have stays a plain name, and is told once", async () => {
    await room.say("Create a character named Sarah Chen");
    await room.say("Create a character named Sarah Miller");
    const view = await room.say("Scene #,Set,Cast\n1,Bar,Sarah\n2,Pier,Sarah\n3,Car,Sarah Chen");
    expect(view.reply.text).toContain(
      "Sarah may be Sarah Chen or Sarah Miller; with the whole name I would know.",
    );
    const written = await room.press(view, "Import 3 scenes");
    expect(labelsOf(written).some((label) => label.startsWith("Sarah"))).toBe(false);
    expect(await room.open()).toEqual([]);
    const tied = (await room.entries("scene")).filter((scene) => scene.links.characters);
    expect(tied).toHaveLength(1);
  });
});
