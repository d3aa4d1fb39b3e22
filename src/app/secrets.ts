import type { Env } from "./env.ts";

/** Kept apart from the config, so that the config may be logged whole. Never logged, never part of an error. */
export interface Secrets {
  readonly auth?: string;
  readonly openai?: string;
  readonly discord?: string;
  readonly slackBot?: string;
  readonly slackApp?: string;
  readonly slackSigning?: string;
  readonly slackClientSecret?: string;
  readonly slackStateSecret?: string;
  /** Seals what is kept of others' secrets. */
  readonly secretKey?: string;
  /** Open what was sealed with them. */
  readonly formerKeys?: readonly string[];
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
}

export function createSecrets(env: Env): Secrets {
  const pairs = {
    auth: env.AUTH_SECRET,
    openai: env.OPENAI_API_KEY,
    discord: env.DISCORD_TOKEN,
    slackBot: env.SLACK_BOT_TOKEN,
    slackApp: env.SLACK_APP_TOKEN,
    slackSigning: env.SLACK_SIGNING_SECRET,
    slackClientSecret: env.SLACK_CLIENT_SECRET,
    slackStateSecret: env.SLACK_STATE_SECRET,
    secretKey: env.SECRET_KEY ?? env.AUTH_SECRET,
    formerKeys: [...(env.SECRET_KEY_OLD ?? []), ...(env.AUTH_SECRET === undefined ? [] : [env.AUTH_SECRET])],
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
  };
  return Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== undefined)) as Secrets;
}
