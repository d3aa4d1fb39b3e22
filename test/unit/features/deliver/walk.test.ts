import { afterAll, beforeAll, expect, test } from "vitest";
import { Ground } from "../../../support/outbox-walk/ground.ts";
import { walk } from "../../../support/outbox-walk/walk.ts";

/** Each was wrong in a way of its own once; thousands of others are as good. */
const SEEDS = [9, 45, 61, 282, 380, 597, 789];

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open();
});
afterAll(() => ground.close());

test.each(SEEDS)(
  "what goes out arrives once, in order and as it is in the end, whatever happens: seed %i",
  async (seed) => {
    expect(await walk(ground, seed)).toEqual([]);
  },
);
