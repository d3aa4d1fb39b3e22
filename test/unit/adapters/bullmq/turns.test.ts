import { describe, expect, test } from "vitest";
import { Turns } from "../../../../src/adapters/bullmq/turns.ts";
import type { Job, Share } from "../../../../src/ports/queue.ts";

interface Head {
  readonly priority: number;
  readonly share?: Partial<Share>;
}

/** A queue whose head and whose running jobs are these. */
function turnsOver(waiting: readonly Head[], running: readonly Head[] = []) {
  const asked: string[][] = [];
  const jobs = (heads: readonly Head[]) =>
    heads.map(({ priority, share = { group: "P", part: "old" } }) => ({
      opts: { priority },
      data: { data: null, share: { turn: 0, ...share } },
    }));
  const turns = new Turns({
    getJobs: async (states) => {
      asked.push(states as string[]);
      return jobs((states as string[]).includes("prioritized") ? waiting : running) as never;
    },
  });
  return { turns, asked };
}

const operation = (part: string, count: number, group = "N"): Job[] =>
  Array.from({ length: count }, (_, turn) => ({
    id: `${part}.${turn}`,
    name: part,
    data: null,
    priority: 10,
    share: { group, part, turn },
  }));

describe("Turns", () => {
  test("jobs that share nothing keep their priority and cost no look", async () => {
    const { turns, asked } = turnsOver([]);
    const jobs: Job[] = [
      { id: "1", name: "hook", data: null, priority: 3 },
      { id: "2", name: "turn", data: null },
    ];
    expect(await turns.priorities(jobs)).toEqual([3, 9]);
    expect(asked).toEqual([]);
  });

  test("the first operation takes the turns from the beginning", async () => {
    const { turns } = turnsOver([]);
    expect(await turns.priorities(operation("new", 3))).toEqual([10, 11, 12]);
  });

  test("a later one begins beside who waits, not behind", async () => {
    const { turns } = turnsOver([{ priority: 400 }, { priority: 401 }]);
    expect(await turns.priorities(operation("new", 3))).toEqual([399, 400, 401]);
  });

  test("what came back from a failed try is no sign of what turn it is", async () => {
    const { turns } = turnsOver([{ priority: 20 }, { priority: 400 }, { priority: 401 }]);
    turns.began(399);
    turns.began(19);
    expect(await turns.priorities(operation("new", 2))).toEqual([399, 400]);
  });

  test("a process that remembers turns of long ago does not put its jobs behind everybody", async () => {
    const { turns } = turnsOver([{ priority: 10 }, { priority: 12 }]);
    turns.began(5_000);
    expect(await turns.priorities(operation("new", 1))).toEqual([12]);
  });

  test("when all that there is waits for another try, its turns count", async () => {
    const { turns } = turnsOver([], [{ priority: 700 }, { priority: 702 }]);
    expect(await turns.priorities(operation("new", 1))).toEqual([699]);
  });

  test("once the queue is empty the turns begin anew", async () => {
    const { turns } = turnsOver([]);
    turns.began(5_000);
    expect(await turns.priorities(operation("new", 2))).toEqual([10, 11]);
  });

  test.each([
    [1, [10, 12, 14]],
    [3, [10, 14, 18]],
    [9, [10, 14, 18]],
  ])("beside %i more of its project, it strides over turns", async (others, expected) => {
    const { turns } = turnsOver(
      Array.from({ length: others }, (_, number) => ({
        priority: 11,
        share: { group: "N", part: `other${number}` },
      })),
    );
    expect(await turns.priorities(operation("new", 3))).toEqual(expected);
  });

  test("its own jobs and those of other projects make no stride", async () => {
    const { turns } = turnsOver([
      { priority: 11, share: { group: "N", part: "new" } },
      { priority: 11, share: { group: "P", part: "other" } },
    ]);
    expect(await turns.priorities(operation("new", 3))).toEqual([10, 11, 12]);
  });

  test("past BullMQ's last priority, jobs go in the order they come", async () => {
    const { turns } = turnsOver([{ priority: 2_097_150 }]);
    turns.began(2_097_150);
    expect(await turns.priorities(operation("new", 3))).toEqual([2_097_150, 2_097_151, 2_097_151]);
  });
});
