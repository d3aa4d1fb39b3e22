import { beforeEach, describe, expect, test } from "vitest";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { BO, talkRoom, VIC } from "../extract/talk-room.ts";

const room = talkRoom();

const labels = (view: TurnView) => view.choices.map((choice) => choice.label);
const tableOf = (view: TurnView) => {
  const table = view.reply.blocks.find((block) => block.type === "table");
  if (table?.type !== "table") throw new Error(`no table in ${view.reply.text}`);
  return table;
};
const content = ({ id, name, status, facts, links }: Entry) => ({ id, name, status, facts, links });

beforeEach(async () => {
  await room.say("Create a character named John, a 40-year-old cook");
  await room.say("/character create Jon age=41 traits=brave motivation=revenge");
  await room.say("/character create Sarah");
});

describe("a merge by command", () => {
  test("is shown side by side and writes nothing", async () => {
    const view = await room.say("/character merge Jon into John");
    expect(view.changes).toEqual([]);
    expect(tableOf(view)).toMatchObject({
      columns: ["Field", "Jon", "John", "Becomes"],
      rows: [
        ["Name", "Jon", "John", "John"],
        ["Age", "41", "40", "40"],
        ["Occupation", "–", "cook", "cook"],
        ["Motivation", "revenge", "–", "revenge"],
        ["Traits", "brave", "–", "brave"],
      ],
    });
    expect(labels(view)).toEqual(["Merge into John", "Take Jon’s age", "Merge into Jon", "They are two"]);
    expect(await room.open()).toMatchObject([{ asks: { type: "proposal", reason: "merge" } }]);
    expect(await room.entry("Jon")).toBeDefined();
  });

  test.each([
    '/character merge "Jon" "John"',
    "/character merge Jon with John",
    "/character merge Jon and John",
    "/character merge jon JOHN",
  ])("takes %s", async (words) => {
    expect(tableOf(await room.say(words)).columns.slice(1, 3)).toEqual(["Jon", "John"]);
  });

  test("parts names of several words, and names that hold an “and”", async () => {
    await room.say('/prop create "Salt and Pepper"');
    await room.say('/prop create "Salt & Pepper Set"');
    const props = await room.say('/prop merge "Salt & Pepper Set" into "Salt and Pepper"');
    expect(tableOf(props).columns.slice(1, 3)).toEqual(["Salt & Pepper Set", "Salt and Pepper"]);
    await room.say('/character create "Helen Voss"');
    await room.say('/character create "Dr. Voss"');
    const people = await room.say("/character merge Dr. Voss into Helen Voss");
    expect(tableOf(people).columns.slice(1, 3)).toEqual(["Dr. Voss", "Helen Voss"]);
  });

  test("is written on a press, with everything that named the other, and undone whole", async () => {
    await room.say("Jon and Sarah are siblings");
    await room.say("INT. DINER - NIGHT\nJon waits for Sarah.");
    const before = (await room.entries()).map(content);
    const shown = await room.say("/character merge Jon into John");
    expect(shown.reply.text).toMatch(/1 (?:relationship|scene) and 1 \w+ will name John instead of Jon\./);
    const done = await room.press(shown, "Merge into John");
    expect(done.reply.text).toContain("**Jon** is part of **John** now.");
    expect(done.changes.map(({ name, action }) => `${name} ${action}`)).toEqual(
      expect.arrayContaining(["John merged", "Jon removed", "John – Sarah: sibling updated"]),
    );
    expect(await room.entry("Jon")).toBeUndefined();
    expect((await room.fact("characters", "INT. DINER - NIGHT", "scene"))?.value).toEqual(["John", "Sarah"]);
    expect(await room.open()).toEqual([]);
    await room.say("/undo");
    expect((await room.entries()).map(content)).toEqual(before);
    await room.say("/redo");
    expect(await room.entry("Jon")).toBeUndefined();
    expect((await room.fact("motivation", "John"))?.value).toBe("revenge");
  });

  test("takes the fields that are chosen, and gives them back", async () => {
    const shown = await room.say("/character merge Jon into John");
    const taken = await room.press(shown, "Take Jon’s age");
    expect(tableOf(taken).rows[1]).toEqual(["Age", "41", "40", "41"]);
    expect(await room.open()).toHaveLength(1);
    const kept = await room.press(taken, "Take John’s age");
    expect(tableOf(kept).rows[1]).toEqual(["Age", "41", "40", "40"]);
    const again = await room.press(kept, "Take Jon’s age");
    await room.press(again, "Merge into John");
    expect(await room.fact("age", "John")).toMatchObject({ value: 41, by: "ada" });
    expect(await room.open()).toEqual([]);
  });

  test("lets many fields be chosen in a form, page by page", async () => {
    const [here, there] = [
      "want=peace fear=water need=rest flaw=pride",
      "want=war fear=fire need=help flaw=envy",
    ];
    await room.say(`/character create "Liz Ray" ${here}`);
    await room.say(`/character create "Eliza Ray" ${there}`);
    const shown = await room.say("/character merge Liz Ray into Eliza Ray");
    expect(labels(shown)).toContain("Choose field by field");
    const form = await room.press(shown, "Choose field by field");
    const first = await room.fill(form, { want: "Take peace", fear: "Keep fire" });
    expect(tableOf(first).rows.map((row) => row.at(-1))).toEqual(
      expect.arrayContaining(["peace", "fire", "help", "envy"]),
    );
    const second = await room.fill(form, { need: "Take rest", flaw: "Keep envy" });
    await room.press(second, "Merge into Eliza Ray");
    const values = await Promise.all(
      ["want", "fear", "need", "flaw"].map((field) => room.fact(field, "Eliza Ray")),
    );
    expect(values.map((fact) => fact?.value)).toEqual(["peace", "fire", "rest", "envy"]);
  });

  test("the other way round is shown first, and only the last one waits", async () => {
    const shown = await room.say("/character merge Jon into John");
    const turned = await room.press(shown, "Merge into Jon");
    expect(turned.changes).toEqual([]);
    expect(tableOf(turned).columns.slice(1, 3)).toEqual(["John", "Jon"]);
    expect(await room.open()).toHaveLength(1);
    await room.press(turned, "Merge into Jon");
    expect(await room.entry("John")).toBeUndefined();
    expect((await room.fact("occupation", "Jon"))?.value).toBe("cook");
  });

  test("what a person confirmed is taken over what Backlot made up", async () => {
    const drafted = await room.say("invent a villain");
    const made = drafted.changes.find((change) => change.action === "created");
    const age = made?.fields.age?.after;
    expect(age).toBeDefined();
    await room.say("/character create Stranger age=99");
    const shown = await room.say(`/character merge Stranger into ${made?.name}`);
    expect(tableOf(shown).rows.find(([field]) => field === "Age")).toEqual(["Age", "99", String(age), "99"]);
  });
});

describe("what speaks against it", () => {
  test("two who are in one scene may be two people", async () => {
    await room.say("INT. DINER - NIGHT\nJon waits for John.");
    const view = await room.say("/character merge Jon into John");
    expect(view.reply.text).toContain("Both are in INT. DINER - NIGHT, so they may be two people.");
    await room.press(view, "Merge into John");
    expect((await room.fact("characters", "INT. DINER - NIGHT", "scene"))?.value).toEqual(["John"]);
  });

  test("so may two who are tied to one another", async () => {
    await room.say("Jon and John are brothers");
    const view = await room.say("/character merge Jon into John");
    expect(view.reply.text).toMatch(/Jon is John’s sibling, so they may be two people|John is Jon’s sibling/);
    expect(view.reply.text).toContain("What ties the two to one another falls away.");
  });

  test("they are two: nothing is asked about them again", async () => {
    const view = await room.say("/character merge Jon into John");
    const two = await room.press(view, "They are two");
    expect(two.reply.text).toBe("**John** and **Jon** are two. I do not ask about them again.");
    expect(await room.open()).toEqual([]);
    expect((await room.say("/character duplicates")).reply.text).toBe("No character looks like another.");
    await room.say("/undo");
    expect(labels(await room.say("/character duplicates"))).toEqual(["Merge Jon with John"]);
  });

  test("a locked entry, an unknown name, another kind, one and the same, another project", async () => {
    await room.say("/location create Diner");
    const refused = async (words: string) => (await room.say(words)).error?.message;
    expect(await refused("/character merge Jon into Nobody")).toBe(
      "There is no character called Nobody in this project.",
    );
    expect((await room.say("/character merge Sarha into John")).reply.text).toContain("Did you mean Sarah?");
    expect(await refused("/character merge Jon into Diner")).toContain("no character called Diner");
    expect(await refused("/character merge Jon into Jon")).toBe("That is one and the same, Jon.");
    expect(await refused("/character merge Jon")).toBe("Which two characters are one?");
    const jon = (await room.entry("Jon"))?.id;
    const other = await room.elsewhere("/character create Stranger");
    const id = other.changes[0]?.entry_id;
    expect((await room.elsewhere(`/character merge id=${jon} name=${id}`)).error?.message).toBe(
      "One of the two is gone.",
    );
    await room.say("/character lock John");
    expect(await refused("/character merge Jon into John")).toContain("John is locked");
  });
});

describe("whose word it takes", () => {
  test("a viewer may propose it, a writer accepts it", async () => {
    const view = await room.say("/character merge Jon into John", VIC);
    expect((await room.press(view, "Merge into John", VIC)).error?.code).toBe("forbidden");
    expect(await room.entry("Jon")).toBeDefined();
    const again = await room.say("/open");
    await room.press(again, "Merge into John", BO);
    expect(await room.entry("Jon")).toBeUndefined();
  });

  test("a viewer cannot tell them apart", async () => {
    expect((await room.say("/character apart Jon John", VIC)).error?.code).toBe("forbidden");
  });
});

describe("in talk", () => {
  test("is shown first too, proved by the words that ask for it", async () => {
    const view = await room.say("merge Jon and John");
    expect(view.changes).toEqual([]);
    const [, gone, into] = tableOf(view).columns;
    expect([gone, into].toSorted()).toEqual(["John", "Jon"]);
    const done = await room.say("yes");
    expect(done.changes.map((change) => change.action)).toEqual(
      expect.arrayContaining(["merged", "removed"]),
    );
    expect(done.changes[0]?.evidence?.quote).toContain("Jon and John");
  });

  test("beside something new: that is written, the merge waits", async () => {
    const view = await room.say("Sarah is a 30-year-old judge. Merge Jon and John.");
    expect((await room.fact("age"))?.value).toBe(30);
    expect(await room.entry("Jon")).toBeDefined();
    expect(labels(view)).toContain("They are two");
    expect(await room.open()).toHaveLength(1);
  });
});
