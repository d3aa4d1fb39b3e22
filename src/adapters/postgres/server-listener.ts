import type { Client } from "pg";
import { backoffMs } from "../../lib/backoff.ts";
import type { Logger } from "../../ports/logger.ts";

/** Who listens to a channel. */
export interface Ear {
  /** Called with every payload of the channel, of this process too. */
  heard(payload: string): void;
  /** The connection was away for a while: some may not have been heard. Called when it listens again. */
  missed(): void;
}

/** Listens until what it answers is called. Rejects when it cannot begin; a connection that breaks later is made anew. */
export type Listen = (channel: string, ear: Ear) => Promise<() => Promise<void>>;

/** A silent connection is asked this often whether it is still there. */
const ASK_EVERY_MS = 15_000;
const ANSWER_WITHIN_MS = 5_000;

/** Each listening takes a connection of its own, which `connect` makes. */
export function serverListener(connect: () => Client, logger: Logger): Listen {
  return async (channel, ear) => {
    const listener = new Listener(connect, `LISTEN "${channel.replaceAll('"', '""')}"`, ear, logger);
    await listener.open();
    return () => listener.close();
  };
}

class Listener {
  readonly #connect: () => Client;
  readonly #sql: string;
  readonly #ear: Ear;
  readonly #logger: Logger;
  #client: Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  constructor(connect: () => Client, sql: string, ear: Ear, logger: Logger) {
    this.#connect = connect;
    this.#sql = sql;
    this.#ear = ear;
    this.#logger = logger;
  }

  async open(): Promise<void> {
    const client = this.#connect();
    client.on("error", (error) => this.#lost(client, error));
    client.on("end", () => this.#lost(client, undefined));
    client.on("notification", ({ payload = "" }) => this.#ear.heard(payload));
    try {
      await client.connect();
      await client.query(this.#sql);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    if (this.#closed) return client.end();
    this.#client = client;
    this.#failures = 0;
    this.#ask(client);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** A line that was cut without a word would otherwise be silent for ever. */
  #ask(client: Client): void {
    this.#timer = setTimeout(() => {
      const late = setTimeout(() => this.#lost(client, new Error("no answer")), ANSWER_WITHIN_MS).unref();
      client
        .query("SELECT 1")
        .then(
          () => this.#client === client && this.#ask(client),
          (error: Error) => this.#lost(client, error),
        )
        .finally(() => clearTimeout(late));
    }, ASK_EVERY_MS).unref();
  }

  #lost(client: Client, error: Error | undefined): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    clearTimeout(this.#timer);
    this.#logger.warn({ err: error }, "the database's news do not arrive; connecting again");
    client.end().catch(() => undefined);
    this.#again();
  }

  #again(): void {
    this.#failures += 1;
    this.#timer = setTimeout(() => {
      this.open().then(
        () => this.#ear.missed(),
        () => {
          if (!this.#closed) this.#again();
        },
      );
    }, backoffMs(this.#failures)).unref();
  }
}
