import { afterAll, beforeAll, describe, test } from "vitest";
import { STEPS, type Stage } from "../demo/steps.ts";
import { Transcript } from "../demo/transcript.ts";
import { Client } from "./client.ts";
import { Program } from "./program.ts";

/** The six steps of the main job on the real program, in order: each builds on those before it. */
describe("the main job", () => {
  let stage: Stage;

  beforeAll(async () => {
    const program = await Program.create();
    await program.start();
    const client = new Client(program.url);
    stage = { program, client, transcript: new Transcript(() => {}), session: await client.session() };
  });

  afterAll(() => stage.program.remove());

  for (const step of STEPS) {
    test(step.title, () => step.run(stage));
  }
});
