import { describe, expect, test } from "vitest";
import { createPace } from "../../../../src/adapters/slack/pace.ts";
import { StillClock } from "../../../support/stage.ts";

describe("the pace of posts", () => {
  const run = (clock: StillClock) => {
    const pace = createPace(clock);
    const done: string[] = [];
    const refused: number[] = [];
    const post = (channel: string) =>
      pace(channel).then(
        () => void done.push(channel),
        (error: { retryAfterMs: number }) => void refused.push(error.retryAfterMs),
      );
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    return { post, done, refused, settle };
  };

  test("lets four go at once, then one a second, each channel by itself", async () => {
    const clock = new StillClock();
    const { post, done, settle } = run(clock);
    for (let n = 0; n < 6; n += 1) void post("film");
    void post("other");
    await settle();
    expect(done).toEqual(["film", "film", "film", "film", "other"]);
    clock.pass(999);
    await settle();
    expect(done).toHaveLength(5);
    clock.pass(1);
    await settle();
    expect(done).toHaveLength(6);
    clock.pass(1_000);
    await settle();
    expect(done).toHaveLength(7);
    clock.pass(4_000);
    for (let n = 0; n < 4; n += 1) void post("film");
    await settle();
    expect(done).toHaveLength(11);
  });

  test("hands a long wait back, and takes no place in the line for it", async () => {
    const clock = new StillClock();
    const { post, done, refused, settle } = run(clock);
    for (let n = 0; n < 20; n += 1) void post("film");
    await settle();
    expect(done).toHaveLength(4);
    expect(refused).toHaveLength(6);
    expect(Math.min(...refused)).toBeGreaterThan(1_000);
    for (let second = 0; second < 10; second += 1) {
      clock.pass(1_000);
      await settle();
    }
    expect(done).toHaveLength(14);
  });
});
