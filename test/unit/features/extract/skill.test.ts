import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { EntryKind } from "../../../../src/domain/bible/kinds.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";
import { EMPTY_READING } from "../../../../src/domain/reading/reading.ts";
import { createExtractSkill } from "../../../../src/features/extract/skill.ts";
import { removes, renames, says, ties } from "../../domain/bible/bible-maker.ts";
import { labelsOf, offersOf, openRoom, openStores, type Room, receiptOf, textOf } from "../bible-room.ts";

let opened: Awaited<ReturnType<typeof openStores>>;
let room: Room;

beforeAll(async () => {
  opened = await openStores();
  return () => opened.close();
});

beforeEach(async () => {
  room = await openRoom(opened.stores);
});

async function say(statements: Statement[], text = "words", role: "writer" | "viewer" = "writer") {
  const turn = await room.turn(text, role);
  const outcome = await createExtractSkill(room.parts).run(turn, { ...EMPTY_READING, statements });
  await room.commit(turn, outcome);
  return { turn, ...outcome };
}

const names = async (kind?: EntryKind) => (await room.entries(kind)).map((entry) => entry.name);

describe("the extract skill", () => {
  it("claims a message that states something", async () => {
    const skill = createExtractSkill(room.parts);
    const turn = await room.turn("hello");
    expect(skill.claims(turn, EMPTY_READING)).toBe(false);
    expect(skill.claims(turn, { ...EMPTY_READING, statements: [says("character", "Sarah")] })).toBe(true);
  });

  it("saves with a receipt, next steps, Edit and Undo, and remembers whom it spoke of", async () => {
    const text = "Create a character named Sarah, age 28";
    const place = (quote: string) => ({
      start: text.indexOf(quote),
      end: text.indexOf(quote) + quote.length,
    });
    const said = says("character", "Sarah", { age: 28 });
    const outcome = await say(
      [{ ...said, span: place(text), fields: [{ field: "age", value: 28, ...place("age 28") }] }],
      text,
    );
    const sarah = await room.entry("character", "Sarah");
    expect(sarah.facts.age).toMatchObject({
      value: 28,
      status: "confirmed",
      by: "ana",
      evidence: { quote: "age 28", message_id: outcome.turn.message?.id },
    });
    expect(textOf(outcome)).toBe("Added **Sarah**.");
    expect(receiptOf(outcome)).toMatchObject([
      {
        action: "created",
        kind: "character",
        name: "Sarah",
        entry_id: sarah.id,
        fields: [{ name: "age", after: 28 }],
      },
    ]);
    const labels = labelsOf(outcome);
    expect(labels.slice(-2)).toEqual(["Edit Sarah", "Undo"]);
    expect(labels.length).toBe(4);
    expect(offersOf(outcome).filter((offer) => offer.category === "recommended")).toHaveLength(1);
    expect(offersOf(outcome).at(-1)?.action).toEqual({
      type: "command",
      command: "undo",
      options: { turn: outcome.turn.id },
    });
    expect((await room.turn()).session.memory.focus).toEqual([
      { entry_id: sarah.id, kind: "character", name: "Sarah" },
    ]);
  });

  it("builds a story whose entries are linked to one another", async () => {
    await say([says("character", "Sarah"), says("character", "John")]);
    const tied = await say([ties("Sarah", "John", "sibling", false)]);
    expect(textOf(tied)).toBe("Sarah is John’s sibling.");
    const outcome = await say([
      says("scene", "INT. DINER - NIGHT", {
        location: "DINER",
        characters: ["Sarah", "John"],
        summary: "They meet.",
      }),
    ]);
    expect(textOf(outcome)).toBe("Added **INT. DINER - NIGHT** and **Diner**.");
    const [sarah, john, diner, scene] = [
      await room.entry("character", "Sarah"),
      await room.entry("character", "John"),
      await room.entry("location", "Diner"),
      await room.entry("scene", "INT. DINER - NIGHT"),
    ];
    expect(scene.links).toEqual({ location: [diner.id], characters: [sarah.id, john.id] });
    expect((await room.turn()).counts).toMatchObject({
      character: 2,
      scene: 1,
      location: 1,
      relationship: 1,
    });
  });

  it("updates by a part of the name, and finds a relationship said the other way round", async () => {
    await say([
      says("character", "Sarah Connor"),
      says("character", "Kyle Reese"),
      ties("Sarah Connor", "Kyle Reese", "parent"),
    ]);
    const outcome = await say([
      ties("Kyle", "Sarah", "child", false),
      says("character", "sarah", { age: 29 }, false),
    ]);
    expect(outcome.changes?.map((change) => change.name)).toEqual(["Sarah Connor"]);
    expect(await names("relationship")).toEqual(["Sarah Connor – Kyle Reese: parent"]);
  });

  it("carries a rename and a removal everywhere, and undoes neither by halves", async () => {
    await say([
      says("character", "Sarah"),
      says("character", "John"),
      ties("Sarah", "John", "sibling"),
      says("scene", "INT. BAR", { characters: ["John"] }),
    ]);
    const renamed = await say([renames("John", "Jack")]);
    expect(textOf(renamed)).toBe("**John** is **Jack** now. I carried that over to 2 other entries.");
    expect((await room.entry("scene", "INT. BAR")).facts.characters?.value).toEqual(["Jack"]);
    const removed = await say([removes("Jack")]);
    expect(textOf(removed)).toBe("Removed **Jack**. I carried that over to INT. BAR.");
    expect(await names("relationship")).toEqual([]);
    expect(labelsOf(removed)).toContain("Undo");
    expect((await room.turn()).session.memory.focus.map((each) => each.name)).not.toContain("Jack");
  });

  it("says what it could not do, and offers to add who is unknown", async () => {
    await say([says("character", "Sarah")]);
    const outcome = await say([
      says("character", "Maya", { age: 3 }, false),
      says("character", "Sarah", { age: 900 }, false),
    ]);
    expect(outcome.changes).toEqual([]);
    expect(textOf(outcome)).toBe(
      "I do not know a character called Maya. Shall I add them, with what you said?\n“900” does not fit the field age of a character. It takes a whole number from 0 to 200.",
    );
    expect(offersOf(outcome)[0]).toMatchObject({
      label: "Add Maya as a character",
      action: { command: "open", options: { action: "accept", id: outcome.points?.[0]?.id, value: "all" } },
    });
    expect(offersOf(outcome).filter(({ label }) => label.includes("Maya"))).toHaveLength(1);
  });

  it("ties a scene in focus to whoever it named before they were made", async () => {
    await say([says("character", "Sarah"), says("scene", "INT. BAR", { characters: ["Sarah", "Maya"] })]);
    await say([says("character", "Maya")]);
    const [sarah, maya] = [await room.entry("character", "Sarah"), await room.entry("character", "Maya")];
    expect((await room.entry("scene", "INT. BAR")).links.characters).toEqual([sarah.id, maya.id]);
  });

  it("lets a viewer propose, and writes nothing of it", async () => {
    const outcome = await say([says("character", "Sarah", { age: 28 })], "words", "viewer");
    expect(outcome.changes ?? []).toEqual([]);
    expect(outcome.points).toMatchObject([
      { needs: { role: "writer" }, by: "ana", asks: { type: "proposal", reason: "role" } },
    ]);
    expect(await names()).toEqual([]);
  });

  it("takes no entry of another project, whatever id a reading carries", async () => {
    const other = await openRoom(opened.stores);
    const turn = await other.turn("x");
    const made = await createExtractSkill(other.parts).run(turn, {
      ...EMPTY_READING,
      statements: [says("character", "Sarah")],
    });
    await other.commit(turn, made);
    const outcome = await say([says("character", "Sarah", { age: 3 }, false, made.changes?.[0]?.entry_id)]);
    expect(outcome.changes).toEqual([]);
  });
});

describe("the workflow's gates in talk", () => {
  const scene = (characters: string[]) =>
    says("scene", "INT. DINER - NIGHT", { location: "Diner", characters });

  it("refuse a scene in an empty film, with the way there, and make no place of it", async () => {
    const outcome = await say([scene(["Sarah"]), says("location", "DINER")]);
    expect(await names()).toEqual([]);
    expect(textOf(outcome)).toMatch(/no character/);
    expect(offersOf(outcome)[0]).toMatchObject({
      label: "Add Sarah and keep the scene",
      category: "recommended",
    });
    expect(offersOf(outcome).filter((offer) => offer.category === "recommended")).toHaveLength(1);
    expect(labelsOf(outcome)).not.toContain("Undo");
  });

  it("keep the rest of the message", async () => {
    const outcome = await say([scene([]), says("location", "Pier")]);
    expect(await names()).toEqual(["Pier"]);
    expect(textOf(outcome)).toMatch(/^Added \*\*Pier\*\*\.\nI cannot make a scene yet/);
    expect(labelsOf(outcome)).toContain("Undo");
  });

  it("count characters of the same message", async () => {
    const outcome = await say([scene(["Sarah"]), says("character", "Sarah")]);
    expect(await names("scene")).toEqual(["INT. DINER - NIGHT"]);
    expect(textOf(outcome)).not.toMatch(/cannot/);
  });

  it("do not stand in the way of a team that wants none", async () => {
    room = await openRoom(opened.stores, { workflow: "free" });
    await say([scene([])]);
    expect(await names()).toEqual(["Diner", "INT. DINER - NIGHT"]);
  });
});
