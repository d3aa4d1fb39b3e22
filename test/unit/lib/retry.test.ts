import { expect, test } from "vitest";
import { retry } from "../../../src/lib/retry.ts";

const failing = (times: number) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw new Error(`failure ${calls}`);
    return calls;
  };
};

test("tries again after each pause, up to the number of attempts", async () => {
  const pauses: number[] = [];
  const options = {
    attempts: 3,
    pause: async (attempt: number) => void pauses.push(attempt),
    hopeless: () => false,
  };
  expect(await retry(failing(2), options)).toBe(3);
  await expect(retry(failing(3), options)).rejects.toThrow("failure 3");
  expect(pauses).toEqual([1, 2, 1, 2]);
});

test("does not try again what is hopeless", async () => {
  const options = {
    attempts: 9,
    pause: async () => undefined,
    hopeless: (error: unknown) => String(error).includes("2"),
  };
  await expect(retry(failing(9), options)).rejects.toThrow("failure 2");
});
