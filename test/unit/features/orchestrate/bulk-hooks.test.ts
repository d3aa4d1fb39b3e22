import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EMPTY_SCHEMA } from "../../../../src/domain/bible/project-schema.ts";
import { isCounted, OPERATION_TYPES } from "../../../../src/domain/operation.ts";
import { BULK_KINDS } from "../../../../src/features/bulk/kinds/index.ts";
import { compileWorkflow } from "../../../../src/features/plan/definition/compile-workflow.ts";
import { HookRoom } from "./room.ts";

const STEPS = {
  early: "{ bulk: summaries }",
  bounded: "{ bulk: summaries, count: 1 }",
  ...Object.fromEntries(
    OPERATION_TYPES.map((type) => [
      type,
      `{ bulk: ${type}, ${isCounted(type) ? "count: 1" : "of: all"}, brief: wet }`,
    ]),
  ),
};
const SOURCE = `
name: ours
title: Our way
steps:
${Object.entries(STEPS)
  .map(([id, hook]) => `  - { id: ${id}, name: The ${id} step, on_complete: [${hook}] }`)
  .join("\n")}
`;

describe("bulk work that a step begins", () => {
  let room: HookRoom;
  beforeAll(async () => {
    room = await HookRoom.open();
    const compiled = compileWorkflow(SOURCE, { schema: EMPTY_SCHEMA });
    if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
    room.workflow = compiled.definition;
  });
  afterAll(() => room.close());

  const newest = async () => (await room.stage.stores.operations.list(room.session.project_id, 1)).at(0);
  const complete = async (step: string) => {
    await room.say(`/workflow complete ${step}`);
    await room.work();
    return (await room.runs()).find((run) => run.step === step);
  };

  test("is told with its reason while it cannot begin, and begins with Try again when it can", async () => {
    await room.say("Create Sarah, a 28 year old journalist who is the lead");
    await room.say("Create John, a 30 year old nurse");
    expect(await complete("early")).toMatchObject({ status: "failed" });
    const notice = await room.notice();
    expect(notice?.text).toContain(
      "The summaries for The early step could not be started: There are no scenes yet to summarise.",
    );
    expect((await room.say("/workflow hooks")).reply.text).toContain("the summaries for The early step");
    await room.say("/scene create INT. DINER - NIGHT");
    const [choice] = notice?.blocks.flatMap((block) => (block.type === "choices" ? block.choices : [])) ?? [];
    await room.studio.press(room.session, choice?.id ?? "");
    await room.work();
    expect((await room.runs())[0]).toMatchObject({ status: "done", round: 1 });
    expect(await newest()).toMatchObject({ type: "summaries", progress: { completed: 1, total: 1 } });
  });

  test("takes of what there is what lacks it, and no more than its number", async () => {
    for (const place of ["PIER", "ROOF"]) await room.say(`/scene create EXT. ${place} - DAY`);
    expect(await complete("bounded")).toMatchObject({ status: "done" });
    expect(await newest()).toMatchObject({
      type: "summaries",
      selection: "missing",
      status: "completed",
      progress: { completed: 1, total: 1 },
    });
  });

  test.each(OPERATION_TYPES)("may be of the kind %s", async (type) => {
    expect(BULK_KINDS[type].counted).toBe(isCounted(type));
    expect(await complete(type)).toMatchObject({ status: "done" });
    const operation = await newest();
    expect(operation).toMatchObject({ type, by: "ada", brief: "wet", status: "completed" });
    const { completed = 0, total } = operation?.progress ?? {};
    expect(completed).toBe(total);
    expect(completed > 1).toBe(!isCounted(type));
  });
});
