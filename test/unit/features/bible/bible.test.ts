import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/chat/outcome.ts";
import type { Turn } from "../../../../src/chat/turn.ts";
import { type Bible, createBible } from "../../../../src/features/bible/bible.ts";
import { labelsOf, offersOf, openRoom, openStores, type Room, receiptOf, textOf } from "../bible-room.ts";

let opened: Awaited<ReturnType<typeof openStores>>;
let room: Room;
let bible: Bible;

beforeAll(async () => {
  opened = await openStores();
  return () => opened.close();
});

beforeEach(async () => {
  room = await openRoom(opened.stores);
  bible = createBible(room.parts);
});

/** Runs a command as one turn and keeps what it decided. */
async function run(command: (turn: Turn) => Promise<Outcome>, text = "/command") {
  const turn = await room.turn(text);
  const outcome = await command(turn);
  await room.commit(turn, outcome);
  return { turn, ...outcome };
}

const create = (
  kind: "character" | "scene" | "location",
  name: string,
  fields: string | Record<string, string> = "",
  text?: string,
) => run((turn) => bible.create(turn, kind, name, fields), text);

const formOf = (outcome: Outcome) => outcome.blocks.find((block) => block.type === "ask_form");

describe("create", () => {
  it("makes an entry from a command's words, proved by them", async () => {
    const text = "/character create Maya Lin age=54 occupation=surgeon";
    const outcome = await create("character", "Maya", "Lin age=54 occupation=surgeon", text);
    const maya = await room.entry("character", "Maya Lin");
    expect(maya.facts.age).toMatchObject({ value: 54, evidence: { quote: "54", start: text.indexOf("54") } });
    expect(maya.facts.name?.evidence?.quote).toBe(text);
    expect(receiptOf(outcome)[0]?.fields.map((field) => field.name)).toEqual(["age", "occupation"]);
    expect(labelsOf(outcome)).toEqual(expect.arrayContaining(["Edit Maya Lin", "Undo"]));
  });

  it("makes a scene of its slug line", async () => {
    await create("character", "Sarah");
    await create("scene", "INT. DINER - NIGHT. Sarah waits.", "characters=sarah");
    const scene = await room.entry("scene", "INT. DINER - NIGHT");
    expect(scene.facts).toMatchObject({
      heading: { value: "INT. DINER - NIGHT" },
      time_of_day: { value: "NIGHT" },
      summary: { value: "Sarah waits." },
      characters: { value: ["Sarah"] },
      location: { value: "Diner" },
    });
  });

  it("ties a scene in focus to whoever it named before", async () => {
    await create("character", "Sarah");
    await create("scene", "INT. BAR", "characters=Sarah, Maya");
    await create("character", "Maya");
    expect((await room.entry("scene", "INT. BAR")).links.characters).toHaveLength(2);
  });

  it("asks with a form when there is no name, and takes its values", async () => {
    const asked = await create("character", "");
    const form = formOf(asked);
    expect(form).toMatchObject({
      title: "New character",
      action: { command: "character", options: { action: "create" } },
    });
    expect(form?.type === "ask_form" && form.fields.map((field) => field.input)).toEqual([
      "text",
      "number",
      "text",
      "paragraph",
      "text",
    ]);
    await create("character", "", { name: "Nora", age: "40", traits: "calm, kind", motivation: "" });
    const nora = await room.entry("character", "Nora");
    expect(nora.facts).toMatchObject({ age: { value: 40 }, traits: { value: ["calm", "kind"] } });
    expect(nora.facts.motivation).toBeUndefined();
  });

  it("refuses a name that is taken and a field that does not fit, and changes nothing", async () => {
    await create("character", "Sarah");
    await expect(create("character", "SARAH")).rejects.toMatchObject({
      code: "conflict",
      message: "There is a character called Sarah already.",
    });
    await expect(create("character", "Bo", "age=old")).rejects.toMatchObject({
      code: "invalid",
      hint: "It takes a whole number from 0 to 200.",
    });
    await expect(create("character", "Bo", "ocupation=spy")).rejects.toMatchObject({
      hint: "Did you mean occupation?",
    });
    await expect(create("character", "!!!")).rejects.toMatchObject({ code: "invalid" });
    expect(await room.entries()).toHaveLength(1);
  });

  it("holds to the workflow, with the way there", async () => {
    const outcome = await create("scene", "INT. DINER - NIGHT");
    expect(outcome.changes ?? []).toEqual([]);
    expect(textOf(outcome)).toMatch(/no character/);
    expect(offersOf(outcome).length).toBeGreaterThan(0);
  });
});

describe("edit", () => {
  it("asks with what is known filled in, then writes what was changed and clears what was emptied", async () => {
    await create("character", "Sarah", "age=28 occupation=journalist fear=water");
    const { id } = await room.entry("character", "Sarah");
    const form = formOf(await run((turn) => bible.edit(turn, "character", id, "")));
    expect(form).toMatchObject({ title: "Edit Sarah", action: { options: { action: "edit", id } } });
    const filled =
      form?.type === "ask_form"
        ? Object.fromEntries(form.fields.map((field) => [field.name, field.value ?? ""]))
        : {};
    expect(filled).toMatchObject({ name: "Sarah", age: "28", occupation: "journalist", fear: "water" });
    const outcome = await run((turn) =>
      bible.edit(turn, "character", id, { ...filled, age: "29", fear: "" }),
    );
    expect(receiptOf(outcome)[0]).toMatchObject({
      action: "updated",
      fields: [
        { name: "age", before: 28, after: 29 },
        { name: "fear", before: "water" },
      ],
    });
    expect((await room.entry("character", "Sarah")).facts.fear).toBeUndefined();
  });

  it("says so when the form came back as it was", async () => {
    await create("character", "Sarah", "age=28");
    const outcome = await run((turn) => bible.edit(turn, "character", "Sarah", { name: "Sarah", age: "28" }));
    expect(textOf(outcome)).toMatch(/stays as it was/);
  });

  it("takes a command's words, and a new name everywhere", async () => {
    await create("character", "Sarah Connor");
    await create("character", "Bo");
    await create("scene", "INT. BAR", "characters=Sarah Connor, Bo");
    await run((turn) => bible.edit(turn, "character", "Sarah", "Connor name=Jane age=30"));
    expect((await room.entry("character", "Jane")).facts.age?.value).toBe(30);
    expect((await room.entry("scene", "INT. BAR")).facts.characters?.value).toEqual(["Jane", "Bo"]);
  });

  it("stands or falls as a whole", async () => {
    await create("character", "Sarah", "age=28");
    await create("character", "Bo");
    await expect(
      run((turn) => bible.edit(turn, "character", "Sarah", "age=3 role=boss")),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(
      run((turn) => bible.edit(turn, "character", "Sarah", "age=3 name=bo")),
    ).rejects.toMatchObject({ code: "conflict" });
    expect((await room.entry("character", "Sarah")).facts.age?.value).toBe(28);
  });
});

describe("rename and remove", () => {
  it("reach every entry that names the one", async () => {
    await create("character", "John");
    await create("scene", "INT. BAR", "characters=John");
    await run((turn) => bible.rename(turn, "character", "john", "Jack"));
    expect((await room.entry("scene", "INT. BAR")).facts.characters?.value).toEqual(["Jack"]);
    await run((turn) => bible.remove(turn, "character", "Jack"));
    expect((await room.entry("scene", "INT. BAR")).facts.characters).toBeUndefined();
    expect(await room.entries("character")).toEqual([]);
  });

  it("say what is wrong", async () => {
    await create("character", "John");
    await create("character", "Bo");
    await expect(run((turn) => bible.rename(turn, "character", "John", " "))).rejects.toMatchObject({
      code: "bad_request",
    });
    await expect(run((turn) => bible.rename(turn, "character", "John", "bo"))).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(run((turn) => bible.rename(turn, "character", "John", "John"))).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(run((turn) => bible.remove(turn, "character", "Jhon"))).rejects.toMatchObject({
      code: "not_found",
      hint: "Did you mean John?",
    });
  });
});

describe("list and show", () => {
  it("list with a line each, and say how to begin", async () => {
    expect(textOf(await run((turn) => bible.list(turn, "character")))).toMatch(
      /no characters yet.*create a character named/s,
    );
    expect(textOf(await run((turn) => bible.list(turn, "scene")))).toMatch(/cannot make a scene yet/);
    expect(textOf(await run((turn) => bible.list(turn, "location")))).toMatch(/no locations yet/);
    for (let index = 0; index < 27; index += 1) await create("character", `Person ${index}`, "age=30");
    const [list] = (await run((turn) => bible.list(turn, "character"))).blocks;
    expect(list).toMatchObject({ type: "list", title: "27 characters" });
    expect(list?.type === "list" && list.items.at(-1)).toBe(
      "… and 2 more; type /character and a name to see one",
    );
    expect(list?.type === "list" && list.items[0]).toBe("Person 0, 30");
  });

  it("show all that is known, and put it in focus", async () => {
    await create("character", "Sarah", "age=28");
    await create("character", "Bo");
    await create("scene", "INT. BAR", "characters=Sarah");
    const outcome = await run((turn) => bible.show(turn, "character", "sarah"));
    expect(outcome.blocks[0]).toMatchObject({
      type: "card",
      title: "Sarah",
      subtitle: "character, confirmed",
      fields: [
        { name: "Age", value: "28" },
        { name: "Scenes", value: "INT. BAR" },
      ],
    });
    expect(labelsOf(outcome)).toEqual(["Edit Sarah"]);
    expect((await room.turn()).session.memory.focus[0]?.name).toBe("Sarah");
  });

  it("do not find what is removed, of another kind, or in another project", async () => {
    await create("character", "Sarah");
    const { id } = await room.entry("character", "Sarah");
    await expect(run((turn) => bible.show(turn, "location", id))).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(run((turn) => bible.show(turn, "character", ""))).rejects.toMatchObject({
      code: "bad_request",
    });
    const other = await openRoom(opened.stores);
    await expect(createBible(other.parts).show(await other.turn(), "character", id)).rejects.toMatchObject({
      code: "not_found",
    });
    await run((turn) => bible.remove(turn, "character", "Sarah"));
    await expect(run((turn) => bible.show(turn, "character", id))).rejects.toMatchObject({
      code: "not_found",
      hint: "Say “bring Sarah back” first, if you want that.",
    });
  });

  it("ask which when a part of a name fits two", async () => {
    await create("character", "Sarah Connor");
    await create("character", "Sarah Ito");
    await expect(run((turn) => bible.show(turn, "character", "Sarah"))).rejects.toMatchObject({
      code: "conflict",
      message: "Sarah may be Sarah Connor or Sarah Ito.",
    });
  });
});

describe("roles", () => {
  it("let a viewer look and not write", async () => {
    await create("character", "Sarah");
    const turn = await room.turn("x", "viewer");
    await expect(bible.list(turn, "character")).resolves.toBeDefined();
    const writes = [
      bible.create(turn, "character", "Bo", ""),
      bible.edit(turn, "character", "Sarah", "age=3"),
      bible.rename(turn, "character", "Sarah", "Bo"),
      bible.remove(turn, "character", "Sarah"),
      bible.undo(turn, {}),
    ];
    for (const write of writes) await expect(write).rejects.toMatchObject({ code: "forbidden" });
  });
});
