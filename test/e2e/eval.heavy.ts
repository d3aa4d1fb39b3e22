import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startOpenAiServer } from "../fakes/openai-server.ts";

const run = promisify(execFile);
const NONE = { OPENAI_API_KEY: "", OPENAI_BASE_URL: "", DATA_DIR: "./.backlot" };

async function evaluate(args: readonly string[], env: Record<string, string> = {}) {
  const { stdout } = await run(process.execPath, ["bench/eval.ts", ...args], {
    env: { ...process.env, ...NONE, ...env },
    maxBuffer: 16_000_000,
  });
  return stdout;
}

test("the evaluation prints the tuned and the held-out messages apart", async () => {
  const printed = await evaluate([]);
  expect(printed).toMatch(/offline, tuned on: \d+ messages/);
  expect(printed).toMatch(/offline, held out: \d+ messages/);
  expect(printed.match(/^false changes: \d+ of \d+ messages that state nothing/gm)).toHaveLength(2);
  expect(printed).toMatch(/\| entities +\| +[\d.]+ % \|/);
  expect(printed).not.toContain("answers,");
});

test("with a model set, it reads so many held-out messages with it and counts the tokens", async () => {
  const server = await startOpenAiServer();
  try {
    const printed = await evaluate(["--model-limit", "6"], {
      OPENAI_API_KEY: "sk-test",
      OPENAI_BASE_URL: server.url,
      OPENAI_MODEL: "gpt-5-mini",
    });
    expect(printed).toContain("gpt-5-mini, held out: 6 messages");
    expect(printed).toMatch(/\n\d answers, 0 messages failed; tokens: \d+ in, \d+ out/);
    expect(server.requests.length).toBeGreaterThan(0);
    expect(server.requests.length).toBeLessThanOrEqual(6);
  } finally {
    await server.close();
  }
});
