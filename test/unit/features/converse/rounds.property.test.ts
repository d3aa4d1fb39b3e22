import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Stage } from "../../../support/stage.ts";
import { DecisionRoom, PRODUCER, VIEWER, WRITERS } from "./decision-room.ts";

/** Each is a film of its own over real stores. */
const FILMS = 12;
const PEOPLE = [...WRITERS, VIEWER, PRODUCER];

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const pressing = fc.record({
  rule: fc.constantFrom("vote 2", "vote 3", "producer"),
  presses: fc.array(
    fc.record({
      // The producer comes seldom: they end every round.
      who: fc.constantFrom(0, 1, 2, 3, 0, 1, 2, 3, 4, 5),
      on: fc.nat({ max: 2 }),
      at: fc.constantFrom<0 | 1>(0, 1),
      /** Not waited for before the next press. */
      together: fc.boolean(),
    }),
    { minLength: 2, maxLength: 12 },
  ),
});

test("whoever presses what, in whichever process: at most one act a message, and what is shown is what is stored", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(pressing, async ({ rule, presses }) => {
      const room = await DecisionRoom.open(rule, stage);
      const view = await room.say("/workflow");
      const offered = (await room.shownAll(view)).filter(({ decides }) => decides === true);
      let waiting: Promise<unknown>[] = [];
      for (const { who, on, at, together } of presses) {
        const [choice, person] = [offered[on % offered.length], PEOPLE[who]];
        if (!choice || !person) throw new Error("nobody or nothing");
        waiting.push(room.press(choice.id, person, at));
        if (!together) {
          await Promise.all(waiting);
          waiting = [];
        }
      }
      await Promise.all(waiting);
      const round = (await room.shownAll(view)).filter(({ decides }) => decides === true);
      expect(round.filter(({ state }) => state === "pressed").length).toBeLessThanOrEqual(1);
      const voters = round.flatMap(({ votes = [] }) => votes.map(({ by }) => by));
      expect(new Set(voters).size).toBe(voters.length);
      for (const { id, state, votes } of round) {
        const stored = (await stage.stores.choices.get(id))?.choice;
        expect(stored).toMatchObject({ state });
        expect(stored?.votes).toEqual(votes);
      }
      const operations = await stage.stores.operations.list(room.session.project_id, 10);
      const drafted = Object.keys((await room.project()).documents).length;
      expect(operations.length + drafted).toBeLessThanOrEqual(1);
      await room.stop();
    }),
    { numRuns: FILMS },
  );
});
