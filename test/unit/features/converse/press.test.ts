import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { shippedOf } from "../../../../src/app/workflows.ts";
import { nextChoices } from "../../../../src/domain/workflow/next-choices.ts";
import { Stage } from "../../../support/stage.ts";
import { ANA, BO, CY, DecisionRoom, namesOn, PRODUCER, VIEWER } from "./decision-room.ts";

let stage: Stage;
let room: DecisionRoom;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const opened = (rule: string) => {
  beforeEach(async () => {
    room = await DecisionRoom.open(rule, stage);
  });
  afterEach(async () => {
    await room.stop();
  });
};

const concept = async () => (await room.project()).documents.concept;

describe("where anyone decides", () => {
  opened("anyone");

  test("two people press at once, in two processes: it acts once, and the second is told alone who was first", async () => {
    const view = await room.say("/workflow");
    const { id } = await room.shown(view, /^Draft a concept/);
    const answers = await Promise.all([room.press(id, ANA, 0), room.press(id, BO, 1)]);
    const [acted, late] = answers.toSorted((a, b) => Number(a.private ?? false) - Number(b.private ?? false));
    expect(acted?.private).toBeUndefined();
    expect(late).toMatchObject({ private: true, error: { code: "conflict" } });
    const by = (await room.shown(view, /^Draft a concept/)).pressed_by_name;
    expect(late?.reply.text).toBe(
      `${by} pressed “Draft a concept” already; it acts once. Type /workflow to see what can be done next.`,
    );
    expect(await room.record()).not.toContain("pressed “Draft a concept” already");
    expect(await concept()).toBeTruthy();
  });

  test("a role that is not enough is told why, alone, and the choice stays for others", async () => {
    const view = await room.say("/workflow");
    const { id } = await room.shown(view, /^Invent 3 characters/);
    const refused = await room.press(id, VIEWER);
    expect(refused).toMatchObject({ private: true, error: { code: "forbidden" } });
    expect(refused.reply.text).toContain("needs the role writer; yours is viewer");
    expect(await room.record()).not.toContain("yours is viewer");
    expect((await room.shown(view, /^Invent 3/)).state).toBe("open");
    expect((await room.press(id, ANA)).operation).toBeDefined();
    expect(await room.shown(view, /^Invent 3/)).toMatchObject({ state: "pressed", pressed_by_name: "Ana" });
  });

  test("“Something else…” asks, and what is said next is read as anything is", async () => {
    const view = await room.say("/workflow");
    const { id, category } = await room.shown(view, /^Something else…$/);
    expect(category).toBe("manual");
    expect((await room.press(id, ANA)).reply.text).toContain("What would you like to do instead?");
    const said = await room.say("Create a character named Maya, a surgeon", ANA);
    expect(said.changes.map(({ name }) => name)).toEqual(["Maya"]);
    expect((await room.say("/workflow", ANA)).reply.text).toContain("film");
  });

  test("every next move says what it does; what only asks may be pressed again beside the talk", async () => {
    const view = await room.say("/workflow");
    const all = (await room.shownAll(view)).filter(({ label }) => label !== "Something else…");
    expect(all.length).toBeGreaterThan(1);
    for (const choice of all) expect(choice.details, choice.label).toMatch(/\w{3,}.*\./);
    expect((await room.shown(view, /^Draft a concept/)).details).toContain("It belongs to");
    const asks = (await next()).find(({ action }) => action.type === "prompt");
    for (const person of [ANA, BO])
      expect((await room.press(asks?.id ?? "", person)).reply.text).toContain("Who is it?");
  });

  test("a computed button acts once whoever presses it, and once more when an undo has brought the same counts back", async () => {
    const invent = async () => (await next()).find(({ label }) => label.startsWith("Invent"))?.id ?? "";
    const first = await invent();
    expect((await room.press(first, ANA)).operation).toBeDefined();
    expect((await room.press(first, BO)).reply.text).toContain("Ana pressed “Invent 3 characters” already");
    await room.say("Create a character named Sarah, a journalist");
    await room.say("/undo");
    const again = await invent();
    expect(again).not.toBe(first);
    expect((await room.press(again, BO)).operation).toBeDefined();
  });

  test("a choice of another film does nothing, though the place is the same", async () => {
    const view = await room.say("/workflow");
    const { id } = await room.shown(view, /^Draft a concept/);
    const other = await DecisionRoom.open("anyone", stage);
    const refused = await other.press(id, ANA);
    expect(refused).toMatchObject({ private: true, error: { code: "not_found" } });
    expect(await concept()).toBeUndefined();
  });
});

describe("where a producer decides", () => {
  opened("producer");

  test("others leave a wish that all see, one a person a message, and the producer takes it", async () => {
    const view = await room.say("/workflow");
    const draft = await room.shown(view, /^Draft a concept/);
    const invent = await room.shown(view, /^Invent 3/);
    const told = await room.press(draft.id, ANA);
    expect(told).toMatchObject({ private: true });
    expect(told.error).toBeUndefined();
    expect(told.reply.text).toContain("A producer decides that here");
    expect(namesOn(await room.shown(view, /^Draft a concept/))).toEqual(["Ana"]);
    await room.press(invent.id, ANA);
    expect(namesOn(await room.shown(view, /^Draft a concept/))).toEqual([]);
    expect(namesOn(await room.shown(view, /^Invent/))).toEqual(["Ana"]);
    for (const person of [BO, CY]) await room.press(draft.id, person);
    expect(await concept()).toBeUndefined();
    await room.press(draft.id, PRODUCER);
    expect(await concept()).toBeTruthy();
    expect(await room.shown(view, /^Draft/)).toMatchObject({ state: "pressed", pressed_by_name: "Pia" });
    expect((await room.shown(view, /^Invent/)).state).toBe("expired");
  });

  test("a viewer has no wish to leave", async () => {
    const view = await room.say("/workflow");
    const { id } = await room.shown(view, /^Draft a concept/);
    expect(await room.press(id, VIEWER)).toMatchObject({ private: true, error: { code: "forbidden" } });
    expect(namesOn(await room.shown(view, /^Draft/))).toEqual([]);
  });
});

async function next() {
  const project = await room.project();
  const totals = await room.stage.stores.projects.totals(project.id);
  return nextChoices({ project, ...totals, workflow: shippedOf(project) });
}
