import { expect, it } from "vitest";
import type { Offer } from "../../../src/domain/choice.ts";
import { oneRecommended } from "../../../src/domain/one-recommended.ts";

const offer = (label: string, category: Offer["category"]): Offer => ({
  label,
  description: "",
  category,
  action: { type: "prompt", text: "" },
});

it("keeps the first recommendation and turns the others into alternatives", () => {
  const offers = [
    offer("a", "manual"),
    offer("b", "recommended"),
    offer("c", "recommended"),
    offer("d", "alternative"),
  ];
  expect(oneRecommended(offers).map((each) => each.category)).toEqual([
    "manual",
    "recommended",
    "alternative",
    "alternative",
  ]);
  expect(oneRecommended([])).toEqual([]);
});
