import assert from "node:assert/strict";
import type { Block } from "../../src/chat/reply.ts";
import { entry, pick, type Stage, type Step, say } from "./stage.ts";

const SARAH = "Create a character named Sarah, a 28-year-old journalist investigating corruption";

/** The main job, in six steps: each says something, prints the talk, and checks what the bible and the replies hold then. */
export const STEPS: readonly Step[] = [
  { title: "A character out of one sentence", run: createSarah },
  { title: "A cast, a tie and a scene, linked to one another", run: buildTheStory },
  { title: "Bulk work with one live progress message", run: bulk },
  { title: "The workflow holds: no scenes without characters", run: refuseScene },
  { title: "A question, answered with the line that proves it", run: ask },
  { title: "kill -9 in the middle, and nothing is lost", run: surviveKill },
];

async function createSarah(stage: Stage): Promise<void> {
  const turn = await say(stage, SARAH);
  const sarah = await entry(stage, "character", "Sarah");
  assert.deepEqual(pick(sarah.fields, ["age", "occupation", "motivation"]), {
    age: 28,
    occupation: "journalist",
    motivation: "investigating corruption",
  });
  assert.equal(
    SARAH.slice(sarah.facts.age?.evidence?.start, sarah.facts.age?.evidence?.end),
    sarah.facts.age?.evidence?.quote,
  );
  const labels = turn.choices.map((choice) => choice.label);
  assert(
    labels.some((label) => label.startsWith("Edit")),
    `no Edit among ${labels}`,
  );
  assert(
    labels.some((label) => label.startsWith("Undo")),
    `no Undo among ${labels}`,
  );
  assert(turn.choices.length >= 3, "no next steps offered");
  assert(
    turn.choices.filter((choice) => choice.category === "recommended").length <= 1,
    "more than one recommended",
  );
}

async function buildTheStory(stage: Stage): Promise<void> {
  await say(stage, "Create a character named John, age 30, detective");
  await say(stage, "Sarah and John are siblings");
  await say(stage, "INT. DINER - NIGHT. Sarah meets John to trade what they know.");
  const john = await entry(stage, "character", "John");
  assert.deepEqual(pick(john.fields, ["age", "occupation"]), { age: 30, occupation: "detective" });
  const [tie] = await stage.client.bible(stage.session.project_id, "relationship");
  assert.deepEqual(new Set([tie?.fields.from, tie?.fields.to]), new Set(["Sarah", "John"]));
  assert.equal(tie?.fields.type, "sibling");
  const [scene] = await stage.client.bible(stage.session.project_id, "scene");
  assert.deepEqual(pick(scene?.fields ?? {}, ["int_ext", "time_of_day", "location"]), {
    int_ext: "INT",
    time_of_day: "NIGHT",
    location: "Diner",
  });
  assert.deepEqual(scene?.fields.characters, ["Sarah", "John"]);
  await entry(stage, "location", "Diner");
}

async function bulk(stage: Stage): Promise<void> {
  const before = (await stage.client.bible(stage.session.project_id, "character")).length;
  const turn = await say(stage, "/bulk characters 10");
  assert(turn.operation, "no operation was started");
  const operation = await stage.client.ended(turn.operation.id);
  await showMessage(stage, turn.reply.message_id);
  assert.deepEqual(operation.progress, { completed: 10, total: 10, failed: 0, cancelled: 0 });
  const cast = await stage.client.bible(stage.session.project_id, "character");
  assert.equal(cast.length, before + 10);
  assert.equal(new Set(cast.map((character) => character.name)).size, cast.length, "a name was used twice");
}

async function refuseScene(stage: Stage): Promise<void> {
  const empty = await stage.client.session("An empty film");
  const turn = await say(stage, "INT. OFFICE - DAY. Somebody opens a drawer.", empty);
  assert.equal(
    (await stage.client.bible(empty.project_id)).filter((found) => found.kind === "scene").length,
    0,
  );
  assert.match(turn.reply.text, /character/i);
  assert(turn.choices.length > 0, "the refusal offers no way forward");
}

async function ask(stage: Stage): Promise<void> {
  const turn = await say(stage, "Who is Sarah?");
  assert.match(turn.reply.text, /journalist/);
  const citation = turn.reply.blocks.find((block) => block.type === "citation");
  assert(
    citation?.type === "citation" && SARAH.includes(citation.quote),
    "the answer does not quote the line",
  );
}

async function surviveKill(stage: Stage): Promise<void> {
  const before = (await stage.client.bible(stage.session.project_id, "character")).length;
  const turn = await say(stage, "/bulk characters 10 on the night shift");
  assert(turn.operation, "no operation was started");
  await stage.program.kill("SIGKILL");
  stage.transcript.note("kill -9; starting again on the same data folder");
  await stage.program.start();
  const operation = await stage.client.ended(turn.operation.id);
  assert.equal(operation.progress.completed, 10);
  assert.equal((await stage.client.bible(stage.session.project_id, "character")).length, before + 10);
  await showMessage(stage, turn.reply.message_id);
  const messages = await stage.client.messages(stage.session.session_id);
  assert(
    messages.some((message) => message.text === SARAH),
    "what was said before is gone",
  );
}

/** Waits until the one progress message shows the end, and prints it. */
async function showMessage(stage: Stage, messageId: string): Promise<void> {
  const until = Date.now() + 15_000;
  for (;;) {
    const { body } = await stage.client.call<{ blocks: Block[] }>("GET", `/api/v1/messages/${messageId}`);
    const progress = body.blocks.find((block) => block.type === "progress");
    if (progress?.type === "progress" && progress.status === "completed") {
      stage.transcript.backlot(body.blocks);
      return;
    }
    if (Date.now() > until) throw new Error("the progress message never showed the end");
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
