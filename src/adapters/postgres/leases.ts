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
  return new RowLeases(options);
}

class RowLeases implements Leases {
  readonly #options: LeasesOptions;
  readonly #timings: NonNullable<LeasesOptions["timings"]>;
  readonly #held = new Map<number, Held>();
  #closed = false;
  #callOff: (() => void) | undefined;

  constructor(options: LeasesOptions) {
    this.#options = options;
    this.#timings = options.timings ?? { ttlMs: TTL_MS, beatMs: BEAT_MS, marginMs: MARGIN_MS };
  }

  async tryAcquire(name: string): Promise<Lease | undefined> {
    if (this.#closed) throw new AppError("unavailable", "the leases are closed");
    const confirmed = this.#now();
    const { rows } = await this.#options.database.query(ACQUIRE, [storable(name), this.#timings.ttlMs]);
    const token = Number(rows[0]?.token ?? 0);
    if (token === 0) return undefined;
    const lost = new AbortController();
    this.#held.set(token, { name: storable(name), lost, confirmed });
    this.#plan();
    return { token, lost: lost.signal, release: () => this.#release([token]) };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#callOff?.();
    const tokens = [...this.#held.keys()];
    for (const { lost } of this.#held.values()) lost.abort();
    await this.#release(tokens).catch((error: unknown) =>
      this.#options.logger.warn({ err: error }, "leases were not given back; they end by themselves"),
    );
  }

  async #release(tokens: readonly number[]): Promise<void> {
    const names = tokens.flatMap((token) => this.#held.get(token)?.name ?? []);
    for (const token of tokens) this.#held.delete(token);
    if (names.length > 0) await this.#options.database.query(RELEASE, [tokens, names]);
  }

  #plan(): void {
    this.#callOff ??= this.#options.clock.after(this.#timings.beatMs, () => {
      this.#callOff = undefined;
      if (this.#closed || this.#held.size === 0) return;
      const { ttlMs, marginMs } = this.#timings;
      for (const [token, { confirmed }] of this.#held)
        if (this.#now() - confirmed > ttlMs - marginMs) this.#lose(token);
      void this.#beat();
      this.#plan();
    });
  }

  async #beat(): Promise<void> {
    const sent = this.#now();
    const asked = [...this.#held];
    const [tokens, names] = [asked.map(([token]) => token), asked.map(([, { name }]) => name)];
    try {
      const { rows } = await this.#options.database.query(BEAT, [tokens, this.#timings.ttlMs, names]);
      const kept = new Set(rows.map((row) => Number(row.token)));
      for (const [token, one] of asked) {
        if (kept.has(token)) one.confirmed = sent;
        else this.#lose(token);
      }
    } catch (error) {
      this.#options.logger.warn(
        { err: error, leases: asked.length },
        "leases could not be kept; trying again",
      );
    }
  }

  #lose(token: number): void {
    this.#held.get(token)?.lost.abort();
    this.#held.delete(token);
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }
}
