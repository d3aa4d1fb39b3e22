import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBullId, toBullId, toBullJob } from "../../../../src/adapters/bullmq/job-codec.ts";

describe("job ids", () => {
  test("every id comes back as it was, and is one BullMQ takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (id) => {
        const bullId = toBullId(id);
        expect(fromBullId(bullId)).toBe(id);
        expect(bullId).not.toContain(":");
        expect(Number.isNaN(Number(bullId))).toBe(true);
      }),
    );
  });

  test("different ids stay different", () => {
    const ids = ["a:b", "a%3Ab", "a%253Ab", "a%b", "", ":", "%"];
    expect(new Set(ids.map(toBullId)).size).toBe(ids.length);
  });
});

describe("toBullJob", () => {
  test("a job without a priority stands between interactive work and bulk", () => {
    const { opts } = toBullJob({ id: "1", name: "turn", data: null }, 100);
    expect(opts.priority).toBe(9);
    expect(opts.attempts).toBe(1);
  });

  test("back-off doubles from the given wait, half of it at random", () => {
    expect(toBullJob({ id: "1", name: "turn", data: null, attempts: 3 }, 250).opts).toMatchObject({
      attempts: 3,
      backoff: { type: "exponential", delay: 250, jitter: 0.5 },
    });
    const patient = { id: "1", name: "hook", data: null, attempts: 5, backoffMs: 5_000 };
    expect(toBullJob(patient, 250).opts.backoff).toMatchObject({ delay: 5_000 });
  });

  test("a job with a turn keeps its own priority beside the one BullMQ is given", () => {
    const share = { group: "P", part: "one", turn: 3 };
    const shared = { id: "1", name: "item", data: null, priority: 10, share };
    const { data, opts } = toBullJob(shared, 250, 417);
    expect(opts.priority).toBe(417);
    expect(data).toEqual({ data: null, share, priority: 10 });
  });
});
