import fc from "fast-check";
import { expect, it } from "vitest";
import { anyWorkflow } from "./any-workflow.ts";
import { type Done, walk } from "./walk.ts";
import { anyWalk } from "./walk-events.ts";
import { newWorld } from "./walk-world.ts";

const WALKS = 10_000;

it("whatever people do under whatever workflow, every state is legal, every refusal leads on, and nothing is lost", () => {
  const done: Done = {};
  fc.assert(
    fc.property(anyWorkflow, fc.constantFrom("feature", "series"), anyWalk, (workflow, format, events) =>
      walk(newWorld(workflow, format), events, done),
    ),
    { numRuns: WALKS },
  );
  for (const deed of ["activate", "complete", "confirm", "skip", "open", "reopen", "rollback"]) {
    expect(done[deed], `${deed} done`).toBeGreaterThan(WALKS / 20);
    expect(done[`${deed} refused`], `${deed} refused`).toBeGreaterThan(WALKS / 20);
  }
  expect(done.restore).toBeGreaterThan(WALKS / 40);
  expect(done.undo).toBeGreaterThan(WALKS / 4);
}, 120_000);
