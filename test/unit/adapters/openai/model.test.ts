import { describe, expect, test } from "vitest";
import { openAiLab, signal } from "./lab.ts";

describe("ping", () => {
  test("resolves when the endpoint lists its models", async () => {
    const { model } = await openAiLab();
    await expect(model.ping(signal())).resolves.toBeUndefined();
  });

  test("throws when the key is refused or nobody is there, without the key in its words", async () => {
    const refused = await openAiLab({ apiKey: "sk-other" });
    const error = await refused.model.ping(signal()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "unavailable" });
    expect(String(error)).not.toContain("sk-");
    const { model } = await openAiLab({}, { baseUrl: "http://127.0.0.1:9/v1" });
    await expect(model.ping(signal())).rejects.toMatchObject({ retryable: true });
  });

  test("takes an endpoint without a list for present", async () => {
    const { server, config } = await openAiLab();
    const { createOpenAiModel } = await import("../../../../src/adapters/openai/model.ts");
    const model = createOpenAiModel({ ...config, baseUrl: server.url.replace("/v1", "/other") });
    await expect(model.ping(signal())).resolves.toBeUndefined();
  });
});
