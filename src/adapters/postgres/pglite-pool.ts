import { EventEmitter } from "node:events";
import { AppError } from "../../domain/errors.ts";
import type { PgPool, PgPoolClient, PgResult } from "./pg-pool.ts";
import type { Lane, PgliteGate } from "./pglite-gate.ts";
import type { PgliteWire } from "./pglite-wire.ts";

/** A transaction that waits this long for something else while others wait for it is rolled back: it may wait for them. */
const IDLE_IN_TRANSACTION_MS = 10_000;

/** BullMQ's LISTEN statements begin with comments, so the keyword is looked for, not the start. */
const LISTEN = /^\s*listen\s+"?(\w+)"?/gim;

interface PgNotification {
  readonly channel: string;
  readonly payload: string;
}

export interface PglitePoolOptions {
  readonly gate: PgliteGate;
  readonly wire: PgliteWire;
  readonly lane: Lane;
  readonly searchPath: string;
  /** Calls back for every NOTIFY the connection hears; answers how to stop. */
  readonly onNotification: (listener: (channel: string, payload: string) => void) => () => void;
  readonly idleInTransactionMs?: number;
}

/**
 * A structural pg.Pool over one PGlite connection. Any number of clients may be out at once: each takes the gate per
 * statement, or for as long as its transaction is open.
 */
export class PglitePool extends EventEmitter implements PgPool {
  /** BullMQ reads it: with keepAlive a worker trusts LISTEN and need not look for work by itself. */
  readonly options = { keepAlive: true };
  readonly #options: PglitePoolOptions;

  constructor(options: PglitePoolOptions) {
    super();
    this.setMaxListeners(0);
    this.#options = options;
  }

  /** One statement of its own. A transaction needs a client: one left open here is rolled back and refused. */
  async query(text: string, params?: readonly unknown[]): Promise<PgResult> {
    const { gate, wire, lane, searchPath } = this.#options;
    const leave = await gate.enter(lane);
    try {
      await gate.breathe();
      const result = await wire.query(searchPath, text, params);
      if (wire.inTransaction)
        throw new AppError("internal", "A transaction needs a client: call connect() first.");
      return result;
    } finally {
      if (wire.inTransaction) await wire.query(searchPath, "ROLLBACK");
      leave();
    }
  }

  async connect(): Promise<PgPoolClient> {
    return new PgliteClient(this.#options);
  }

  /** The connection belongs to the Database, which closes it. */
  async end(): Promise<void> {
    this.removeAllListeners();
  }
}

/** Made once: a client is released after every statement, and an error's stack costs more than a small statement. */
const RELEASED = new AppError("internal", "This client was released.");

class PgliteClient extends EventEmitter implements PgPoolClient {
  readonly #options: PglitePoolOptions;
  readonly #channels = new Set<string>();
  readonly #missed = new Map<string, PgNotification>();
  #line: Promise<unknown> = Promise.resolve();
  #leave: (() => void) | undefined;
  #idle: NodeJS.Timeout | undefined;
  #stopHearing: (() => void) | undefined;
  #over: AppError | undefined;

  constructor(options: PglitePoolOptions) {
    super();
    this.#options = options;
  }

  query(text: string, params?: readonly unknown[]): Promise<PgResult> {
    const answer = this.#line.then(() => this.#run(text, params));
    this.#line = answer.catch(() => undefined);
    return answer;
  }

  release(): void {
    this.#line = this.#line.then(() => this.#end(RELEASED));
  }

  async #run(text: string, params?: readonly unknown[]): Promise<PgResult> {
    if (this.#over !== undefined) throw this.#over;
    const { gate, wire, lane, searchPath } = this.#options;
    const leave = this.#leave ?? (await gate.enter(lane));
    clearTimeout(this.#idle);
    this.#idle = undefined;
    try {
      await gate.breathe();
      const result = await wire.query(searchPath, text, params);
      // A text with values is one statement.
      if (params === undefined || result.command === "LISTEN")
        for (const [, channel] of text.matchAll(LISTEN)) this.#listen(channel ?? "");
      return result;
    } finally {
      if (wire.inTransaction) {
        this.#leave = leave;
        this.#watchIdle();
      } else {
        this.#leave = undefined;
        leave();
      }
    }
  }

  #watchIdle(): void {
    const timer = setTimeout(() => {
      if (!this.#options.gate.contended) return this.#watchIdle();
      const error = new AppError(
        "internal",
        "A transaction stood idle while others waited and was rolled back.",
      );
      this.#line = this.#line.then(() => (this.#idle === timer ? this.#end(error) : undefined));
    }, this.#options.idleInTransactionMs ?? IDLE_IN_TRANSACTION_MS).unref();
    this.#idle = timer;
  }

  async #end(reason: AppError): Promise<void> {
    this.#over ??= reason;
    this.#stopHearing?.();
    clearTimeout(this.#idle);
    if (this.#leave === undefined) return;
    try {
      await this.#options.wire.query(this.#options.searchPath, "ROLLBACK");
    } finally {
      this.#leave();
      this.#leave = undefined;
    }
  }

  #listen(channel: string): void {
    if (this.#channels.size === 0)
      this.on("newListener", (event) => {
        if (event === "notification") queueMicrotask(() => this.#catchUp());
      });
    this.#channels.add(channel);
    this.#stopHearing ??= this.#options.onNotification((heard, payload) => {
      if (!this.#channels.has(heard)) return;
      const notification = { channel: heard, payload };
      if (this.listenerCount("notification") > 0) this.emit("notification", notification);
      else this.#missed.set(`${heard} ${payload}`, notification);
    });
  }

  /** BullMQ looks for news first and listens after: what was said in between is told to the next listener. */
  #catchUp(): void {
    const missed = [...this.#missed.values()];
    this.#missed.clear();
    for (const notification of missed) this.emit("notification", notification);
  }
}
