import type { webApi } from "@slack/bolt";

type Module = typeof import("@slack/bolt");

/** What of Bolt is used. Its default export is one thing to Node and another to bundlers, and is left alone. */
export type Bolt = Pick<Module, "App" | "HTTPReceiver" | "LogLevel" | "SocketModeReceiver" | "webApi">;

/** The loaded library and the client that calls Slack's methods. */
export interface Link {
  readonly bolt: Bolt;
  readonly web: webApi.WebClient;
  /** The workspace that is meant, which methods that are about a whole workspace ask of an organisation's token. */
  readonly team?: string;
  /** Slack shows what the links in replies lead to. */
  readonly unfurls?: boolean | undefined;
}

/** What the app's pages at api.slack.com say of it, and a secret of the operator's own. */
export interface OAuthConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what a browser brings back, so that nobody can install in another's name. */
  readonly stateSecret: string;
}

export interface SlackConfig {
  /** Of the one workspace the app is in. Not set: workspaces install it by OAuth. */
  readonly botToken?: string | undefined;
  readonly oauth?: OAuthConfig | undefined;
  /** Slack shows what the links in replies lead to. */
  readonly unfurls?: boolean | undefined;
  /** Set: events come over Socket Mode. Not set: over HTTP, signed with the signing secret. */
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  /** Where Slack's methods are called, ending in `/api/`. */
  readonly apiUrl?: string | undefined;
  /** Where events are received over HTTP, and where workspaces install the app. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
}
