import { describe, expect, test } from "vitest";
import { aWrite, openAiLab, signal } from "./lab.ts";

const TEXT = "When the tide goes out, a pilot finds the boat that took her brother.";

describe("streamed text", () => {
  test("comes as the whole text so far, each time longer", async () => {
    const { model } = await openAiLab({ answer: () => TEXT });
    const seen: string[] = [];
    const text = await model.write(aWrite, { signal: signal(), onText: (sofar) => seen.push(sofar) });
    expect(text).toBe(TEXT);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.every((sofar) => TEXT.startsWith(sofar))).toBe(true);
    expect(seen.toSorted((a, b) => a.length - b.length)).toEqual(seen);
    expect(seen.at(-1)).toBe(TEXT);
  });

  test.each(["cut", "end_early"] as const)(
    "a stream that is %s is asked for anew, never kept by half",
    async (type) => {
      const { server, model } = await openAiLab({ answer: () => TEXT });
      server.fault({ type, after: 3 });
      const seen: string[] = [];
      expect(await model.write(aWrite, { signal: signal(), onText: (sofar) => seen.push(sofar) })).toBe(TEXT);
      expect(server.requests).toHaveLength(2);
      expect(seen.at(-1)).toBe(TEXT);
    },
  );

  test("a stream that is always cut is an error", async () => {
    const { server, model } = await openAiLab({ answer: () => TEXT });
    server.fault(...Array.from({ length: 3 }, () => ({ type: "cut", after: 3 }) as const));
    await expect(model.write(aWrite, { signal: signal() })).rejects.toMatchObject({
      code: "unavailable",
      retryable: true,
    });
  });

  test("an empty answer is asked for anew", async () => {
    const { server, model } = await openAiLab({ answer: () => TEXT });
    server.fault({ type: "answer", answer: { text: " " } });
    expect(await model.write(aWrite, { signal: signal() })).toBe(TEXT);
  });

  test("an abort in the middle of a stream ends it", async () => {
    const { model } = await openAiLab({ answer: () => "word ".repeat(5_000) });
    const controller = new AbortController();
    const written = model.write(aWrite, {
      signal: controller.signal,
      onText: (sofar) => sofar.length > 100 && controller.abort(new Error("enough")),
    });
    await expect(written).rejects.toThrow("enough");
  });

  test("more than a document holds is refused", async () => {
    const { model } = await openAiLab({ answer: () => "word ".repeat(5_000) });
    await expect(model.write(aWrite, { signal: signal() })).rejects.toMatchObject({ code: "invalid" });
  });
});
