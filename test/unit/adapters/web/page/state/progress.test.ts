import { describe, expect, it } from "vitest";
import type { BlockOf, Operation } from "../../../../../../src/adapters/web/page/api/wire.ts";
import { isMoving, latestProgress } from "../../../../../../src/adapters/web/page/state/progress.ts";

const block = (completed: number, status: "processing" | "paused" | "completed"): BlockOf<"progress"> => ({
  type: "progress",
  operation_id: "opn_1",
  label: "characters",
  status,
  completed,
  total: 10,
  failed: 0,
  cancelled: 0,
  names: [],
  failures: [],
});
const operation = (completed: number): Operation => ({
  id: "opn_1",
  project_id: "prj_1",
  session_id: "ses_1",
  turn_id: "trn_1",
  type: "characters",
  brief: "",
  status: "processing",
  progress: { completed, total: 10, failed: 0, cancelled: 0 },
  message_id: "msg_1",
  shown: false,
  round: 0,
  seed: 1,
  by: "u1",
  started_at: "2026-01-01T00:00:00.000Z",
});

describe("latestProgress", () => {
  it("counts with whichever is further along", () => {
    expect(latestProgress(block(3, "processing"), operation(5)).completed).toBe(5);
    expect(latestProgress(block(6, "processing"), operation(5)).completed).toBe(6);
    expect(latestProgress(block(3, "processing"), undefined).completed).toBe(3);
  });

  it("believes a message that says it is over", () => {
    expect(latestProgress(block(4, "completed"), operation(9)).completed).toBe(4);
  });

  it("moves while it runs, and neither when it is paused nor when it is over", () => {
    expect(
      ["pending", "processing", "paused", "completed", "failed", "cancelled"].filter((status) =>
        isMoving(status as never),
      ),
    ).toEqual(["pending", "processing"]);
    expect(latestProgress(block(3, "paused"), operation(5))).toMatchObject({
      status: "paused",
      completed: 5,
    });
  });
});
