import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/chat/outcome.ts";
import type { Turn } from "../../../../src/chat/turn.ts";
import type { ItemFields } from "../../../../src/domain/operation.ts";
import { EMPTY_READING, type Reading } from "../../../../src/domain/reading/reading.ts";
import { createDraftSkill } from "../../../../src/features/bible/draft-skill.ts";
import { createExtractSkill } from "../../../../src/features/extract/skill.ts";
import type { DraftRequest, Model } from "../../../../src/ports/model.ts";
import { mention, says } from "../../domain/bible/bible-maker.ts";
import { labelsOf, openRoom, openStores, type Room, textOf } from "../bible-room.ts";

let opened: Awaited<ReturnType<typeof openStores>>;
let room: Room;
let asked: DraftRequest[];

beforeAll(async () => {
  opened = await openStores();
  return () => opened.close();
});

beforeEach(async () => {
  room = await openRoom(opened.stores);
  asked = [];
});

/** A model that writes these drafts, one an attempt. */
function writes(...drafts: ItemFields[]): Model {
  const never = () => Promise.reject(new Error("only drafts are asked for"));
  return {
    info: { name: "test", offline: true },
    read: never,
    write: never,
    revise: never,
    talk: never,
    ping: async () => {},
    draft: async (request) => {
      asked.push({ ...request, taken: [...request.taken] });
      return drafts[Math.min(request.attempt, drafts.length - 1)] ?? {};
    },
  };
}

async function run(command: (turn: Turn) => Promise<Outcome>) {
  const turn = await room.turn("words");
  const outcome = await command(turn);
  await room.commit(turn, outcome);
  return outcome;
}

const say = (...statements: Reading["statements"]) =>
  run((turn) => createExtractSkill(room.parts).run(turn, { ...EMPTY_READING, statements }));

const draft = (model: Model, kind: "character" | "scene", subjects: ReturnType<typeof mention>[] = []) =>
  run((turn) =>
    createDraftSkill({ ...room.parts, model }).run(turn, {
      ...EMPTY_READING,
      requests: [{ type: "draft", kind, brief: "a villain", subjects }],
    }),
  );

describe("the draft skill", () => {
  it("claims a request for a draft, and nothing else", async () => {
    const skill = createDraftSkill({ ...room.parts, model: writes() });
    const turn = await room.turn();
    expect(
      skill.claims(turn, {
        ...EMPTY_READING,
        requests: [{ type: "draft", kind: "character", brief: "", subjects: [] }],
      }),
    ).toBe(true);
    expect(skill.claims(turn, { ...EMPTY_READING, requests: [{ type: "help" }] })).toBe(false);
  });

  it("keeps what Backlot made up as a draft of proposals", async () => {
    const outcome = await draft(writes({ name: "Nora Vance", age: 50, role: "lead" }), "character");
    const nora = await room.entry("character", "Nora Vance");
    expect(nora).toMatchObject({
      status: "draft",
      facts: { age: { value: 50, status: "proposed", by: "backlot" } },
    });
    expect(nora.facts.age?.evidence).toBeUndefined();
    expect(textOf(outcome)).toBe(
      "I made up **Nora Vance**. It is a draft: change what you like, or undo it.",
    );
    expect(labelsOf(outcome)).toEqual(expect.arrayContaining(["Edit Nora Vance", "Undo"]));
    expect(asked[0]).toMatchObject({
      kind: "character",
      brief: "a villain",
      seed: 7,
      index: 0,
      attempt: 0,
      cast: [],
      film: { title: "Night Shift" },
    });
  });

  it("draws again while the name is taken, and gives up in the end", async () => {
    await say(says("character", "Nora"), says("character", "Bo"));
    await draft(writes({ name: "Nora" }, { name: "bo" }, { name: "Vera" }), "character");
    expect(asked.map((request) => request.attempt)).toEqual([0, 1, 2]);
    expect(asked[2]?.taken).toEqual(expect.arrayContaining(["Nora", "Bo", "bo"]));
    await expect(draft(writes({ name: "Nora" }), "character")).rejects.toMatchObject({ code: "conflict" });
    expect((await room.entries("character")).map((entry) => entry.name)).toEqual(["Bo", "Nora", "Vera"]);
  });

  it("writes a scene with whoever was asked for, tied to them and their place", async () => {
    await say(says("character", "Sarah"), says("character", "Bo"), says("location", "Pier"));
    const sarah = await room.entry("character", "Sarah");
    await draft(
      writes({ name: "EXT. PIER - DAWN", location: "Pier", characters: ["Sarah"], summary: "She waits." }),
      "scene",
      [mention("Sarah", sarah.id)],
    );
    expect(asked[0]).toMatchObject({ cast: ["Sarah", "Bo"], places: ["Pier"] });
    const scene = await room.entry("scene", "EXT. PIER - DAWN");
    expect(scene.links).toEqual({
      characters: [sarah.id],
      location: [(await room.entry("location", "Pier")).id],
    });
  });

  it("shows what matters first on a card, and where the rest is", async () => {
    const fields = {
      role: "lead",
      age: 50,
      occupation: "judge",
      want: "a",
      need: "b",
      fear: "c",
      flaw: "d",
      wound: "e",
      lie: "f",
      arc: "g",
    };
    const outcome = await draft(writes({ name: "Nora", ...fields }), "character");
    const card = outcome.blocks.find((block) => block.type === "card");
    expect(card).toMatchObject({ title: "Nora", kind: "character" });
    expect(card?.type === "card" && card.fields.map((field) => field.value)).toEqual([
      "lead",
      "50",
      "judge",
      "a",
      "b",
      "c",
      "d",
      "e",
    ]);
    expect(textOf(outcome)).toMatch(/2 more fields are written: \/character Nora$/);
    expect(outcome.blocks.some((block) => block.type === "receipt")).toBe(false);
    const scene = await draft(writes({ name: "INT. BAR - DAY", location: "Bar" }), "scene");
    expect(textOf(scene)).toMatch(/Added \*\*Bar\*\*\.$/);
  });

  it("holds to the workflow without asking the model", async () => {
    const outcome = await draft(writes({ name: "INT. BAR" }), "scene");
    expect(textOf(outcome)).toMatch(/no character/);
    expect(asked).toEqual([]);
  });
});
