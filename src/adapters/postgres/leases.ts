import { AppError } from "../../domain/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Lease, Leases } from "../../ports/leases.ts";
import type { Logger } from "../../ports/logger.ts";
import type { PgPool } from "./pg-pool.ts";
import { storable } from "./storable.ts";

/** Who was not heard of for so long has died. */
const TTL_MS = 10_000;
const BEAT_MS = 2_500;
/** A holder that could not say that it lives lets go so much earlier than others may take it. */
const MARGIN_MS = 2_000;

const ACQUIRE = `
  INSERT INTO backlot.leases AS l (name, token, until)
    VALUES ($1, nextval('backlot.lease_tokens'), clock_timestamp() + $2::float8 * interval '1 millisecond')
  ON CONFLICT (name) DO UPDATE SET token = nextval('backlot.lease_tokens'), until = excluded.until
    WHERE l.until < clock_timestamp()
  RETURNING token`;
const BEAT = `
  UPDATE backlot.leases SET until = clock_timestamp() + $2::float8 * interval '1 millisecond'
    WHERE token = ANY($1::bigint[]) AND name = ANY($3::text[]) RETURNING token`;
const RELEASE = "DELETE FROM backlot.leases WHERE token = ANY($1::bigint[]) AND name = ANY($2::text[])";

export interface LeasesOptions {
  readonly database: Pick<PgPool, "query">;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timings?: { readonly ttlMs: number; readonly beatMs: number; readonly marginMs: number };
}

interface Held {
  readonly name: string;
  readonly lost: AbortController;
  /** When what the server last confirmed was sent, in milliseconds. */
  confirmed: number;
}

/**
 * Leases as rows with a time to live, which their holders push back as long as they live. All time is the server's; a
 * holder's own clock only measures how long it has not been heard.
 */
export function createPostgresLeases(options: LeasesOptions): Leases {
  const { database, clock, logger } = options;
  const { ttlMs, beatMs, marginMs } = options.timings ?? {
    ttlMs: TTL_MS,
    beatMs: BEAT_MS,
    marginMs: MARGIN_MS,
  };
  const held = new Map<number, Held>();
  let closed = false;
  let callOff: (() => void) | undefined;
  const now = () => clock.now().getTime();

  const lose = (token: number) => {
    held.get(token)?.lost.abort();
    held.delete(token);
  };
  const release = async (tokens: readonly number[]) => {
    const names = tokens.flatMap((token) => held.get(token)?.name ?? []);
    for (const token of tokens) held.delete(token);
    if (names.length > 0) await database.query(RELEASE, [tokens, names]);
  };
  const beat = async () => {
    const sent = now();
    const asked = [...held];
    try {
      const params = [asked.map(([token]) => token), ttlMs, asked.map(([, { name }]) => name)];
      const { rows } = await database.query(BEAT, params);
      const kept = new Set(rows.map((row) => Number(row.token)));
      for (const [token, one] of asked) {
        if (kept.has(token)) one.confirmed = sent;
        else lose(token);
      }
    } catch (error) {
      logger.warn({ err: error, leases: asked.length }, "leases could not be kept; trying again");
    }
  };
  const keep = () => {
    callOff = undefined;
    if (closed || held.size === 0) return;
    for (const [token, { confirmed }] of held) if (now() - confirmed > ttlMs - marginMs) lose(token);
    void beat();
    plan();
  };
  const plan = () => {
    callOff ??= clock.after(beatMs, keep);
  };

  return {
    tryAcquire: async (name): Promise<Lease | undefined> => {
      if (closed) throw new AppError("unavailable", "the leases are closed");
      const confirmed = now();
      const { rows } = await database.query(ACQUIRE, [storable(name), ttlMs]);
      const token = Number(rows[0]?.token ?? 0);
      if (token === 0) return undefined;
      const lost = new AbortController();
      held.set(token, { name: storable(name), lost, confirmed });
      plan();
      return { token, lost: lost.signal, release: () => release([token]) };
    },
    close: async () => {
      closed = true;
      callOff?.();
      const tokens = [...held.keys()];
      for (const { lost } of held.values()) lost.abort();
      await release(tokens).catch((error: unknown) =>
        logger.warn({ err: error }, "leases were not given back; they end by themselves"),
      );
    },
  };
}
