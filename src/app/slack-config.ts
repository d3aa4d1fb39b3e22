import { UserError } from "../domain/errors.ts";
import type { Env } from "./env.ts";

/** How Slack reaches Backlot, and which workspaces it may be in. */
export interface SlackConfig {
  readonly mode: "socket" | "http";
  /** Where events come over HTTP, and where workspaces install the app. */
  readonly host: string;
  readonly port: number;
  readonly apiUrl?: string;
  /** Many workspaces install the app; without it, the one of the bot's token. */
  readonly oauth?: { readonly clientId: string };
}

type SlackEnv = Pick<Env, "HOST" | "SECRET_KEY" | "AUTH_SECRET" | Extract<keyof Env, `SLACK_${string}`>>;

/** Undefined when no variable of Slack's is set. Throws a UserError where they contradict or miss one another. */
export function slackConfig(env: SlackEnv): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: token, SLACK_CLIENT_ID: clientId } = env;
  const api = env.SLACK_API_URL === undefined ? {} : { apiUrl: env.SLACK_API_URL };
  const others = [
    env.SLACK_APP_TOKEN,
    env.SLACK_SIGNING_SECRET,
    env.SLACK_CLIENT_SECRET,
    env.SLACK_STATE_SECRET,
  ];
  if (token === undefined && clientId === undefined) {
    if (others.every((other) => other === undefined)) return undefined;
    throw halfSet(
      "SLACK_BOT_TOKEN is missing",
      "Set it (xoxb-…) for one workspace, or SLACK_CLIENT_ID for many, or remove the other SLACK_ variables.",
    );
  }
  if (token !== undefined && clientId !== undefined)
    throw halfSet("SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for many", "Remove one of the two.");
  if (env.SLACK_APP_TOKEN === undefined && env.SLACK_SIGNING_SECRET === undefined)
    throw halfSet(
      `${token === undefined ? "SLACK_CLIENT_ID" : "SLACK_BOT_TOKEN"} needs a way in`,
      "Set SLACK_APP_TOKEN (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.",
    );
  return {
    mode: env.SLACK_APP_TOKEN === undefined ? "http" : "socket",
    host: env.HOST,
    port: env.SLACK_PORT,
    ...api,
    ...(clientId === undefined ? {} : { oauth: oauthOf(env, clientId) }),
  };
}

function oauthOf(env: SlackEnv, clientId: string): { readonly clientId: string } {
  const missing = (["SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"] as const).filter(
    (name) => env[name] === undefined,
  );
  if (missing.length > 0)
    throw halfSet(
      `SLACK_CLIENT_ID needs ${missing.join(" and ")}`,
      "The client secret is on the app's page Basic Information; make the state secret with: openssl rand -hex 32",
    );
  if (env.SECRET_KEY === undefined && env.AUTH_SECRET === undefined)
    throw halfSet(
      "the tokens of workspaces are kept sealed, and SECRET_KEY is missing",
      "Make one with: openssl rand -hex 32",
    );
  return { clientId };
}

const halfSet = (what: string, hint: string) => new UserError("invalid", `Slack is half set: ${what}.`, hint);
