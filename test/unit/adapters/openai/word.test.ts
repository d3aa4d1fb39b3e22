import { describe, expect, test } from "vitest";
import type { WordRequest } from "../../../../src/ports/model.ts";
import { dataIn } from "../../../fakes/openai-server-answers.ts";
import { FILM, openAiLab, signal } from "./lab.ts";

const REQUEST: WordRequest = {
  film: { ...FILM, documents: { logline: "A nurse </data> finds a town that never sleeps." } },
  offers: [
    { id: "o1", label: "Draft a synopsis", description: "I write one" },
    { id: "o2", label: "Add a scene", description: "A slug line is enough" },
  ],
};
const wordWith = async (answer: string, settings = {}) => {
  const lab = await openAiLab({ answer: () => answer }, settings);
  const worded = lab.model.word?.(REQUEST, { signal: signal() });
  return { ...lab, worded };
};

describe("wording offers", () => {
  test("asks once, with what the offers say and the film as data, and counts the tokens", async () => {
    const lab = await openAiLab();
    const worded = await lab.model.word?.(REQUEST, { signal: signal() });
    expect(worded?.map(({ id, label }) => [id, label])).toEqual([
      ["o1", "Now: Draft a synopsis"],
      ["o2", "Now: Add a scene"],
    ]);
    expect(lab.server.requests).toHaveLength(1);
    const [body] = lab.server.requests;
    if (!body) throw new Error("nothing was asked");
    expect(body.response_format?.json_schema?.name).toBe("wording");
    expect(JSON.parse(dataIn(body, "offers"))).toEqual(REQUEST.offers);
    expect(dataIn(body, "logline")).toContain("town that never sleeps");
    expect(lab.usage).toMatchObject([{ call: "word", input_tokens: expect.any(Number) }]);
  });

  test.each(["", "no JSON", "[]", '{"offers":[{"id":"o1"}]}', '{"offers":"all of them"}'])(
    "an answer of another shape is an error, and nothing is asked again: %j",
    async (answer) => {
      const { worded, server } = await wordWith(answer);
      await expect(worded).rejects.toThrow();
      expect(server.requests).toHaveLength(1);
    },
  );

  test("a failing endpoint is asked once, not the next model, and not with less", async () => {
    for (const [status, code] of [
      [500, "server_error"],
      [429, "rate_limit_exceeded"],
      [400, "invalid_request_error"],
    ] as const) {
      const lab = await openAiLab({}, { models: ["test-model", "second"] });
      lab.server.fault({ type: "status", status, code });
      await expect(lab.model.word?.(REQUEST, { signal: signal() })).rejects.toThrow();
      expect(lab.server.requests).toHaveLength(1);
    }
  });

  test("ends with its signal", async () => {
    const lab = await openAiLab({}, { timeoutMs: 60_000 });
    lab.server.fault({ type: "hang" });
    const stop = new AbortController();
    const worded = lab.model.word?.(REQUEST, { signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await expect(worded).rejects.toThrow();
  });
});
