/** Setting one and taking it away are counted together. */
const REACTION = "/reactions/:reaction";

/** A request as Discord counts it. */
export interface RatedRequest {
  readonly method: string;
  /** `POST /channels/:id/messages`: what is counted together, wherever it is. */
  readonly route: string;
  /** The channel, guild or webhook that has buckets of its own; "" where there is none. */
  readonly major: string;
}

/** Undefined for answers to interactions, which nothing limits (https://docs.discord.com/developers/interactions/receiving-and-responding). */
export function ratedRequest(method: string, url: string): RatedRequest | undefined {
  const path = url.replace(/^[^?#]*?\/v\d+\//, "/").replace(/[?#].*$/, "");
  if (path.startsWith("/interactions/")) return undefined;
  const [major = ""] = /^\/(?:(?:channels|guilds)\/\d+|webhooks\/\d+\/[^/]+)/.exec(path) ?? [];
  const route = path
    .replace(/^(\/webhooks\/\d+)\/[^/]+/, "$1/:token")
    .replace(/\/reactions\/.*/, REACTION)
    .replace(/\d{15,}/g, ":id");
  return { method, route: `${route.endsWith(REACTION) ? "" : `${method} `}${route}`, major };
}
