import { describe, expect, test } from "vitest";
import { MAX_BULK_ITEMS } from "../../../../src/domain/operation.ts";
import { resolveControl } from "../../../../src/features/bulk/controls.ts";
import { jobId, parseJobId } from "../../../../src/features/bulk/job-id.ts";
import { bulkCount, bulkType } from "../../../../src/features/bulk/kinds.ts";

describe("bulk input", () => {
  test.each(["0", "-1", "abc", "", " ", "1.5", "1e9", "Infinity", "NaN", "١٠", String(MAX_BULK_ITEMS + 1)])(
    "a count of %j is refused with the limit and an example",
    (count) => {
      expect(() => bulkCount(count)).toThrow(
        expect.objectContaining({
          code: "invalid",
          message: expect.stringContaining(`1 to ${MAX_BULK_ITEMS}`),
          hint: "Type for example: /bulk characters 10",
        }),
      );
    },
  );

  test.each([
    ["1", 1],
    [" 10 ", 10],
    [MAX_BULK_ITEMS, MAX_BULK_ITEMS],
  ])("a count of %j is %d", (count, expected) => {
    expect(bulkCount(count)).toBe(expected);
  });

  test("kinds are read in the singular, the plural and any case; others are refused with the list", () => {
    expect([bulkType("Character"), bulkType("scenes"), bulkType(" locations ")]).toEqual([
      "characters",
      "scenes",
      "locations",
    ]);
    expect(() => bulkType("dragons")).toThrow(/only characters, locations, scenes/);
  });
});

describe("ids that speak", () => {
  test("a job's id says operation, round and item", () => {
    expect(parseJobId(jobId("opn_1", 2, { first: 7, last: 9 }))).toEqual({
      operation_id: "opn_1",
      round: 2,
      items: { first: 7, last: 9 },
    });
    expect(parseJobId("opn_1")).toBeUndefined();
  });

  test("a control's id says what it does", () => {
    expect(resolveControl("opc_opn_abc_cancel_0")).toEqual({
      type: "command",
      command: "bulk",
      options: { action: "cancel", operation: "opn_abc" },
    });
    expect(resolveControl("opc_opn_abc_undo_3")).toEqual({
      type: "command",
      command: "undo",
      options: { operation: "opn_abc" },
    });
    expect(resolveControl("opc_opn_abc_explode_0")).toBeUndefined();
  });
});
