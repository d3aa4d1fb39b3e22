import { describe, expect, it } from "vitest";
import { joinOutcomes } from "../../../src/chat/join-outcomes.ts";
import type { Outcome } from "../../../src/chat/outcome.ts";
import type { Point } from "../../../src/domain/points/point.ts";

const asks = (asked: string[], ...points: Partial<Point>[]): Outcome => ({
  blocks: [],
  points: points as Point[],
  memory: { asked },
});

describe("what two skills ask in one message", () => {
  it("is remembered together, newest first, without what either closed", () => {
    const one = asks(["a", "old"], { id: "a", state: "open" });
    const other = asks(["b"], { id: "b", state: "open" }, { id: "old", state: "dismissed" });
    expect(joinOutcomes([one, other]).memory?.asked).toEqual(["b", "a"]);
  });

  it("stays as it is where only one of them asks", () => {
    expect(joinOutcomes([{ blocks: [] }, asks(["a"]), { blocks: [] }]).memory).toEqual({ asked: ["a"] });
    expect(joinOutcomes([{ blocks: [] }, { blocks: [], memory: { focus: [] } }]).memory).toEqual({
      focus: [],
    });
  });
});
