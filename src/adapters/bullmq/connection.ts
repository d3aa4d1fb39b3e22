import type { BackendFactory, IQueueBackend, PgPool } from "bullmq";

/** Where BullMQ keeps its jobs; everything below this line is the same code for both. */
export interface Connection {
  readonly provider: "redis" | "postgres";
  readonly name: string;
  readonly connection: unknown;
  readonly factory: BackendFactory<IQueueBackend, unknown>;
  /** Given on Postgres, for what takes a statement a job through BullMQ. */
  readonly pool?: PostgresPool;
  /** Other processes write to it, too. */
  readonly shared: boolean;
  close(): Promise<void>;
  /** Lets go without asking the other side. */
  abandon(): void;
}

/** How patient the queue is. The defaults suit a product; tests shorten them. */
export interface QueueTimings {
  /** First back-off; it doubles with each try and half of it is random. */
  readonly backoffMs: number;
  /** A job whose worker has not renewed its lock for this long is taken from it. */
  readonly lockMs: number;
  /** How often workers look for such jobs. Two looks are needed, so recovery takes up to `lockMs + 2 × stalledMs`. */
  readonly stalledMs: number;
}

/** The part of a pg.Pool that BullMQ uses: a real one, or one over PGlite. */
export type PostgresPool = PgPool;
