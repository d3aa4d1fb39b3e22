import { expect, it } from "vitest";
import { ago } from "../../../src/lib/ago.ts";

const NOW = new Date("2026-11-22T10:00:00.000Z");

it.each([
  ["2026-11-22T10:00:00.000Z", "just now, 22 Nov 2026"],
  ["2026-11-22T10:00:05.000Z", "just now, 22 Nov 2026"],
  ["2026-11-22T09:59:00.000Z", "1 minute ago, 22 Nov 2026"],
  ["2026-11-22T09:01:00.000Z", "59 minutes ago, 22 Nov 2026"],
  ["2026-11-22T06:30:00.000Z", "3 hours ago, 22 Nov 2026"],
  ["2026-11-21T09:30:00.000Z", "yesterday, 21 Nov 2026"],
  ["2026-11-10T10:00:00.000Z", "12 days ago, 10 Nov 2026"],
  ["2026-08-01T10:00:00.000Z", "3 months ago, 1 Aug 2026"],
  ["2024-01-31T10:00:00.000Z", "2 years ago, 31 Jan 2024"],
])("%s is %s", (then, words) => {
  expect(ago(new Date(then), NOW)).toBe(words);
});
