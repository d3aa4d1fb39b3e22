import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/chat/outcome.ts";
import type { DocumentKind } from "../../../../src/domain/project.ts";
import { createStale } from "../../../../src/features/stale/stale.ts";
import type { Model, ReviseRequest } from "../../../../src/ports/model.ts";
import { anEntry, creation, revision } from "../../../contract/bible-samples.ts";
import { AT, aRecord } from "../../../contract/samples.ts";
import { deafModel } from "../../../support/conversation.ts";
import { offersOf, openRoom, openStores, textOf } from "../bible-room.ts";

let opened: Awaited<ReturnType<typeof openStores>>;
beforeAll(async () => {
  opened = await openStores();
});
afterAll(() => opened.close());

const LONG = Array.from({ length: 80 }, (_, index) => `Line ${index} of the long night.`).join("\n");

/** A scene with Sarah and a document, both out of date, and a model that revises them as told. */
async function setUp(
  revise: Model["revise"],
  document: DocumentKind = "synopsis",
  text = `Sarah, 28. ${LONG}`,
) {
  const room = await openRoom(opened.stores, { documents: { [document]: text } });
  const first = await room.turn("");
  const sarah = anEntry(first.session, "character", "Sarah", { age: 28 });
  const diner = anEntry(
    first.session,
    "scene",
    "INT. DINER - NIGHT",
    { summary: "Sarah, 28, waits.", characters: ["Sarah"] },
    { links: { characters: [sarah.id] } },
  );
  await room.commit(first, {
    blocks: [],
    changes: [creation(first.session, sarah), creation(first.session, diner)],
  });
  const second = await room.turn("");
  const facts = { ...sarah.facts, age: { value: 31, status: "confirmed" as const, by: "u1", at: AT } };
  const fields = { age: { before: 28, after: 31 } };
  const { change } = revision(second.session, sarah, { facts }, { fields });
  const mark = {
    project_id: room.project.id,
    cause_id: sarah.id,
    change_id: change.id,
    reason: "why",
    at: AT,
  };
  const marks = [{ ...mark, dependant_id: `${room.project.id}:${document}` }];
  const stale = { causes: [mark], marks, reversals: [], rewritten: [], fine: [] };
  await opened.stores.turns.commit(
    aRecord(second.session, { turn_id: second.id, event_id: second.event.id, changes: [change], stale }),
  );
  const model = { ...deafModel, revise };
  const feature = createStale({ stale: opened.stores.stale, ...room.parts, model });
  return { room, feature, turn: await room.turn("") };
}

const linesOf = (outcome: Outcome) =>
  outcome.blocks.flatMap((block) => (block.type === "proposal" ? block.lines : []));

describe("new versions by a model", () => {
  it("are asked for with what changed, who is in the text, and the lines of the bible it names", async () => {
    const asked: ReviseRequest[] = [];
    const { feature, turn, room } = await setUp(async (request) => {
      asked.push(request);
      return request.text.replace("28", "31");
    });
    const outcome = await feature.update(turn, "all", "");
    expect(asked.map(({ kind }) => kind).toSorted()).toEqual(["scene", "synopsis"]);
    for (const request of asked)
      expect(request).toMatchObject({
        changes: [{ kind: "character", name: "Sarah", field: "age", before: 28, after: 31 }],
        people: ["Sarah"],
        bible: ["Sarah, 31"],
        film: { title: room.project.title },
      });
    expect(linesOf(outcome)).toMatchObject([{ before: "Sarah, 28, waits.", after: "Sarah, 31, waits." }]);
    expect(outcome.points).toHaveLength(1);
    expect(outcome.memory?.asked?.[0]).toBe(outcome.points?.[0]?.id);
    expect(outcome.changes).toBeUndefined();
    expect(outcome.project).toBeUndefined();
  });

  it("of a long document are shown by the lines that change", async () => {
    const { feature, turn } = await setUp(async ({ text }) => text.replace("28", "31"));
    const outcome = await feature.update(turn, "synopsis", "");
    expect(outcome.blocks[0]).toMatchObject({ type: "list", items: ["“Sarah, 28.” → “Sarah, 31.”"] });
    const other = await setUp(async ({ text }) => `${text} And more.`);
    const whole = await other.feature.update(other.turn, "synopsis", "");
    expect(whole.blocks[0]).toMatchObject({ type: "card" });
  });

  it("say first what the model has to say", async () => {
    const { feature, turn } = await setUp(async ({ text }, run) => {
      run.onNotice?.("The model is away.");
      return text.replace("28", "31");
    });
    const outcome = await feature.update(turn, "all", "");
    expect(outcome.blocks[0]).toEqual({ type: "text", text: "The model is away." });
    expect(outcome.blocks[1]).toMatchObject({ type: "proposal" });
  });

  it("that do not fit are not put to anybody", async () => {
    const { feature, turn } = await setUp(async () => "x".repeat(30_000));
    const outcome = await feature.update(turn, "all", "");
    expect(outcome.points).toBeUndefined();
    expect(textOf(outcome)).toBe(
      "The summary of INT. DINER - NIGHT and the synopsis still tell of it, but I found no words for them. Write them anew, or call them fine.",
    );
    expect(offersOf(outcome).map((offer) => offer.label)).toEqual([
      "Edit INT. DINER - NIGHT",
      "These 2 are fine as they are",
    ]);
    const action = offersOf(outcome)[1]?.action;
    const fine = await feature.fine(turn, action?.type === "command" ? String(action.options.name) : "");
    expect(fine.stale?.fine).toHaveLength(2);
  });

  it("are for those who may write", async () => {
    const { feature, room } = await setUp(async ({ text }) => text);
    const turn = await room.turn("", "viewer");
    await expect(feature.update(turn, "all", "")).rejects.toMatchObject({ code: "forbidden" });
    await expect(feature.fine(turn, "all")).rejects.toMatchObject({ code: "forbidden" });
    expect(() => feature.keep(turn, "synopsis", "x", "y")).toThrow(/may not/);
    expect((await feature.list(turn, 0)).blocks[0]).toMatchObject({ title: "2 things may be out of date" });
  });
});
