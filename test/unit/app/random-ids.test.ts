import { expect, test } from "vitest";
import { createIds } from "../../../src/app/random-ids.ts";

test("ids of one process are different and sort as they were made, also within a millisecond and when the clock steps back", () => {
  const times = [1000, 1000, 1000, 900, 1001];
  const ids = createIds(() => times.shift() ?? 1001);
  const made = Array.from({ length: 8 }, () => ids.next("message"));
  expect(new Set(made).size).toBe(8);
  expect([...made].sort()).toEqual(made);
  expect(made.every((id) => id.startsWith("msg_"))).toBe(true);
});

test("many ids within one millisecond stay different and in order", () => {
  const ids = createIds(() => 5);
  const made = Array.from({ length: 50_000 }, () => ids.next("entry"));
  expect(new Set(made).size).toBe(made.length);
  expect(made.every((id, index) => index === 0 || (made[index - 1] ?? "") < id)).toBe(true);
});
