import type { EventEmitter } from "node:events";
import type { ClientBase, Notification } from "pg";

/**
 * BullMQ looks for news first and listens after. What a connection is told in between, while nobody listens, it keeps for
 * the next listener; otherwise that one would wait until the next news.
 */
export function remembering(client: ClientBase): void {
  const events: EventEmitter = client;
  const missed = new Map<string, Notification>();
  const keep = (news: Notification) => {
    if (client.listenerCount("notification") === 1) missed.set(`${news.channel} ${news.payload}`, news);
  };
  client.on("notification", keep);
  events.on("newListener", (event) => {
    if (event !== "notification" || missed.size === 0) return;
    queueMicrotask(() => {
      const news = [...missed.values()];
      missed.clear();
      for (const one of news) client.emit("notification", one);
    });
  });
}
