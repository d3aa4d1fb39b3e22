import type { EventEmitter } from "node:events";

/** What a statement answers, in the shape node-postgres gives it. */
export interface PgResult {
  readonly command: "UPDATE" | "DELETE" | "INSERT" | "SELECT" | "MERGE" | "COMMIT" | "ROLLBACK" | "LISTEN";
  readonly rowCount: number;
  // biome-ignore lint/suspicious/noExplicitAny: a row has the shape its statement selects; both consumers type it themselves.
  readonly rows: any[];
}

/** The part of a pg.PoolClient that Kysely and BullMQ use. A released client ends its open transaction. */
export interface PgPoolClient extends EventEmitter {
  query(text: string, params?: readonly unknown[]): Promise<PgResult>;
  release(destroy?: boolean): void;
}

/** The part of a pg.Pool that Kysely and BullMQ use; a real pg.Pool fits as well. */
export interface PgPool extends EventEmitter {
  readonly options: object;
  query(text: string, params?: readonly unknown[]): Promise<PgResult>;
  connect(): Promise<PgPoolClient>;
  end(): Promise<void>;
}
