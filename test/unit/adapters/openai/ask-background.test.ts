import { describe, expect, test } from "vitest";
import { RateLimitedError } from "../../../../src/domain/errors.ts";
import { aWrite, openAiLab, signal } from "./lab.ts";

const ASKED = { call: "write" as const, messages: [{ role: "user" as const, content: "Hello" }] };
const limited = (ms: number) =>
  ({ type: "status", status: 429, headers: { "retry-after-ms": String(ms) } }) as const;

describe("a call that can wait", () => {
  test("is turned away by a 429 at once, with the provider's time", async () => {
    const { server, ask } = await openAiLab({}, { models: ["big", "small"] });
    server.fault(limited(60_000));
    const began = performance.now();
    const error = await ask({ ...ASKED, background: true, signal: signal() }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error).toMatchObject({ code: "rate_limited", retryable: true });
    expect((error as RateLimitedError).retryAfterMs).toBeGreaterThan(59_000);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(server.requests).toHaveLength(1);
  });

  test("asks nothing while the time lasts, and is answered after it", async () => {
    const { server, ask } = await openAiLab({ answer: () => "Here." });
    server.fault(limited(150));
    const question = { ...ASKED, background: true, signal: signal() };
    const [first, ...later] = await Promise.allSettled([ask(question), ask(question), ask(question)]);
    expect(first?.status).toBe("rejected");
    // What was on its way already is answered.
    const sent = server.requests.length;
    expect(sent).toBeLessThanOrEqual(1 + later.length);
    await expect(ask(question)).rejects.toThrow(RateLimitedError);
    expect(server.requests).toHaveLength(sent);
    await new Promise((resolve) => setTimeout(resolve, 160));
    expect((await ask(question)).text).toBe("Here.");
  });

  test("rests after a call that somebody waits for was limited, which itself is waited for and answered", async () => {
    const { server, ask } = await openAiLab({ answer: () => "Here." });
    server.fault(limited(200));
    const waited = ask({ ...ASKED, signal: signal() });
    await expect.poll(() => server.requests.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(ask({ ...ASKED, background: true, signal: signal() })).rejects.toThrow(RateLimitedError);
    expect((await waited).text).toBe("Here.");
    expect(server.requests).toHaveLength(2);
  });

  test("holds up nobody who waits", async () => {
    const { server, ask } = await openAiLab({ answer: () => "Here." });
    server.fault(limited(60_000));
    await expect(ask({ ...ASKED, background: true, signal: signal() })).rejects.toThrow(RateLimitedError);
    const began = performance.now();
    expect((await ask({ ...ASKED, signal: signal() })).text).toBe("Here.");
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("an empty purse is no rate limit", async () => {
    const { server, ask } = await openAiLab();
    server.fault({ type: "status", status: 429, code: "insufficient_quota" });
    await expect(ask({ ...ASKED, background: true, signal: signal() })).rejects.toMatchObject({
      code: "unavailable",
      retryable: false,
    });
  });

  test("other failures are tried again as ever", async () => {
    const { server, ask } = await openAiLab({ answer: () => "Here." });
    server.fault({ type: "status", status: 500 });
    expect((await ask({ ...ASKED, background: true, signal: signal() })).text).toBe("Here.");
    expect(server.requests).toHaveLength(2);
  });

  test("every call of the model passes on that it can wait", async () => {
    const { server, model } = await openAiLab();
    server.fault(limited(60_000));
    await expect(model.write(aWrite, { signal: signal(), background: true })).rejects.toThrow(
      RateLimitedError,
    );
  });
});
