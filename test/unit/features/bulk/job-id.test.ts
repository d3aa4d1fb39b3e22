import { describe, expect, test } from "vitest";
import { jobId, parseJobId } from "../../../../src/features/bulk/job-id.ts";

describe("a job's id", () => {
  test("says operation, round and items", () => {
    expect(parseJobId(jobId("opn_1", 2, { first: 7, last: 9 }))).toEqual({
      operation_id: "opn_1",
      round: 2,
      items: { first: 7, last: 9 },
    });
    expect(parseJobId("opn_1")).toBeUndefined();
  });
});
