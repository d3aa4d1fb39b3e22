import { expect, test } from "vitest";
import { missingFrom } from "../../../src/lib/missing-from.ts";

const stood = ["98", "99", "100", "101", "102", "103"];

test("what stood in what was read, and is not there, is missing", () => {
  expect(missingFrom(stood, { ids: ["99", "101"], after: "98" }, "200")).toEqual(["100", "102", "103"]);
});

test("what was not read says nothing, and neither does what is of just now", () => {
  expect(missingFrom(stood, { ids: ["99"], after: "98", upTo: "101" }, "200")).toEqual(["100", "101"]);
  expect(missingFrom(stood, { ids: [], after: "99" }, "101")).toEqual(["100", "101"]);
  expect(missingFrom(stood, { ids: [], after: "0", upTo: "103" }, "98")).toEqual(["98"]);
});
