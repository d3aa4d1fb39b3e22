import { describe, expect, test } from "vitest";
import { resolveControl } from "../../../../src/features/bulk/controls.ts";

describe("a control's id", () => {
  test.each(["cancel", "undo"])("says that it means to %s", (action) => {
    expect(resolveControl(`opc_opn_abc_${action}_3`)).toEqual({
      type: "command",
      command: "jobs",
      options: { action, operation: "opn_abc" },
    });
  });

  test("of nothing there is means nothing", () => {
    expect(resolveControl("opc_opn_abc_explode_0")).toBeUndefined();
  });
});
