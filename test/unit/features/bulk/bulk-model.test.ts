import { expect, test } from "vitest";
import { bulkModel } from "../../../../src/features/bulk/bulk-model.ts";
import type { Model, ModelRun } from "../../../../src/ports/model.ts";

test("every call says that it can wait and asks what it used, and is otherwise the same call", async () => {
  const heard: [string, unknown, ModelRun][] = [];
  const called =
    (name: string) =>
    async (request: unknown, run: ModelRun): Promise<never> => {
      heard.push([name, request, run]);
      return `${name} answered` as never;
    };
  const calls = ["read", "draft", "write", "revise", "talk", "summarise", "word"] as const;
  const made = Object.fromEntries(calls.map((name) => [name, called(name)]));
  const info = { name: "big", offline: false };
  const onUsage = () => undefined;
  const model = bulkModel({ ...made, info, ping: async () => undefined } as unknown as Model, onUsage);
  const { signal } = new AbortController();
  for (const name of calls) {
    const call = model[name] as unknown as (request: unknown, run: ModelRun) => Promise<string>;
    expect(await call({ of: name }, { signal })).toBe(`${name} answered`);
  }
  expect(heard).toEqual(calls.map((name) => [name, { of: name }, { signal, background: true, onUsage }]));
  expect(model.info).toBe(info);
});

test("what a model does not do, it does not do in the background", () => {
  const model = bulkModel({ info: { name: "offline", offline: true } } as unknown as Model, () => undefined);
  expect(model.word).toBeUndefined();
  expect(model.summarise).toBeUndefined();
});
