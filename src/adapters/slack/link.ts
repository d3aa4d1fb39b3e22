import type { webApi } from "@slack/bolt";

export type Bolt = typeof import("@slack/bolt");

/** The loaded library and the client that calls Slack's methods. */
export interface Link {
  readonly bolt: Bolt;
  readonly web: webApi.WebClient;
}

export interface SlackConfig {
  readonly botToken: string;
  /** Set: events come over Socket Mode. Not set: over HTTP, signed with the signing secret. */
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  /** Where Slack's methods are called, ending in `/api/`. */
  readonly apiUrl?: string | undefined;
  /** Where events are received over HTTP. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
}
