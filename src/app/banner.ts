import type { Config, StoreConfig } from "./config.ts";

/** What a person sees at start: where to go, and what everything runs on. */
export function banner(
  config: Config,
  address: { readonly host: string; readonly port: number; readonly wsPort: number },
): string {
  const { model, store } = config;
  const rows = [
    ["page", `http://${address.host}:${address.port}`],
    ["websocket", `ws://${address.host}:${address.wsPort}/chat`],
    ["store", storeName(store)],
    ["queue", config.queue.kind === "redis" ? "BullMQ on Redis" : "BullMQ on the same Postgres"],
    [
      "model",
      model.kind === "offline"
        ? "offline engine (set OPENAI_API_KEY for a language model)"
        : model.models.join(", then "),
    ],
    [
      "platforms",
      [
        "web",
        ...(config.discord ? ["Discord"] : []),
        ...(config.slack ? [`Slack (${config.slack.mode})`] : []),
      ].join(", "),
    ],
  ];
  return `\n  Backlot is ready\n\n${rows.map(([name = "", value = ""]) => `  ${name.padEnd(10)} ${value}`).join("\n")}\n\n`;
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
