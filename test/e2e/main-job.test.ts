import { afterAll, beforeAll, describe, test } from "vitest";
import { BIBLE_STEPS } from "../demo/bible-steps.ts";
import type { Stage } from "../demo/stage.ts";
import { STEPS } from "../demo/steps.ts";
import { Transcript } from "../demo/transcript.ts";
import { WORKFLOW_STEPS } from "../demo/workflow-steps.ts";
import { Client } from "./client.ts";
import { Program } from "./program.ts";

/** The demo on the real program, in order: each step builds on those before it. */
describe("the main job, a bible people can trust, and the order in which a film is made", () => {
  let stage: Stage;

  beforeAll(async () => {
    const program = await Program.create();
    await program.start();
    const client = new Client(program.url);
    stage = { program, client, transcript: new Transcript(() => {}), session: await client.session() };
  });

  afterAll(() => stage.program.remove());

  for (const step of [...STEPS, ...BIBLE_STEPS, ...WORKFLOW_STEPS]) {
    test(step.title, () => step.run(stage));
  }
});
