import { z } from "zod";
import { UserError } from "../domain/errors.ts";
import { loadEnvFile } from "./env-file.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const secret = z.string().trim().min(1);
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);
const address = z.url();
const price = z.coerce.number().nonnegative();

/** Every variable Backlot knows, in the order of .env.example. All are optional: with none set the program runs on embedded parts. */
const Env = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(5058),
  WS_PORT: port.default(5059),
  DATA_DIR: z.string().min(1).default("./.backlot"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  AUTH_SECRET: secret.min(32, "needs at least 32 characters").optional(),
  SECRET_KEY: secret.min(32, "needs at least 32 characters").optional(),
  SECRET_KEY_OLD: list.optional(),
  OPENAI_API_KEY: secret.optional(),
  OPENAI_BASE_URL: address.optional(),
  OPENAI_MODEL: list.optional(),
  OPENAI_PRICE_IN: price.optional(),
  OPENAI_PRICE_OUT: price.optional(),
  DISCORD_TOKEN: secret.optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, "is a server's id, a number of 17 to 20 digits")
    .optional(),
  DISCORD_SHARDS: z.union([z.literal("auto"), z.coerce.number().int().min(1).max(1_000)]).default(1),
  DISCORD_SHARD_IDS: list.pipe(z.array(z.coerce.number<string>().int().min(0).max(999)).min(1)).optional(),
  DISCORD_API_URL: address.optional(),
  SLACK_BOT_TOKEN: secret.startsWith("xoxb-", "begins with xoxb-").optional(),
  SLACK_APP_TOKEN: secret.startsWith("xapp-", "begins with xapp-").optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_CLIENT_ID: secret.optional(),
  SLACK_CLIENT_SECRET: secret.optional(),
  SLACK_STATE_SECRET: secret.min(32, "needs at least 32 characters").optional(),
  SLACK_PORT: port.default(5060),
  SLACK_API_URL: address.optional(),
  ANSWER_MISSED_HOURS: z.coerce.number().min(0).max(168).default(12),
  MAX_FILE_MB: z.coerce.number().int().min(1).max(500).default(50),
  UNFURL_LINKS: z.stringbool().default(false),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  HEALTH_PORT: port.optional(),
  BULK_CONCURRENCY: z.coerce.number().int().min(1).max(200).default(8),
  WEBHOOK_ALLOW_PRIVATE: z.stringbool().default(false),
});
export type Env = z.infer<typeof Env>;

/**
 * Reads the environment and .env (which never overrides what is set). Throws a UserError that names every variable that
 * does not fit.
 */
export function readEnv(
  source: NodeJS.ProcessEnv = process.env,
  file: Record<string, string> = loadEnvFile(),
): Env {
  const merged = { ...file, ...dropEmpty(source) };
  const parsed = Env.safeParse(merged);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new UserError(
    "invalid",
    `The settings do not fit. ${problems.join("; ")}.`,
    "Mend them in the environment or in .env; .env.example explains each.",
  );
}

/** An empty value means "not set", as in a .env copied from the example. */
function dropEmpty(source: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== "",
    ),
  );
}
