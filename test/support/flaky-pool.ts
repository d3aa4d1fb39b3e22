import type { PgPool, PgPoolClient, PgResult } from "../../src/adapters/postgres/pg-pool.ts";

/**
 * How a database is away: it `refuses` every statement, lets them `hang` until it is back, or runs them and `loses` what
 * it would answer.
 */
export type Outage = "refuses" | "hangs" | "loses";

export interface FlakyPool {
  readonly pool: PgPool;
  /** Begins an outage. Answers how it ends; counts what it met. */
  begin(outage: Outage): () => { readonly met: number };
}

/** A pool whose every statement meets the outage of the moment. */
export function flakyPool(inner: PgPool): FlakyPool {
  let now: { readonly outage: Outage; readonly over: Promise<void>; met: number } | undefined;

  const run = async (statement: () => Promise<PgResult>): Promise<PgResult> => {
    const meeting = now;
    if (meeting === undefined) return statement();
    meeting.met += 1;
    if (meeting.outage === "hangs") await meeting.over;
    if (meeting.outage === "refuses") throw away();
    const result = await statement();
    if (meeting.outage === "loses") throw away();
    return result;
  };

  const client = (real: PgPoolClient): PgPoolClient =>
    new Proxy(real, {
      get: (target, key) => {
        if (key === "query")
          return (text: string, params?: readonly unknown[]) => run(() => target.query(text, params));
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });

  const pool = new Proxy(inner, {
    get: (target, key) => {
      if (key === "query")
        return (text: string, params?: readonly unknown[]) => run(() => target.query(text, params));
      if (key === "connect") return async () => client(await target.connect());
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

  return {
    pool,
    begin: (outage) => {
      const { promise: over, resolve } = Promise.withResolvers<void>();
      const begun = { outage, over, met: 0 };
      now = begun;
      return () => {
        now = undefined;
        resolve();
        return begun;
      };
    },
  };
}

/** As node-postgres reports a server that is not there. */
const away = () => Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
