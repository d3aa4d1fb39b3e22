import type { Config, StoreConfig } from "./config.ts";

interface Address {
  readonly host: string;
  readonly port: number;
  readonly wsPort: number;
}

/** What a person sees at start: where to go, and what everything runs on. A worker has no address. */
export function banner(
  config: Config,
  address: Address | undefined,
  invitations: readonly (readonly [platform: string, url: string])[] = [],
): string {
  const { model, store } = config;
  const rows = [
    ...(address
      ? [
          ["page", `http://${address.host}:${address.port}`],
          ["websocket", `ws://${address.host}:${address.wsPort}/chat`],
        ]
      : [["work", `${config.bulk.concurrency} jobs of bulk work at a time, for bots that run elsewhere`]]),
    ["store", storeName(store)],
    ["queue", config.queue.kind === "redis" ? "BullMQ on Redis" : "BullMQ on the same Postgres"],
    [
      "model",
      model.kind === "offline"
        ? "offline engine (set OPENAI_API_KEY for a language model)"
        : model.models.join(", then "),
    ],
    ...(address ? [["platforms", platformNames(config)]] : []),
    ...invitations.map(([platform, url]) => [`to ${platform}`, url]),
  ];
  return `\n  Backlot is ready\n\n${rows.map(([name = "", value = ""]) => `  ${name.padEnd(10)} ${value}`).join("\n")}\n\n`;
}

function platformNames({ discord, slack }: Config): string {
  return ["web", ...(discord ? ["Discord"] : []), ...(slack ? [`Slack (${slack.mode})`] : [])].join(", ");
}

function storeName(store: StoreConfig): string {
  switch (store.kind) {
    case "folder":
      return `embedded Postgres in ${store.dataDir}`;
    case "server":
      return `Postgres at ${store.address}`;
    case "memory":
      return "in memory";
  }
}
