import { describe, expect, test } from "vitest";
import type { Person } from "../../../../src/chat/inbound-event.ts";
import { blockOf, importRoom, labelsOf, valuesOf } from "./import-room.ts";

const room = importRoom();
const VIC: Person = { id: "vic", name: "Vic", role: "viewer" };

const CAST = [
  "Here's our cast list:",
  "Name,Age,Job,Traits,Budget,Mother",
  'Sarah Chen,28 years,journalist,"brave, kind",300,Mary',
  "John,old,cop,,200,",
  ",33,cook,,1,",
  "sarah chen,31,journalist,stubborn,,",
].join("\n");

describe("pasted rows", () => {
  test("are shown before anything is written, with what could not be taken", async () => {
    const view = await room.say(CAST);
    expect(view.changes).toEqual([]);
    expect(await room.names()).toEqual([]);
    expect(view.reply.text).toMatch(/^2 characters: 2 new, 1 row left out\. Nothing is saved yet\./);
    expect(blockOf(view, "table")).toMatchObject({
      columns: ["Row", "Change", "Name", "Age", "Occupation", "Traits"],
      rows: [
        ["1", "new", "Sarah Chen", "28", "journalist", "brave, kind, stubborn"],
        ["2", "new", "John", "", "cop", ""],
      ],
    });
    expect(blockOf(view, "list")).toMatchObject({
      title: "Please look at these",
      items: [
        "Row 2: age “old” — a whole number from 0 to 200. The row comes in without it.",
        "Row 3: no name. It stays out.",
        "Row 4: Sarah Chen is in row 1 already. The two make one entry.",
        "Row 4: age “31” — row 1 says 28, which counts.",
      ],
    });
    expect(view.reply.text).toContain("The column “Budget” matches no field and stays out.");
    expect(view.reply.text).toContain("The column “Mother” stays out. Say who is what to whom in sentences");
    expect(labelsOf(view)).toEqual(["Import 2 characters", "Keep “Budget” as notes", "Cancel"]);
  });

  test("are written in one turn with their rows as proof, and taken back in one", async () => {
    const view = await room.press(await room.say(CAST), "Import 2 characters");
    expect(view.changes.map((change) => [change.action, change.name])).toEqual([
      ["created", "Sarah Chen"],
      ["created", "John"],
    ]);
    const sarah = await room.entry("Sarah Chen");
    expect(valuesOf(sarah)).toEqual({
      name: "Sarah Chen",
      age: 28,
      occupation: "journalist",
      traits: ["brave", "kind", "stubborn"],
    });
    const quote = 'Sarah Chen,28 years,journalist,"brave, kind",300,Mary';
    const start = CAST.indexOf(quote);
    expect(sarah.facts.age).toMatchObject({
      status: "confirmed",
      by: "ada",
      evidence: { quote, start, end: start + quote.length },
    });
    expect(await room.open()).toEqual([]);
    const undone = await room.say("/undo");
    expect(undone.changes).toHaveLength(2);
    expect(await room.names()).toEqual([]);
  });

  test("keep a column as notes on a press, and the preview gives way to the new one", async () => {
    const first = await room.say(CAST);
    const second = await room.press(first, "Keep “Budget” as notes");
    expect(blockOf(second, "table").columns).toContain("Notes");
    expect(await room.open()).toHaveLength(1);
    await expect(room.press(first, "Import 2 characters")).resolves.toMatchObject({
      error: { code: "conflict" },
    });
    await room.press(second, "Import 2 characters");
    expect(valuesOf(await room.entry("John")).notes).toBe("Budget: 200");
    expect((await room.entry("John")).facts.notes?.evidence?.quote).toBe("John,old,cop,,200,");
  });

  test("are left on Cancel, and a settled preview is not read otherwise", async () => {
    const view = await room.say(CAST);
    const cancelled = await room.press(view, "Cancel");
    expect(cancelled.reply.text).toBe("Left out. The bible stays as it is.");
    expect([await room.names(), await room.open()]).toEqual([[], []]);
    expect((await room.press(view, /^Keep/)).error).toMatchObject({ code: "conflict" });
  });

  test("come in once, however often the button is pressed", async () => {
    const view = await room.say(CAST);
    const [first, second] = await Promise.all([room.press(view, /^Import/), room.press(view, /^Import/)]);
    expect(second.turn_id).toBe(first.turn_id);
    expect(await room.names()).toHaveLength(2);
  });

  test("may be accepted in words", async () => {
    await room.say(CAST);
    await room.say("yes");
    expect(await room.names()).toHaveLength(2);
  });

  test("are nobody’s to paste who may only look", async () => {
    const view = await room.say(CAST, VIC);
    expect(view.error).toMatchObject({ code: "forbidden" });
    expect(await room.open()).toEqual([]);
  });

  test("read as another kind on a press, and back, where the columns fit both", async () => {
    const view = await room.say("Name,Description\nThe Pier,wet\nThe Bar,loud");
    const places = await room.press(view, "As locations instead");
    expect(places.reply.text).toMatch(/^2 new locations/);
    expect(labelsOf(places)).toContain("As characters instead");
    await room.press(places, "Import 2 locations");
    expect(await room.names("location")).toEqual(["The Bar", "The Pier"]);
    expect(await room.names("character")).toEqual([]);
  });
});

describe("rows of what is there already", () => {
  const AGAIN = "Name,Age,Job,Aliases\nSarah Chen,30,editor,Red\nBo,3,cook,";

  test("update it, but for what a person confirmed, unless somebody wants that", async () => {
    await room.say("Create a character named Sarah Chen, a 28-year-old journalist");
    const view = await room.say(AGAIN);
    expect(view.reply.text).toMatch(/^2 characters: 1 new, 1 update\./);
    expect(view.reply.text).toContain("What changes\n• Sarah Chen: aliases Red");
    expect(view.reply.text).toContain(
      "Row 1: Sarah Chen’s age is 28 in the bible, confirmed. “30” stays out.",
    );
    const over = await room.press(view, "Take the changed values too");
    expect(over.reply.text).toContain(
      "Sarah Chen: age 28 → 30 · occupation journalist → editor · aliases Red",
    );
    await room.press(over, "Import 2 characters");
    expect(valuesOf(await room.entry("Sarah Chen"))).toMatchObject({
      age: 30,
      occupation: "editor",
      aliases: ["Red"],
    });
    await room.say("/undo");
    expect(valuesOf(await room.entry("Sarah Chen"))).toEqual({
      name: "Sarah Chen",
      age: 28,
      occupation: "journalist",
    });
    expect(await room.names()).toEqual(["Sarah Chen"]);
  });

  test("stay as they are when only new ones are taken, and nothing of it waits any more", async () => {
    await room.say("Create a character named Sarah Chen");
    const view = await room.press(await room.say(AGAIN), "New ones only");
    expect(view.changes.map((change) => change.name)).toEqual(["Bo"]);
    expect(valuesOf(await room.entry("Sarah Chen"))).toEqual({ name: "Sarah Chen" });
    expect(await room.open()).toEqual([]);
  });

  test("are found by alias, and told when they say nothing new", async () => {
    await room.press(await room.say(AGAIN), /^Import/);
    const view = await room.say("Name,Job\nred,editor\nbo,cook");
    expect(view.reply.text).toBe(
      "All of these are in the bible as they are here. There is nothing to import.",
    );
    expect(view.choices).toEqual([]);
  });

  test("are looked up in one read, whatever their number", async () => {
    const { bible } = room.stage().stores;
    const reads: string[] = [];
    const counted = ["get", "byKeys", "list", "linkedTo", "names"] as const;
    const originals = { ...bible };
    for (const name of counted) {
      const read = bible[name].bind(bible) as (...args: unknown[]) => unknown;
      const counting = (...args: unknown[]) => {
        reads.push(name);
        return read(...args);
      };
      Object.assign(bible, { [name]: counting });
    }
    const rows = Array.from({ length: 300 }, (_, index) => `Person ${index},${index % 90}`).join("\n");
    const view = await room.say(`Name,Age\n${rows}`);
    expect(reads).toEqual(["byKeys"]);
    await room.press(view, "Import 300 characters");
    expect(reads.length).toBeLessThanOrEqual(4);
    Object.assign(bible, originals);
    expect(await room.names()).toHaveLength(300);
  });
});

test("JSON that breaks off is told so, by message and by command", async () => {
  for (const text of ['[{"name": "Zed", "age": 3},\n{"name": "Kim"', '/import [{"name": "Zed"']) {
    const view = await room.say(text);
    expect(view.reply.text).toContain("That looks like JSON, but I can read it only up to line");
    expect(view.changes).toEqual([]);
  }
});

test("a table of a kind the film lacks is told so, and none of its cells is somebody", async () => {
  for (const text of [
    "Vehicle,Plate,Wheels\nRed Truck,R1,6\nBlue Van,B2,4",
    "Permit\tOffice\tFee\nHarbour\tCity\t40\nBridge\tCounty\t90",
    "our permits:\nPermit;Fee\nHarbour;40\nBridge;90",
    "| Vehicle | Plate |\n|---|---|\n| Red Truck | R1 |",
  ]) {
    const view = await room.say(text);
    expect(view.reply.text).toContain("That looks like a table, but I cannot tell of what");
    expect(view.reply.text).toContain("/schema kind add");
    expect(view.changes).toEqual([]);
  }
  expect(await room.names()).toEqual([]);
  for (const text of [
    "Tom, 40, baker\nMia, 30, nurse\nJim, 20, cook",
    "Tom is 40.\nMia is 30;\nshe is a nurse",
  ])
    expect((await room.say(text)).reply.text).not.toContain("cannot tell of what");
});

test("lines that read like no entry are shown", async () => {
  const view = await room.say("import these characters:\n- Sarah, 28\n- ???\n- John, 41");
  expect(view.reply.text).toContain("“- ???” reads like no entry and stays out.");
});
