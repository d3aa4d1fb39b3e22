interface Told {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Bucket {
  readonly limit: number;
  readonly perMs: number;
}

/**
 * Discord's rate limits, as https://docs.discord.com/developers/topics/rate-limits says: 50 requests a second in all,
 * answers to interactions not counted, and a bucket a route and channel whose size is told by headers.
 */
export class Rates {
  /** Who was refused: the route, or "global". */
  readonly violations: string[] = [];
  readonly #buckets: readonly (readonly [RegExp, Bucket])[];
  readonly #now: () => number;
  readonly #used = new Map<string, { left: number; until: number }>();
  readonly #global: Bucket;

  constructor(
    buckets: readonly (readonly [RegExp, Bucket])[],
    { global = { limit: 50, perMs: 1_000 }, now = () => performance.now() } = {},
  ) {
    this.#buckets = buckets;
    this.#global = global;
    this.#now = now;
  }

  /** Counts a request, `POST /channels/1/messages`. Answers its headers, or with `status` what refuses it. */
  take(request: string): Told {
    if (!/ \/(interactions|webhooks)\//.test(request) && this.#use("global", this.#global).refused) {
      this.violations.push("global");
      return limited(this.#use("global", this.#global).afterMs, { "x-ratelimit-global": "true" }, "global");
    }
    const [pattern, bucket] = this.#buckets.find(([one]) => one.test(request)) ?? [];
    if (!pattern || !bucket) return {};
    const major = / \/(?:channels|guilds|webhooks)\/\d+/.exec(request)?.[0] ?? "";
    const { left, afterMs, refused } = this.#use(`${pattern}${major}`, bucket);
    const headers = {
      "x-ratelimit-limit": String(bucket.limit),
      "x-ratelimit-remaining": String(left),
      "x-ratelimit-reset": String((Date.now() + afterMs) / 1_000),
      "x-ratelimit-reset-after": String(afterMs / 1_000),
      "x-ratelimit-bucket": String(pattern).replace(/\W/g, ""),
    };
    if (refused) this.violations.push(request);
    return refused ? limited(afterMs, headers, "user") : { headers };
  }

  #use(key: string, { limit, perMs }: Bucket) {
    const now = this.#now();
    const known = this.#used.get(key);
    const used = known && known.until > now ? known : { left: limit, until: now + perMs };
    this.#used.set(key, used);
    const refused = used.left === 0;
    if (!refused) used.left -= 1;
    return { left: used.left, afterMs: used.until - now, refused };
  }
}

const limited = (afterMs: number, headers: Record<string, string>, scope: "global" | "user"): Told => {
  const seconds = afterMs / 1_000;
  return {
    status: 429,
    headers: { ...headers, "retry-after": String(seconds), "x-ratelimit-scope": scope },
    body: { message: "You are being rate limited.", retry_after: seconds, global: scope === "global" },
  };
};
