import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/chat/outcome.ts";
import type { RelationshipType } from "../../../../src/domain/bible/relations.ts";
import { EMPTY_READING, type Question, type Statement } from "../../../../src/domain/reading/reading.ts";
import { type Brain, createBrain } from "../../../../src/features/brain/brain.ts";
import { createAskSkill } from "../../../../src/features/brain/skill.ts";
import { createExtractSkill } from "../../../../src/features/extract/skill.ts";
import { mention, removes, renames, says, ties } from "../../domain/bible/bible-maker.ts";
import { offersOf, openRoom, openStores, type Room, textOf } from "../bible-room.ts";

let opened: Awaited<ReturnType<typeof openStores>>;
let room: Room;
let brain: Brain;
let questions: Question[];

beforeAll(async () => {
  opened = await openStores();
  return () => opened.close();
});

beforeEach(async () => {
  room = await openRoom(opened.stores);
  questions = [];
  brain = createBrain({
    bible: opened.stores.bible,
    messages: opened.stores.messages,
    read: async () => ({ ...EMPTY_READING, questions }),
    talk: async (_turn, text) => ({ blocks: [{ type: "text", text: `talk about ${text}` }] }),
  });
});

/** Says statements in a message whose words all prove them. */
async function say(text: string, ...statements: Statement[]): Promise<void> {
  const span = { start: 0, end: text.length };
  const placed = statements.map(
    (statement): Statement =>
      statement.type === "entry"
        ? { ...statement, span, fields: statement.fields.map((field) => ({ ...field, ...span })) }
        : { ...statement, span },
  );
  const turn = await room.turn(text);
  await room.commit(
    turn,
    await createExtractSkill(room.parts).run(turn, { ...EMPTY_READING, statements: placed }),
  );
}

const ask = async (
  type: Question["type"],
  names: readonly string[] = [],
  more: Partial<Question> = {},
): Promise<Outcome> => {
  const turn = await room.turn("a question");
  const outcome = await brain.answer(turn, { type, subjects: names.map((name) => mention(name)), ...more });
  await room.commit(turn, outcome);
  return outcome;
};

const quotes = (outcome: Outcome) =>
  outcome.blocks.flatMap((block) => (block.type === "citation" ? [block.quote] : []));
const listOf = (outcome: Outcome) => outcome.blocks.find((block) => block.type === "list");

describe("an answer about an entry", () => {
  it("tells all that is known, with the lines that say so", async () => {
    await say(
      "Sarah is 28. She is a journalist.",
      says("character", "Sarah", { age: 28, occupation: "journalist" }),
    );
    await say("Sarah and John are siblings", says("character", "John"), ties("Sarah", "John", "sibling"));
    await say("INT. BAR. Sarah waits.", says("scene", "INT. BAR", { characters: ["Sarah"] }));
    const outcome = await ask("who", ["sarah"]);
    expect(textOf(outcome)).toBe("**Sarah**, 28, journalist.");
    const card = outcome.blocks.find((block) => block.type === "card");
    expect(card?.type === "card" && card.fields.map((field) => field.value)).toEqual([
      "28",
      "journalist",
      "Sarah is John’s sibling",
      "INT. BAR",
    ]);
    expect(outcome.blocks.find((block) => block.type === "citation")).toMatchObject({
      quote: "Sarah is 28. She is a journalist.",
      by: "Ana",
    });
    expect((await room.turn()).session.memory.focus[0]?.name).toBe("Sarah");
  });

  it("gives one field with its proof, or says that it is not known", async () => {
    await say("Sarah is in her thirties", says("character", "Sarah", { age_range: "30s" }));
    const known = await ask("field", ["Sarah"], { field: "age" });
    expect(textOf(known)).toMatch(/Sarah’s age range: \*\*30s\*\*/);
    expect(quotes(known)).toEqual(["Sarah is in her thirties"]);
    const unknown = await ask("field", ["Sarah"], { field: "fear" });
    expect(textOf(unknown)).toBe(
      "I don't know Sarah’s fear yet. Say it and I note it down, for example: “Sarah is afraid of water”.",
    );
    expect(quotes(unknown)).toEqual([]);
    expect(textOf(await ask("field", ["Sarah"], { field: "constructor" }))).toMatch(
      /I don't know Sarah’s constructor yet/,
    );
  });

  it("finds by alias, part and old name; asks which; suggests a name that is near", async () => {
    await say(
      "Create John",
      says("character", "John Doe"),
      says("character", "Sarah Connor"),
      says("character", "Sarah Ito"),
    );
    await say("rename", renames("John Doe", "Jack Ryan"));
    expect(textOf(await ask("who", ["john doe"]))).toMatch(/Jack Ryan/);
    expect(textOf(await ask("who", ["Ryan"]))).toMatch(/Jack Ryan/);
    expect(listOf(await ask("who", ["Sarah"]))).toMatchObject({
      title: "Which Sarah?",
      items: ["Sarah Connor", "Sarah Ito"],
    });
    expect(textOf(await ask("who", ["Sara Ito"]))).toMatch(/Did you mean Sarah Ito\?/);
    expect(textOf(await ask("who", ["Zebulon"]))).toMatch(/There is no Zebulon in this bible yet/);
    expect(textOf(await ask("who"))).toMatch(/did not follow/);
  });

  it("knows nothing of who was removed", async () => {
    await say("Sarah", says("character", "Sarah"));
    const { id } = await room.entry("character", "Sarah");
    await say("delete Sarah", removes("Sarah"));
    const turn = await room.turn("who is she?");
    expect(textOf(await brain.answer(turn, { type: "who", subjects: [mention("she", id)] }))).toMatch(
      /There is no she/,
    );
  });
});

describe("an answer about ties", () => {
  const tied = (names: string[], relation?: RelationshipType) =>
    ask("relation", names, relation ? { relation } : {});

  beforeEach(async () => {
    const cast = ["Sarah", "John", "Ada"].map((name) => says("character", name));
    await say(
      "Sarah is John's boss, and Ada's sister",
      ...cast,
      ties("Sarah", "John", "employer"),
      ties("Sarah", "Ada", "sibling"),
    );
  });

  it("reads a relation from either side", async () => {
    expect(textOf(await tied(["John"], "employer"))).toBe("Sarah is John’s employer.");
    expect(textOf(await tied(["Sarah"], "employee"))).toBe("John is Sarah’s employee.");
    expect(textOf(await tied(["John"], "employee"))).toMatch(/I don't know who John’s employee is yet/);
  });

  it("tells how two are tied, or all of one", async () => {
    expect(textOf(await tied(["John", "Sarah"]))).toBe("Sarah is John’s employer.");
    expect(textOf(await tied(["John", "Ada"]))).toMatch(/I don't know how John and Ada are related yet/);
    const all = await tied(["Sarah"]);
    expect(textOf(all)).toBe("Sarah is John’s employer. Sarah is Ada’s sibling.");
    expect(quotes(all)).toEqual(["Sarah is John's boss, and Ada's sister"]);
  });
});

describe("an answer about the film", () => {
  it("lists, counts, finds scenes and tells what is next", async () => {
    expect(textOf(await ask("list", [], { kind: "character" }))).toBe("There are no characters yet.");
    await say("three", says("character", "Sarah", { age: 28 }), says("character", "Bo"));
    await say(
      "INT. BAR. Sarah waits.",
      says("scene", "INT. BAR", { characters: ["Sarah"], summary: "Sarah waits." }),
    );
    expect(listOf(await ask("list", [], { kind: "character" }))).toMatchObject({
      title: "2 characters",
      items: ["Bo", "Sarah, 28"],
    });
    expect(textOf(await ask("count", [], { kind: "scene" }))).toBe("Night Shift has 1 scene.");
    expect(textOf(await ask("count"))).toBe("Night Shift has 2 characters, 1 scene.");
    expect(listOf(await ask("scenes", ["Sarah"]))).toMatchObject({ items: ["INT. BAR – Sarah waits."] });
    expect(textOf(await ask("scenes", ["Bo"]))).toMatch(/Bo is in no scene yet/);
    const next = await ask("next");
    expect(textOf(next)).toMatch(/^Next comes/);
    expect(offersOf(next).length).toBeGreaterThan(1);
  });
});

describe("questions in words", () => {
  it("are answered from the bible, and open ones talked about", async () => {
    await say("Sarah", says("character", "Sarah"));
    questions = [{ type: "who", subjects: [mention("Sarah")] }];
    expect(textOf(await brain.ask(await room.turn(), "who is Sarah?"))).toMatch(/Sarah/);
    questions = [{ type: "open", subjects: [] }];
    expect(textOf(await brain.ask(await room.turn(), "why?"))).toBe("talk about why?");
  });

  it("are claimed by the skill unless they are open", async () => {
    const skill = createAskSkill(brain);
    const turn = await room.turn();
    const count: Question = { type: "count", subjects: [] };
    expect(skill.claims(turn, { ...EMPTY_READING, questions: [{ type: "open", subjects: [] }] })).toBe(false);
    expect(skill.claims(turn, { ...EMPTY_READING, questions: [count] })).toBe(true);
    expect(textOf(await skill.run(turn, { ...EMPTY_READING, questions: [count] }))).toBe(
      "Night Shift has nothing yet.",
    );
  });
});
