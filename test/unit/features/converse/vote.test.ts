import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { shippedOf } from "../../../../src/app/workflows.ts";
import { nextChoices } from "../../../../src/domain/workflow/next-choices.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";
import { ANA, BO, CY, DecisionRoom, namesOn, PRODUCER, VIEWER } from "./decision-room.ts";

let stage: Stage;
let room: DecisionRoom;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  room = await DecisionRoom.open("vote 3", stage);
});
afterEach(() => room.stop());
afterAll(() => stage.close());

const DRAFT = /^Draft a concept/;
const INVENT = /^Invent 3/;
const concept = async () => (await room.project()).documents.concept;

describe("a vote", () => {
  test("each writer's press counts and is shown; the third acts, in the name of all", async () => {
    const view = await room.say("/workflow");
    const draft = await room.shown(view, DRAFT);
    expect(draft).toMatchObject({ needed: 3 });
    expect((await room.press(draft.id, ANA)).reply.text).toContain("It has 1 of 3. 2 more decide");
    expect((await room.press(draft.id, BO)).reply.text).toContain("It has 2 of 3. One more decides");
    expect(namesOn(await room.shown(view, DRAFT))).toEqual(["Ana", "Bo"]);
    expect(await concept()).toBeUndefined();
    const acted = await room.press(draft.id, CY);
    expect(acted.private).toBeUndefined();
    expect(acted.reply.text).toContain("Decided by Ana, Bo and Cy.");
    expect(await concept()).toBeTruthy();
    const after = await room.shown(view, DRAFT);
    expect(after).toMatchObject({ state: "pressed", pressed_by_name: "Cy" });
    expect(namesOn(after)).toEqual(["Ana", "Bo", "Cy"]);
    expect((await room.shown(view, INVENT)).state).toBe("expired");
  });

  test("pressing again takes it back, pressing another moves it, and who has no vote is told alone", async () => {
    const view = await room.say("/workflow");
    const [draft, invent] = [await room.shown(view, DRAFT), await room.shown(view, INVENT)];
    await room.press(draft.id, ANA);
    expect((await room.press(draft.id, ANA)).reply.text).toContain("is taken back. It has 0 of 3.");
    expect(namesOn(await room.shown(view, DRAFT))).toEqual([]);
    await room.press(draft.id, ANA);
    expect((await room.press(invent.id, ANA)).reply.text).toContain(
      "Your vote is now for “Invent 3 characters”",
    );
    expect(namesOn(await room.shown(view, DRAFT))).toEqual([]);
    expect(namesOn(await room.shown(view, INVENT))).toEqual(["Ana"]);
    expect(await room.press(draft.id, VIEWER)).toMatchObject({ private: true, error: { code: "forbidden" } });
    expect(await room.record()).not.toContain("Your vote");
  });

  test("two at once, in two processes, both count; the last one acts once", async () => {
    const view = await room.say("/workflow");
    const { id } = await room.shown(view, DRAFT);
    await room.press(id, ANA);
    const answers = await Promise.all([room.press(id, BO, 0), room.press(id, CY, 1)]);
    expect(answers.filter((answer) => answer.private)).toHaveLength(1);
    expect(answers.filter((answer) => answer.reply.text.includes("Decided by Ana"))).toHaveLength(1);
    expect(namesOn(await room.shown(view, DRAFT)).toSorted()).toEqual(["Ana", "Bo", "Cy"]);
  });

  test("outlives the program, and a late press is told how it ended with the current choices", async () => {
    const view = await room.say("/workflow");
    const [draft, invent] = [await room.shown(view, DRAFT), await room.shown(view, INVENT)];
    await room.press(draft.id, ANA);
    await room.press(draft.id, BO);
    await room.studios[0].product.stop();
    const later = new Studio(stage);
    await room.press(draft.id, CY, 1);
    expect(await concept()).toBeTruthy();
    const late = await room.press(invent.id, ANA, 1);
    expect(late.reply.text).toContain("settled already: “Draft a concept”, decided by Ana, Bo and Cy.");
    expect(late.choices.map(({ label }) => label)).toContain("Draft a logline");
    await later.product.stop();
  });

  test("a producer decides at once", async () => {
    const view = await room.say("/workflow");
    const { id } = await room.shown(view, DRAFT);
    await room.press(id, ANA);
    expect((await room.press(id, PRODUCER)).reply.text).not.toContain("Decided by");
    expect(await concept()).toBeTruthy();
    expect(await room.shown(view, DRAFT)).toMatchObject({ state: "pressed", pressed_by_name: "Pia" });
  });

  test("prompts, undo and edits of one's own are nobody's vote", async () => {
    const said = await room.say("Create a character named Sarah, a journalist", ANA);
    const undo = await room.shown(said, /^Undo$/);
    expect(undo.needed).toBeUndefined();
    expect((await room.press(undo.id, ANA)).changes).toHaveLength(1);
  });
});

describe("where a vote decides, what is asked for in words", () => {
  test.each([
    "/workflow write concept",
    "/bulk characters 5",
    "create 5 characters at once",
    "write a concept",
  ])("is put to all with the first vote: %s", async (words) => {
    const asked = await room.say(words, ANA);
    expect(asked.reply.text).toContain("**Ana** would take this. 3 votes decide here");
    const [choice] = await room.shownAll(asked);
    expect(choice).toMatchObject({ needed: 3, decides: true, state: "open" });
    for (const person of [BO, CY]) await room.press(choice?.id ?? "", person);
    expect((await room.shownAll(asked))[0]?.state).toBe("pressed");
    expect(await room.record()).toContain("Decided by Ana, Bo and Cy.");
  });

  test("much bulk work is told with what it takes, and the votes are its yes", async () => {
    const asked = await room.say("/bulk characters 300", ANA);
    expect(asked.reply.text).toContain("**300 characters**: less than a minute. Nothing is started yet.");
    expect(asked.reply.text).toContain("**Ana** would take this. 3 votes decide here");
    const make = await room.shown(asked, /^Make 300 characters$/);
    expect(namesOn(make)).toEqual(["Ana"]);
    await room.press(make.id, BO);
    const acted = await room.press(make.id, CY);
    expect(acted.operation?.progress.total).toBe(300);
  });

  test("what cannot be made is nobody's vote", async () => {
    for (const words of ["/bulk characters 0", "/bulk dragons 5", "/bulk"]) {
      const asked = await room.say(words, ANA);
      expect(asked.reply.text).not.toContain("votes decide");
      expect(asked.operation).toBeUndefined();
    }
  });

  test("a producer's command acts, what only a producer may do stays theirs, and a viewer may not ask", async () => {
    expect((await room.say("/workflow write concept")).reply.text).not.toContain("votes decide");
    const wish = await room.say("/workflow override screenplay it came in finished", ANA);
    expect(wish.reply.text).toContain("Here a producer decides");
    const [choice] = await room.shownAll(wish);
    for (const person of [BO, CY]) await room.press(choice?.id ?? "", person);
    expect((await room.shownAll(wish))[0]).toMatchObject({ state: "open" });
    expect((await room.press(choice?.id ?? "", PRODUCER)).error).toBeUndefined();
    expect((await room.project()).step_marks.screenplay?.state).toBe("opened");
    expect((await room.say("/workflow write logline", VIEWER)).error?.code).toBe("forbidden");
  });

  test("a button beside the talk is put to all too, and a second press of it is a vote", async () => {
    const project = await room.project();
    const totals = await room.stage.stores.projects.totals(project.id);
    const { id } = nextChoices({ project, ...totals, workflow: shippedOf(project) }).find(({ label }) =>
      DRAFT.test(label),
    ) ?? { id: "" };
    const put = await room.press(id, ANA);
    expect(put.private).toBeUndefined();
    expect((await room.shown(put, DRAFT)).id).toBe(id);
    expect(await room.press(id, BO)).toMatchObject({ private: true });
    expect(namesOn(await room.shown(put, DRAFT))).toEqual(["Ana", "Bo"]);
    await room.press(id, CY);
    expect(await concept()).toBeTruthy();
    const stranger = await DecisionRoom.open("vote 3", stage);
    expect((await stranger.press(id, ANA)).error?.code).toBe("not_found");
  });
});
