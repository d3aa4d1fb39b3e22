import { describe, expect, test } from "vitest";
import { importRoom, labelsOf, valuesOf } from "./import-room.ts";

const room = importRoom();

const SCENES = [
  "Scene,Int/Ext,Set,D/N,Cast,Description",
  "1,INT,Diner,Night,Sarah/John,They meet",
  "2,EXT,Pier,D,Bo,They run",
  "3,INT,Diner,Night,Sarah,She waits",
].join("\n");

describe("scenes", () => {
  test("wait for a character, and say so; then they come in", async () => {
    const view = await room.say(SCENES);
    expect(view.reply.text).toContain("I cannot make a scene yet.");
    expect(labelsOf(view).some((label) => label.startsWith("Import"))).toBe(false);
    await room.say("yes");
    expect([await room.names(), (await room.open()).length]).toEqual([[], 1]);
    await room.say("Create a character named Sarah");
    const [point] = await room.open();
    await room.say(`/open accept all id=${point?.id}`);
    expect(await room.names("scene")).toHaveLength(3);
  });

  test("of one heading stay apart, with their cast and places tied", async () => {
    await room.say("Create a character named Sarah");
    const view = await room.say(SCENES);
    expect(view.reply.text).toContain(
      "John and Bo are no characters yet and stay plain names until somebody adds them.",
    );
    const written = await room.press(view, "Import 3 scenes");
    expect(written.error).toBeUndefined();
    const scenes = await room.entries("scene");
    expect(scenes.map((scene) => scene.name).toSorted()).toEqual([
      "EXT. PIER - DAY",
      "INT. DINER - NIGHT",
      "INT. DINER - NIGHT (2)",
    ]);
    const sarah = await room.entry("Sarah");
    expect(scenes.filter((scene) => scene.links.characters?.includes(sarah.id))).toHaveLength(2);
    expect(await room.names("location")).toEqual(["Diner", "Pier"]);
    await room.say("/undo");
    expect(await room.names()).toEqual(["Sarah"]);
  });

  test("pasted again are known by their numbers, and their summaries change when somebody wants that", async () => {
    await room.say("Create a character named Sarah");
    await room.press(await room.say(SCENES), /^Import/);
    const view = await room.say(SCENES.replace("They meet", "They fight").replace("She waits", "She leaves"));
    expect(view.reply.text).toMatch(/^Nothing new in 3 scenes: 1 known already, 2 differ from the bible\./);
    const over = await room.press(view, "Take the changed values too");
    await room.press(over, "Import 2 scenes");
    const summaries = (await room.entries("scene")).map((scene) => valuesOf(scene).summary);
    expect(summaries.toSorted()).toEqual(["She leaves", "They fight", "They run"]);
  });

  test("come with their characters out of one JSON", async () => {
    const json = {
      title: "Night Shift",
      characters: [{ name: "Sarah", age: 28 }, { name: "John" }],
      scenes: [{ heading: "INT. DINER - NIGHT", characters: ["Sarah", "John"], summary: "They meet" }],
      relationships: [{ from: "Sarah", to: "John", type: "friend" }],
    };
    const view = await room.say(JSON.stringify(json, undefined, 1));
    expect(view.reply.text).toMatch(/^3 new entries\./);
    expect(view.reply.text).toContain("Say who is what to whom in sentences");
    await room.press(view, "Import 3 entries");
    const [scene] = await room.entries("scene");
    expect(scene?.links.characters).toHaveLength(2);
    expect(await room.names("relationship")).toEqual([]);
  });

  test("that must wait let the others of an import in", async () => {
    const json = { locations: [{ name: "Pier" }], scenes: [{ heading: "INT. BAR - DAY", summary: "Rain" }] };
    const view = await room.say(JSON.stringify(json));
    await room.press(view, "Import 1 location");
    expect(await room.names()).toEqual(["Pier"]);
    const [point] = await room.open();
    expect(point?.asks).toMatchObject({
      items: [{ state: "accepted" }, { state: "open", line: { kind: "scene" } }],
    });
  });
});
