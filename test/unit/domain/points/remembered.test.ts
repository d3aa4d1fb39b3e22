import { expect, it } from "vitest";
import type { Point } from "../../../../src/domain/points/point.ts";
import { rememberedPoints } from "../../../../src/domain/points/remembered.ts";

const point = (id: string, state: Point["state"] = "open") => ({ id, state }) as Point;

it("puts the newest first, drops what is closed, and keeps to its bound", () => {
  expect(rememberedPoints(["a", "b"], [point("c"), point("d"), point("a", "answered")])).toEqual([
    "d",
    "c",
    "b",
  ]);
  expect(rememberedPoints(["a", "b"], [point("b")])).toEqual(["b", "a"]);
  expect(rememberedPoints(["1", "2", "3", "4", "5"], [point("6")])).toEqual(["6", "1", "2", "3", "4"]);
});
