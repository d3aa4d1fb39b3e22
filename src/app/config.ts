import path from "node:path";
import { UserError } from "../domain/errors.ts";
import type { Env } from "./env.ts";
import { type SlackConfig, slackConfig } from "./slack-config.ts";

export type EmbeddedStore =
  | { readonly kind: "folder"; readonly dataDir: string }
  | { readonly kind: "memory" };
/** `address`: host and database, to be shown. Who gets in, and how, is in the secrets. */
export type StoreConfig = EmbeddedStore | { readonly kind: "server"; readonly address: string };
export type QueueConfig = { readonly kind: "postgres" } | { readonly kind: "redis" };
export type ModelConfig =
  | { readonly kind: "offline" }
  | {
      readonly kind: "openai";
      readonly baseUrl?: string;
      readonly models: readonly string[];
      /** US dollars for a million tokens. */
      readonly prices?: { readonly input: number; readonly output: number };
    };

/** What the program runs on: every choice of a provider is made here, once, and shown in the banner. Holds no secret. */
export interface Config {
  readonly web: { readonly host: string; readonly port: number; readonly wsPort: number };
  readonly logLevel: Env["LOG_LEVEL"];
  readonly store: StoreConfig;
  readonly blobsDir: string;
  readonly queue: QueueConfig;
  /** Where a process tells how it does to whom no login was given. */
  readonly healthPort?: number;
  /** Jobs of bulk work that one process runs at a time. */
  readonly bulk: { readonly concurrency: number };
  readonly model: ModelConfig;
  readonly webhooks: { readonly allowPrivate: boolean };
  readonly hearing: {
    /** What was said on Discord or Slack while Backlot was away, and is older, is told in one line instead of answered. */
    readonly answerMissedWithinMs: number;
    readonly maxFileBytes: number;
  };
  readonly discord?: {
    readonly apiUrl?: string;
    readonly guildId?: string;
    readonly shards: number | "auto";
    /** Those of them that this process takes; all when left out. */
    readonly shardIds?: readonly number[];
  };
  readonly slack?: SlackConfig;
  /** Chat platforms show what the links in replies lead to. */
  readonly unfurls?: true;
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);
const DEFAULT_MODELS = ["gpt-5-mini"];

/** Decides the providers. Throws a UserError where variables contradict or miss one another. */
export function createConfig(env: Env): Config {
  if (!LOOPBACK.has(env.HOST) && env.AUTH_SECRET === undefined) {
    throw new UserError(
      "invalid",
      `HOST=${env.HOST} would open Backlot to other machines without a login.`,
      "Set AUTH_SECRET (32 characters or more), or leave HOST at 127.0.0.1.",
    );
  }
  const dataDir = path.resolve(env.DATA_DIR);
  const slack = slackConfig(env);
  return {
    web: { host: env.HOST, port: env.PORT, wsPort: env.WS_PORT },
    logLevel: env.LOG_LEVEL,
    store:
      env.DATABASE_URL === undefined
        ? { kind: "folder", dataDir }
        : { kind: "server", address: addressOf(env.DATABASE_URL) },
    blobsDir: path.join(dataDir, "files"),
    queue: env.REDIS_URL === undefined ? { kind: "postgres" } : { kind: "redis" },
    ...(env.HEALTH_PORT === undefined ? {} : { healthPort: env.HEALTH_PORT }),
    bulk: { concurrency: env.BULK_CONCURRENCY },
    model: modelConfig(env),
    webhooks: { allowPrivate: env.WEBHOOK_ALLOW_PRIVATE },
    hearing: {
      answerMissedWithinMs: env.ANSWER_MISSED_HOURS * 3_600_000,
      maxFileBytes: env.MAX_FILE_MB * 1024 * 1024,
    },
    ...discordConfig(env),
    ...(slack === undefined ? {} : { slack }),
    ...(env.UNFURL_LINKS ? { unfurls: true } : {}),
  };
}

/** What may be seen of a database's URL. */
function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function modelConfig(env: Env): ModelConfig {
  if (env.OPENAI_API_KEY === undefined && env.OPENAI_BASE_URL === undefined) return { kind: "offline" };
  const models = env.OPENAI_MODEL && env.OPENAI_MODEL.length > 0 ? env.OPENAI_MODEL : DEFAULT_MODELS;
  return {
    kind: "openai",
    models,
    ...(env.OPENAI_BASE_URL === undefined ? {} : { baseUrl: env.OPENAI_BASE_URL }),
    ...pricesOf(env),
  };
}

function pricesOf({ OPENAI_PRICE_IN: input, OPENAI_PRICE_OUT: output }: Env) {
  if (input === undefined && output === undefined) return {};
  if (input !== undefined && output !== undefined) return { prices: { input, output } };
  throw new UserError(
    "invalid",
    `The model's prices are half set: OPENAI_PRICE_${input === undefined ? "IN" : "OUT"} is missing.`,
    "Set both, in US dollars for a million tokens, or remove the other.",
  );
}

function discordConfig(env: Env): { discord?: Config["discord"] & object } {
  if (env.DISCORD_TOKEN === undefined) return {};
  return {
    discord: {
      shards: env.DISCORD_SHARDS,
      ...shardIds(env),
      ...(env.DISCORD_API_URL === undefined ? {} : { apiUrl: env.DISCORD_API_URL }),
      ...(env.DISCORD_GUILD_ID === undefined ? {} : { guildId: env.DISCORD_GUILD_ID }),
    },
  };
}

function shardIds({ DISCORD_SHARDS: shards, DISCORD_SHARD_IDS: ids }: Env) {
  if (ids === undefined) return {};
  if (shards !== "auto" && ids.every((id) => id < shards)) return { shardIds: [...new Set(ids)] };
  const hint =
    shards === "auto"
      ? "Set DISCORD_SHARDS to the number of all shards, the same for every process."
      : `Set DISCORD_SHARD_IDS to numbers from 0 to ${shards - 1}, or raise DISCORD_SHARDS for every process.`;
  throw new UserError("invalid", "DISCORD_SHARD_IDS names shards that are not there.", hint);
}
