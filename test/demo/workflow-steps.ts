import assert from "node:assert/strict";
import type { WorkflowView } from "../../src/domain/workflow/workflow-view.ts";
import { press, type Stage, type Step, say } from "./stage.ts";

const PILOT = `/workflow edit
name: pilot
title: Pilot episode
gates:
  scene: { needs: [{ entries: character, at_least: 1 }], because: A scene needs someone in it }
steps:
  - { id: logline, name: Logline, needs: [{ document: logline }] }
  - id: cast
    name: Cast
    requires: [logline]
    guard: { that: "words.logline <= 12", because: "Cut the logline to a dozen words first." }
    needs: [{ entries: character, at_least: 1, confirmed: true, where: { role: lead } }]
    makes: [character]
    on_complete: [{ sheets: character }]
  - { id: outline, name: Scene outline, requires: [cast], needs: [{ entries: scene, at_least: 1 }], makes: [scene], uses: [character] }
`;

/** The order in which a film is made: it leads, holds, goes back, and is the team's own. */
export const WORKFLOW_STEPS: readonly Step[] = [
  { title: "The workflow leads, and says why a step is not open yet", run: lead },
  { title: "A producer may open a step early, and what changed under a done one is told", run: override },
  { title: "Back to an earlier step; what was made after it is kept, and comes back", run: goBack },
  { title: "A workflow of the team's own, wrong by line or in force at once", run: writeOwn },
];

async function workflow(stage: Stage): Promise<WorkflowView> {
  const answer = await stage.client.call<WorkflowView>(
    "GET",
    `/api/v1/projects/${stage.session.project_id}/workflow`,
  );
  assert.equal(answer.status, 200);
  return answer.body;
}

const stateOf = async (stage: Stage, id: string) =>
  (await workflow(stage)).steps.find((step) => step.id === id)?.state;

async function lead(stage: Stage): Promise<void> {
  stage.session = await stage.client.session("The Ferry");
  const status = await say(stage, "/workflow");
  assert.equal(status.choices.filter(({ category }) => category === "recommended").length, 1);
  const picture = status.reply.blocks.find((block) => block.type === "image");
  assert(picture?.type === "image", "no picture of the workflow");
  const drawn = await fetch(new URL(picture.url, stage.program.url));
  assert.equal(drawn.headers.get("content-type"), "image/png");
  const refused = await say(stage, "/workflow write synopsis");
  assert.equal(refused.error?.message, "Synopsis is locked: Logline must come first.");
  await press(stage, refused, "Draft a logline");
  await say(stage, "/workflow write synopsis");
  assert.equal(await stateOf(stage, "synopsis"), "completed");
  await say(stage, "skip the treatment, we go straight to the outline");
  assert.equal(await stateOf(stage, "treatment"), "skipped");
}

async function override(stage: Stage): Promise<void> {
  await say(stage, "Create a character named Mia, a ferry captain in her fifties");
  await say(stage, '/workflow override breakdown "the script came in finished"');
  await say(stage, "the breakdown is done");
  assert.equal(await stateOf(stage, "breakdown"), "completed");
  const scene = await say(stage, "INT. WHEELHOUSE - NIGHT. Mia steers by memory.");
  assert.match(scene.reply.text, /Breakdown was done before this and may be out of date/);
  assert.equal(await stateOf(stage, "breakdown"), "stale");
  await say(stage, "/workflow complete breakdown");
  assert.equal(await stateOf(stage, "breakdown"), "completed");
  await say(stage, "/workflow history");
}

async function goBack(stage: Stage): Promise<void> {
  const before = await workflow(stage);
  const preview = await say(stage, "let's go back to the logline: the ferry is the wrong ship");
  assert.equal(await stateOf(stage, "synopsis"), "completed");
  await press(stage, preview, "Put aside");
  assert.equal(await stateOf(stage, "synopsis"), "available");
  const branches = await say(stage, "/workflow branches");
  await press(stage, branches, "1. Bring back");
  assert.deepEqual((await workflow(stage)).steps, before.steps);
}

async function writeOwn(stage: Stage): Promise<void> {
  const wrong = await say(stage, PILOT.replace("requires: [cast]", "requires: [casting]"));
  assert.match(wrong.reply.text, /line 14: “casting” is not a step/);
  assert.equal((await workflow(stage)).workflow, "film");
  await say(stage, PILOT);
  const own = await workflow(stage);
  assert.deepEqual([own.workflow, own.version, own.steps.length], ["pilot", 1, 3]);
  await say(
    stage,
    "the logline is: A ferry captain must cross a river that is gone, at night, without light.",
  );
  assert.equal(await stateOf(stage, "cast"), "blocked");
  await say(stage, "the logline is: A captain must cross a river that is gone.");
  await say(stage, "Mia's role is lead");
  await say(stage, "/character confirm Mia");
  assert.equal(await stateOf(stage, "cast"), "completed");
  assert.equal(await stateOf(stage, "outline"), "completed");
  await say(stage, "/workflow hooks");
}
