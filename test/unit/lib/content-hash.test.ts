import { expect, test } from "vitest";
import { contentHash } from "../../../src/lib/content-hash.ts";

test("the same bytes have one name within a realm and another elsewhere", () => {
  const bytes = Buffer.from("picture");
  expect(contentHash("wsp_1", bytes)).toMatch(/^[0-9a-f]{64}$/);
  expect(contentHash("wsp_1", Buffer.from("picture"))).toBe(contentHash("wsp_1", bytes));
  expect(contentHash("wsp_2", bytes)).not.toBe(contentHash("wsp_1", bytes));
  expect(contentHash("wsp_1", Buffer.from("other"))).not.toBe(contentHash("wsp_1", bytes));
});
