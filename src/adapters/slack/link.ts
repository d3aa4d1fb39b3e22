import type { webApi } from "@slack/bolt";

type Module = typeof import("@slack/bolt");

/** What of Bolt is used. Its default export is one thing to Node and another to bundlers, and is left alone. */
export type Bolt = Pick<Module, "App" | "HTTPReceiver" | "LogLevel" | "SocketModeReceiver" | "webApi">;

/** The loaded library and the client that calls Slack's methods. */
export interface Link {
  readonly bolt: Bolt;
  readonly web: webApi.WebClient;
  /** Slack shows what the links in replies lead to. */
  readonly unfurls?: boolean | undefined;
}

export interface SlackConfig {
  readonly botToken: string;
  /** Slack shows what the links in replies lead to. */
  readonly unfurls?: boolean | undefined;
  /** Set: events come over Socket Mode. Not set: over HTTP, signed with the signing secret. */
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  /** Where Slack's methods are called, ending in `/api/`. */
  readonly apiUrl?: string | undefined;
  /** Where events are received over HTTP. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
}
