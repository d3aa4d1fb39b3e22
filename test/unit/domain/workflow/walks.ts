import fc from "fast-check";
import { expect } from "vitest";
import { anyWorkflow } from "./any-workflow.ts";
import { type Done, walk } from "./walk.ts";
import { anyWalk } from "./walk-events.ts";
import { newWorld } from "./walk-world.ts";

/** So many random walks through random workflows; throws, with the seed, where one leaves what is legal. */
export function walks(count: number): void {
  const done: Done = {};
  fc.assert(
    fc.property(anyWorkflow, fc.constantFrom("feature", "series"), anyWalk, (workflow, format, events) =>
      walk(newWorld(workflow, format), events, done),
    ),
    { numRuns: count },
  );
  for (const deed of ["activate", "complete", "confirm", "skip", "open", "reopen", "rollback"]) {
    expect(done[deed], `${deed} done`).toBeGreaterThan(count / 20);
    expect(done[`${deed} refused`], `${deed} refused`).toBeGreaterThan(count / 20);
  }
  expect(done.restore).toBeGreaterThan(count / 40);
  expect(done.undo).toBeGreaterThan(count / 4);
}
