interface Told {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Bucket {
  readonly limit: number;
  readonly perMs: number;
}

type Buckets = readonly (readonly [RegExp, Bucket])[];

/** The global limit is documented: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const GLOBAL: Bucket = { limit: 50, perMs: 1_000 };
/** https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const INVALID: Bucket = { limit: 10_000, perMs: 600_000 };

/** Discord documents no sizes, and tells them by headers; these are common ones. */
const USUAL: Buckets = [
  [/^POST \/channels\/\d+\/messages$/, { limit: 5, perMs: 5_000 }],
  [/^PATCH \/channels\/\d+\/messages\/\d+$/, { limit: 5, perMs: 5_000 }],
  [/^DELETE \/channels\/\d+\/messages\/\d+$/, { limit: 5, perMs: 1_000 }],
  [/^GET \/channels\/\d+\/messages$/, { limit: 5, perMs: 1_000 }],
  [/^(?:PUT|DELETE) \/channels\/\d+\/messages\/\d+\/reactions\//, { limit: 1, perMs: 250 }],
  [/^POST \/channels\/\d+\/typing$/, { limit: 5, perMs: 5_000 }],
  [/^(?:POST|PATCH) \/webhooks\/\d+\/[^/]+/, { limit: 5, perMs: 2_000 }],
];

interface Options {
  /** Of all routes together; answers to interactions are not counted. */
  readonly global?: Bucket;
  readonly invalid?: Bucket;
  readonly now?: () => number;
}

/**
 * Discord's rate limits, as https://docs.discord.com/developers/topics/rate-limits says: 50 requests a second in all,
 * answers to interactions not counted, a bucket a route and channel whose size is told by headers, and 10,000 invalid
 * requests in ten minutes.
 */
export class Rates {
  /** Who was refused: the route, "global" or "invalid requests". */
  readonly violations: string[] = [];
  /** Requests that met 401, 403 or 429, in all. */
  invalid = 0;
  readonly #buckets: Buckets;
  readonly #now: () => number;
  readonly #used = new Map<string, { left: number; until: number }>();
  readonly #global: Bucket;
  readonly #invalid: Bucket;
  #bannedUntil = Number.NEGATIVE_INFINITY;

  constructor(
    buckets: Buckets,
    { global = GLOBAL, invalid = INVALID, now = () => performance.now() }: Options = {},
  ) {
    this.#buckets = buckets;
    this.#global = global;
    this.#invalid = invalid;
    this.#now = now;
  }

  /** Buckets of common sizes, full again so many times as fast as Discord's: tests that post much need not wait as long. */
  static usual(times = 1): Rates {
    return new Rates(USUAL.map(([route, { limit, perMs }]) => [route, { limit, perMs: perMs / times }]));
  }

  /** Counts a request, `POST /channels/1/messages`. Answers its headers, or with `status` what refuses it. */
  take(request: string): Told {
    const bannedMs = this.#bannedUntil - this.#now();
    if (bannedMs > 0) {
      this.violations.push("invalid requests");
      return banned(bannedMs);
    }
    if (!/ \/(interactions|webhooks)\//.test(request) && this.#use("global", this.#global).refused) {
      this.violations.push("global");
      return limited(this.#use("global", this.#global).afterMs, { "x-ratelimit-global": "true" }, "global");
    }
    const [pattern, bucket] = this.#buckets.find(([one]) => one.test(request)) ?? [];
    if (!pattern || !bucket) return {};
    const major = / \/(?:(?:channels|guilds)\/\d+|webhooks\/\d+\/[^/]+)/.exec(request)?.[0] ?? "";
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

  /** Takes note of an answer: whoever is refused too often is shut out for a while. 429 of a shared limit is not counted. */
  answered(status: number, headers: Readonly<Record<string, string>> | undefined): void {
    const shared = headers?.["x-ratelimit-scope"] === "shared";
    if ((status !== 401 && status !== 403 && status !== 429) || shared) return;
    this.invalid += 1;
    const { left, afterMs } = this.#use("invalid", this.#invalid);
    if (left === 0) this.#bannedUntil = this.#now() + afterMs;
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

/** It comes from before the API, and tells of no bucket. */
const banned = (afterMs: number): Told => ({
  status: 429,
  headers: { "retry-after": String(Math.ceil(afterMs / 1_000)) },
  body: { message: "You are being blocked from accessing our API temporarily.", code: 0 },
});
