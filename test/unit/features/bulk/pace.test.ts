import { describe, expect, test } from "vitest";
import type { Operation } from "../../../../src/domain/operation.ts";
import { Pace } from "../../../../src/features/bulk/pace.ts";

const ended = (seconds: number, items: number, more: Partial<Operation> = {}): Operation => ({
  id: "opn_1",
  project_id: "prj_1",
  session_id: "ses_1",
  turn_id: "trn_1",
  type: "characters",
  brief: "",
  status: "completed",
  progress: { completed: items, total: items, failed: 0, cancelled: 0 },
  message_id: "msg_1",
  shown: false,
  round: 0,
  seed: 1,
  by: "ada",
  started_at: "2026-11-22T10:00:00.000Z",
  ended_at: new Date(Date.parse("2026-11-22T10:00:00.000Z") + seconds * 1_000).toISOString(),
  ...more,
});

describe("the pace of items", () => {
  test("is guessed before anything was measured", () => {
    expect(new Pace().of("characters", true)).toEqual({ ms: 5 });
    expect(new Pace().of("characters", false).tokens).toBeDefined();
  });

  test("is what items of a type took on average", () => {
    const pace = new Pace();
    pace.ended(ended(10, 10));
    pace.ended(ended(30, 10));
    expect(pace.of("characters", true)).toEqual({ ms: 2_000 });
    expect(pace.of("scenes", true)).toEqual({ ms: 5 });
  });

  test("is not told by work that was stopped, taken up again, or waited for hours", () => {
    const pace = new Pace();
    pace.ended(ended(10, 10, { round: 1 }));
    pace.ended(ended(10, 10, { status: "cancelled" }));
    pace.ended(ended(90_000, 10));
    expect(pace.of("characters", true)).toEqual({ ms: 5 });
  });

  test("keeps the latest measurements only", () => {
    const pace = new Pace();
    for (let index = 0; index < 100; index += 1) pace.used({ input: index < 50 ? 9_000 : 100, output: 10 });
    expect(pace.of("characters", false).tokens).toEqual({ input: 100, output: 10 });
  });
});
