import { Client } from "../e2e/client.ts";
import { Program } from "../e2e/program.ts";
import { BIBLE_STEPS } from "./bible-steps.ts";
import type { Stage } from "./stage.ts";
import { STEPS } from "./steps.ts";
import { Transcript } from "./transcript.ts";
import { WORKFLOW_STEPS } from "./workflow-steps.ts";

/** Plays the main job, and how a bible stays one people can trust, against a fresh instance of the program; exits with 1 when a step does not hold. */
const print = (line: string) => process.stdout.write(`${line}\n`);
const program = await Program.create();
try {
  const ms = await program.start();
  print(`Backlot is healthy after ${(ms / 1000).toFixed(1)} s at ${program.url}`);
  const client = new Client(program.url);
  const stage: Stage = {
    program,
    client,
    transcript: new Transcript(print),
    session: await client.session(),
  };
  const steps = [...STEPS, ...BIBLE_STEPS, ...WORKFLOW_STEPS];
  for (const [index, step] of steps.entries()) {
    stage.transcript.step(index + 1, step.title);
    await step.run(stage);
  }
  print(`\nAll ${steps.length} steps held.`);
} catch (error) {
  print(`\nA step did not hold: ${error instanceof Error ? error.message : String(error)}`);
  print(program.output);
  process.exitCode = 1;
} finally {
  await program.remove();
}
