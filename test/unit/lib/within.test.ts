import { expect, test } from "vitest";
import { within } from "../../../src/lib/within.ts";

function timer() {
  const due = new Set<() => void>();
  const after = (_ms: number, callback: () => void) => {
    due.add(callback);
    return () => void due.delete(callback);
  };
  return { after, due };
}

test("what the work comes to is answered, and no timer is left, also when it fails", async () => {
  const time = timer();
  expect(await within(time, 10, Promise.resolve("done"))).toBe("done");
  await expect(within(time, 10, Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(time.due.size).toBe(0);
});

test("what takes too long is not waited for", async () => {
  const time = timer();
  const waited = within(time, 10, new Promise(() => {}));
  for (const callback of time.due) callback();
  expect(await waited).toBeUndefined();
  expect(time.due.size).toBe(0);
});
