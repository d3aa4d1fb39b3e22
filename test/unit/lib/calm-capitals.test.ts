import { expect, it } from "vitest";
import { calmCapitals } from "../../../src/lib/calm-capitals.ts";

it.each([
  ["THE RUSTY ANCHOR", "The Rusty Anchor"],
  ["JOE'S DINER - KITCHEN", "Joe's Diner - Kitchen"],
  ["ÉLISE’S FLAT", "Élise’s Flat"],
  ["the Old Pier", "the Old Pier"],
  ["Diner", "Diner"],
])("%s → %s", (text, calm) => {
  expect(calmCapitals(text)).toBe(calm);
});
