import { expect, test } from "vitest";
import { alsoCalled, isShortFor } from "../../../../src/domain/bible/short-names.ts";

test("knows what a short name stands for, and the other short ones", () => {
  expect(alsoCalled("bob")).toEqual(expect.arrayContaining(["robert", "rob", "bobby"]));
  expect(alsoCalled("elizabeth")).toEqual(expect.arrayContaining(["liz", "beth"]));
  expect(alsoCalled("alex")).toEqual(expect.arrayContaining(["alexander", "alexandra"]));
  expect(alsoCalled("bob")).not.toContain("bob");
  expect(alsoCalled("nobody")).toEqual([]);
});

test("tells the short one from the full one", () => {
  expect(isShortFor("bob", "robert")).toBe(true);
  expect(isShortFor("robert", "bob")).toBe(false);
  expect(isShortFor("kate", "catherine")).toBe(true);
});
