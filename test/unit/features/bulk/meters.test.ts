import { expect, test } from "vitest";
import type { Usage } from "../../../../src/domain/operation.ts";
import { createMeters } from "../../../../src/features/bulk/meters.ts";

const { signal } = new AbortController();

test("what an item used is counted once, by the first write that succeeds", async () => {
  const used: number[] = [];
  const pace = { used: ({ input }: { input: number }) => used.push(input), of: () => ({ ms: 1 }) };
  const meters = createMeters({ pace, prices: { input: 1_000_000, output: 0 } });
  const written: (Usage | undefined)[] = [];
  const count = (index: number) => meters("opn_1", index).count(async (usage) => void written.push(usage));
  const run = meters("opn_1", 0).run(signal);
  expect(run).toMatchObject({ signal, background: true });
  run.onUsage?.({ input: 3, output: 1 });
  run.onUsage?.({ input: 4, output: 1 });
  await expect(
    meters("opn_1", 0).count(() => Promise.reject(new Error("the store is away"))),
  ).rejects.toThrow();
  await count(1);
  await count(0);
  await count(0);
  expect(written).toEqual([undefined, { input_tokens: 7, output_tokens: 2, cost: 7 }, undefined]);
  expect(used).toEqual([3, 4]);
});

test("what is used while a write is under way is left for the next one", async () => {
  const meters = createMeters({});
  const meter = meters("opn_1", 0);
  const { onUsage } = meter.run(signal);
  onUsage?.({ input: 1, output: 0 });
  const first = await meter.count(async (usage) => {
    onUsage?.({ input: 10, output: 0 });
    return usage;
  });
  const second = await meter.count(async (usage) => usage);
  expect([first?.input_tokens, second?.input_tokens]).toEqual([1, 10]);
  expect(first).not.toHaveProperty("cost");
});

test("what a lost answer had counted already is forgotten", async () => {
  const meter = createMeters({})("opn_1", 0);
  meter.run(signal).onUsage?.({ input: 1, output: 0 });
  meter.forget();
  expect(await meter.count(async (usage) => usage)).toBeUndefined();
});
