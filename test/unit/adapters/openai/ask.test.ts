import { describe, expect, test } from "vitest";
import { AppError } from "../../../../src/domain/errors.ts";
import { API_KEY, aWrite, openAiLab, signal } from "./lab.ts";

const ASKED = { call: "write" as const, messages: [{ role: "user" as const, content: "Hello" }] };
const status = (code: number, headers: Record<string, string> = {}) =>
  ({ type: "status", status: code, headers }) as const;

describe("a failing endpoint", () => {
  test("429 is waited for as Retry-After says, then answered", async () => {
    const { server, ask } = await openAiLab({ answer: () => "Here." });
    server.fault(status(429, { "retry-after-ms": "120" }));
    const began = performance.now();
    const reply = await ask({ ...ASKED, signal: signal() });
    expect(reply.text).toBe("Here.");
    expect(performance.now() - began).toBeGreaterThanOrEqual(115);
    expect(server.requests).toHaveLength(2);
  });

  test("a Retry-After past the cap goes to the next model at once", async () => {
    const { server, ask } = await openAiLab({}, { models: ["big", "small"] });
    server.fault(status(429, { "retry-after": "60" }));
    const began = performance.now();
    expect((await ask({ ...ASKED, signal: signal() })).model).toBe("small");
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(server.requests.map((request) => request.model)).toEqual(["big", "small"]);
  });

  test("500 is tried again, then the next model in order is asked", async () => {
    const { server, ask } = await openAiLab({}, { models: ["first", "second", "third"] });
    server.fault(status(500), status(502), status(503), status(500), status(500), status(500));
    expect((await ask({ ...ASKED, signal: signal() })).model).toBe("third");
    expect(server.requests.map((request) => request.model)).toEqual([
      ...["first", "first", "first", "second", "second", "second", "third"],
    ]);
  });

  test("an unknown model is passed over without a second try", async () => {
    const { server, ask } = await openAiLab({ models: ["small"] }, { models: ["gone", "small"] });
    expect((await ask({ ...ASKED, signal: signal() })).model).toBe("small");
    expect(server.requests).toHaveLength(2);
  });

  test("an empty purse is not waited for", async () => {
    const { server, ask } = await openAiLab();
    server.fault({ type: "status", status: 429, code: "insufficient_quota" });
    await expect(ask({ ...ASKED, signal: signal() })).rejects.toMatchObject({
      code: "unavailable",
      retryable: false,
    });
    expect(server.requests).toHaveLength(1);
  });

  test("when every model fails, a retryable error says so", async () => {
    const { server, ask } = await openAiLab({}, { models: ["first", "second"] });
    server.fault(...Array.from({ length: 6 }, () => status(500)));
    const error = await ask({ ...ASKED, signal: signal() }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "unavailable", retryable: true });
  });

  test("silence ends a try", async () => {
    const { server, ask } = await openAiLab({ answer: () => "At last." }, { timeoutMs: 100 });
    server.fault({ type: "hang" }, { type: "slow", ms: 30 });
    expect((await ask({ ...ASKED, signal: signal() })).text).toBe("At last.");
    expect(server.requests).toHaveLength(2);
  });

  test("the whole call has a limit of its own", async () => {
    const { server, ask } = await openAiLab({}, { timeoutMs: 5_000, callTimeoutMs: 150 });
    server.fault({ type: "hang" });
    await expect(ask({ ...ASKED, signal: signal() })).rejects.toMatchObject({
      code: "unavailable",
      retryable: true,
    });
  });

  test("nobody at the address is an error, not a crash", async () => {
    const { ask } = await openAiLab({}, { baseUrl: "http://127.0.0.1:9/v1" });
    await expect(ask({ ...ASKED, signal: signal() })).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("a refused key", () => {
  test("stops at once and is never shown or logged", async () => {
    const { server, ask, logger } = await openAiLab({ apiKey: "sk-other" }, { models: ["first", "second"] });
    const error = await ask({ ...ASKED, signal: signal() }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "unauthorized", retryable: false });
    expect(server.requests).toHaveLength(0);
    const seen = JSON.stringify([logger.lines, String(error), String((error as Error).cause)]);
    expect(seen).not.toContain(API_KEY);
    expect(logger.lines.filter((line) => line.level === "warn")).toHaveLength(1);
  });
});

describe("abort", () => {
  test.each(["hang", "slow"] as const)(
    "is honoured within a second while the endpoint is in %s",
    async (type) => {
      const { server, ask } = await openAiLab({}, { timeoutMs: 10_000 });
      server.fault(type === "hang" ? { type } : { type, ms: 3_000 });
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error("the person left")), 50);
      const began = performance.now();
      await expect(ask({ ...ASKED, signal: controller.signal })).rejects.toThrow("the person left");
      expect(performance.now() - began).toBeLessThan(1_000);
    },
  );

  test("is honoured while waiting for another try", async () => {
    const { server, ask } = await openAiLab({}, { retryAfterCapMs: 60_000 });
    server.fault(status(429, { "retry-after": "30" }));
    const began = performance.now();
    await expect(ask({ ...ASKED, signal: AbortSignal.timeout(80) })).rejects.toThrow();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe("usage", () => {
  test("is told for whole and for streamed answers, and logged", async () => {
    const { model, ask, usage, logger } = await openAiLab({ answer: () => "One two three four." });
    await ask({ ...ASKED, signal: signal() });
    await model.write(aWrite, { signal: signal() });
    expect(usage.map((each) => [each.call, each.model])).toEqual([
      ["write", "test-model"],
      ["write", "test-model"],
    ]);
    for (const each of usage) {
      expect(each.input_tokens).toBeGreaterThan(0);
      expect(each.output_tokens).toBeGreaterThan(0);
    }
    expect(logger.lines.filter((line) => line.message === "the model answered")).toHaveLength(2);
  });
});

describe("an endpoint that knows less of the protocol", () => {
  test("is asked without counting streamed tokens", async () => {
    const { server, model, usage } = await openAiLab({
      refuses: ["stream_options"],
      answer: () => "Written.",
    });
    expect(await model.write(aWrite, { signal: signal() })).toBe("Written.");
    expect(usage[0]?.output_tokens).toBeUndefined();
    expect(await model.write(aWrite, { signal: signal() })).toBe("Written.");
    expect(server.requests).toHaveLength(3);
  });
});
