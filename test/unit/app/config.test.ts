import { describe, expect, test } from "vitest";
import { createConfig } from "../../../src/app/config.ts";
import { readEnv } from "../../../src/app/env.ts";
import { createSecrets } from "../../../src/app/secrets.ts";
import { UserError } from "../../../src/domain/errors.ts";

const env = (values: Record<string, string> = {}) => readEnv(values, {});
const config = (values: Record<string, string> = {}) => createConfig(env(values));

describe("the settings", () => {
  test("none at all give the embedded default", () => {
    expect(config()).toMatchObject({
      web: { host: "127.0.0.1", port: 5058, wsPort: 5059 },
      store: { kind: "folder" },
      queue: { kind: "postgres" },
      model: { kind: "offline" },
    });
    expect(config().discord).toBeUndefined();
    expect(config().slack).toBeUndefined();
  });

  test("a Postgres server takes the place of the embedded one, and only its host and database are seen", () => {
    const given = env({ DATABASE_URL: "postgres://ada:s3cret@db.example:5433/backlot?sslmode=require" });
    expect(createConfig(given).store).toEqual({ kind: "server", address: "db.example:5433/backlot" });
    expect(JSON.stringify(createConfig(given))).not.toMatch(/s3cret|ada/);
    expect(createSecrets(given).databaseUrl).toBe(
      "postgres://ada:s3cret@db.example:5433/backlot?sslmode=require",
    );
    for (const wrong of ["mysql://db/backlot", "db.example", "postgres"])
      expect(() => env({ DATABASE_URL: wrong })).toThrow(/DATABASE_URL/);
  });

  test("webhooks reach a private network only where that is said", () => {
    expect(config().webhooks).toEqual({ allowPrivate: false });
    expect(config({ WEBHOOK_ALLOW_PRIVATE: "true" }).webhooks).toEqual({ allowPrivate: true });
    expect(() => config({ WEBHOOK_ALLOW_PRIVATE: "perhaps" })).toThrow("WEBHOOK_ALLOW_PRIVATE");
  });

  test("so many jobs of bulk work run at a time as is said, eight when nothing is", () => {
    expect(config().bulk).toEqual({ concurrency: 8 });
    expect(config({ BULK_CONCURRENCY: "2" }).bulk).toEqual({ concurrency: 2 });
    for (const wrong of ["0", "-1", "1.5", "many", "201"])
      expect(() => config({ BULK_CONCURRENCY: wrong })).toThrow("BULK_CONCURRENCY");
  });

  test("an empty value is not set", () => {
    expect(config({ OPENAI_API_KEY: "", DISCORD_TOKEN: "" })).toMatchObject({ model: { kind: "offline" } });
  });

  test("what a model costs is set whole or not at all", () => {
    const key = { OPENAI_API_KEY: "k" };
    expect(config({ ...key, OPENAI_PRICE_IN: "0.25", OPENAI_PRICE_OUT: "2" }).model).toMatchObject({
      prices: { input: 0.25, output: 2 },
    });
    expect(() => config({ ...key, OPENAI_PRICE_IN: "0.25" })).toThrow("OPENAI_PRICE_OUT is missing");
    expect(() => config({ ...key, OPENAI_PRICE_IN: "-1", OPENAI_PRICE_OUT: "2" })).toThrow("OPENAI_PRICE_IN");
  });

  test("a model's list keeps its order", () => {
    expect(config({ OPENAI_API_KEY: "k", OPENAI_MODEL: "a, b" }).model).toEqual({
      kind: "openai",
      models: ["a", "b"],
    });
    expect(config({ OPENAI_BASE_URL: "http://127.0.0.1:11434/v1" }).model).toMatchObject({
      kind: "openai",
      baseUrl: "http://127.0.0.1:11434/v1",
    });
  });

  test.each([
    [{ PORT: "abc" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ OPENAI_BASE_URL: "not an address" }, "OPENAI_BASE_URL"],
    [{ AUTH_SECRET: "short" }, "AUTH_SECRET"],
    [{ SLACK_BOT_TOKEN: "wrong" }, "SLACK_BOT_TOKEN"],
    [{ REDIS_URL: "http://x" }, "REDIS_URL"],
    [{ HOST: "0.0.0.0" }, "HOST"],
    [{ SLACK_APP_TOKEN: "xapp-1" }, "SLACK_BOT_TOKEN"],
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, "SLACK_APP_TOKEN"],
  ])("%o is refused by the name %s, with what to do", (values: Record<string, string>, name) => {
    let thrown: unknown;
    try {
      config(values);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UserError);
    const { message, hint } = thrown as UserError;
    expect(message + hint).toContain(name);
    expect(hint).not.toBe("");
  });

  test("how Discord and Slack are heard is set", () => {
    expect(config().hearing).toEqual({
      answerMissedWithinMs: 12 * 3_600_000,
      maxFileBytes: 50 * 1024 * 1024,
    });
    expect(config({ ANSWER_MISSED_HOURS: "0.5", MAX_FILE_MB: "5" }).hearing).toEqual({
      answerMissedWithinMs: 1_800_000,
      maxFileBytes: 5 * 1024 * 1024,
    });
    const token = { DISCORD_TOKEN: "t" };
    expect(config(token).discord).toMatchObject({ shards: 1 });
    expect(config({ ...token, DISCORD_SHARDS: "4" }).discord).toMatchObject({ shards: 4 });
    expect(config({ ...token, DISCORD_SHARDS: "auto" }).discord).toMatchObject({ shards: "auto" });
    const some = config({ ...token, DISCORD_SHARDS: "4", DISCORD_SHARD_IDS: "2, 3" });
    expect(some.discord).toMatchObject({ shards: 4, shardIds: [2, 3] });
    for (const shards of ["2", "auto"])
      expect(() => config({ ...token, DISCORD_SHARDS: shards, DISCORD_SHARD_IDS: "2" })).toThrow(/not there/);
    for (const wrong of ["0", "many", "1.5"])
      expect(() => config({ ...token, DISCORD_SHARDS: wrong })).toThrow("DISCORD_SHARDS");
  });

  test("no secret is in the config", () => {
    const values = {
      AUTH_SECRET: "s".repeat(32),
      OPENAI_API_KEY: "key-1",
      DISCORD_TOKEN: "token-2",
      SLACK_BOT_TOKEN: "xoxb-3",
      SLACK_APP_TOKEN: "xapp-4",
      REDIS_URL: "redis://:pw@127.0.0.1",
    };
    const text = JSON.stringify(config(values));
    for (const secret of Object.values(values)) expect(text).not.toContain(secret);
    expect(createSecrets(env(values))).toMatchObject({
      openai: "key-1",
      discord: "token-2",
      redisUrl: "redis://:pw@127.0.0.1",
    });
  });
});
