import type { RateLimitData, RESTOptions, ResponseLike } from "discord.js";
import { createInTurn } from "../../lib/in-turn.ts";
import { Quota } from "../../lib/quota.ts";
import type { Clock } from "../../ports/clock.ts";
import { type RatedRequest, ratedRequest } from "./rated-request.ts";

/** What all requests of a bot may be, where Discord has not agreed on more with it. */
const IN_ALL = { count: 50, withinMs: 1_000 };
/** Discord's clock and the way there differ from one answer to the next. */
const SLACK_MS = 50;
/** Discord counts a request when it arrives. */
const COUNTED_WITHIN_MS = 1_000;
const UPLOAD_WITHIN_MS = 60_000;
const FORGET_OVER = 2_000;

type MakeRequest = RESTOptions["makeRequest"];
type Init = Parameters<MakeRequest>[1];

interface RateGateParts {
  readonly clock: Clock;
  readonly send: MakeRequest;
  /** Rejects what had better not wait. */
  readonly hold: (limited: RateLimitData) => void;
}

/** As far as it is known how much of a bucket is left. */
interface Bucket {
  limit: number;
  left: number;
  /** When it is full again, in milliseconds. */
  until: number;
}

/**
 * Sends nothing that a bucket would refuse (https://docs.discord.com/developers/topics/rate-limits). discord.js reads the
 * same headers, and two things it does not know: an answer that is lost, or tells nothing of its bucket, has counted all
 * the same; and what came while nobody knew the bucket's name goes side by side with what came after.
 */
export function createRateGate({ clock, send, hold }: RateGateParts): MakeRequest {
  const inTurn = createInTurn();
  const inAll = new Quota(IN_ALL);
  const names = new Map<string, string>();
  const buckets = new Map<string, Bucket>();
  const now = () => clock.now().getTime();

  const bucketOf = ({ route, major }: RatedRequest) => buckets.get(`${names.get(route) ?? route} ${major}`);
  const note = ({ route, major }: RatedRequest, told: Bucket & { readonly name: string }) => {
    names.set(route, told.name);
    const key = `${told.name} ${major}`;
    const known = buckets.get(key);
    const same = known !== undefined && known.until > now();
    // What is under way to the same bucket by another route is counted here alone.
    buckets.set(key, { ...told, left: same ? Math.min(known.left, told.left) : told.left });
    if (buckets.size > FORGET_OVER)
      for (const [other, { until }] of buckets) if (until <= now()) buckets.delete(other);
  };
  const gated = async (url: string, init: Init, of: RatedRequest) => {
    init.signal?.throwIfAborted();
    for (let wait = waitMs(bucketOf(of), now()); wait > 0; wait = waitMs(bucketOf(of), now())) {
      hold(limited(url, of, bucketOf(of)?.limit, wait));
      await pause(clock, wait, init.signal);
    }
    for (let wait = inAll.waitMs(now()); wait > 0; wait = inAll.waitMs(now()))
      await pause(clock, Math.min(wait, SLACK_MS), init.signal);
    const bucket = bucketOf(of);
    if (bucket) bucket.left -= 1;
    const counted = counts(inAll, clock);
    try {
      const response = await send(url, forFiles(init));
      const told = toldBy(response, now());
      if (told) note(of, told);
      return response;
    } finally {
      counted();
    }
  };
  return (url, init) => {
    const of = ratedRequest(init.method ?? "GET", url);
    if (!of) return send(url, init);
    return inTurn(`${of.route} ${of.major}`, () => gated(url, init, of));
  };
}

/** An answer that is long in coming was counted long ago. Answers what says that it came. */
function counts(inAll: Quota, clock: Clock): () => void {
  const end = inAll.begin();
  let ended = false;
  const once = () => {
    if (!ended) end(clock.now().getTime());
    ended = true;
  };
  const stop = clock.after(COUNTED_WITHIN_MS, once);
  return () => {
    stop();
    once();
  };
}

/** Files take the time they take. */
const forFiles = (init: Init): Init =>
  init.body instanceof FormData ? { ...init, signal: AbortSignal.timeout(UPLOAD_WITHIN_MS) } : init;

const waitMs = (bucket: Bucket | undefined, now: number): number =>
  bucket === undefined || bucket.left > 0 ? 0 : Math.max(0, bucket.until + SLACK_MS - now);

/** Undefined where the answer does not say. */
function toldBy({ headers }: ResponseLike, now: number): (Bucket & { readonly name: string }) | undefined {
  const name = headers.get("x-ratelimit-bucket");
  const left = headers.get("x-ratelimit-remaining");
  const after = headers.get("x-ratelimit-reset-after");
  if (name === null || left === null || after === null) return undefined;
  const limit = Number(headers.get("x-ratelimit-limit") ?? 1);
  return { name, limit, left: Number(left), until: now + Number(after) * 1_000 };
}

function limited(
  url: string,
  { method, route, major }: RatedRequest,
  limit: number | undefined,
  wait: number,
): RateLimitData {
  return {
    global: false,
    hash: route,
    limit: limit ?? 1,
    majorParameter: major,
    method,
    retryAfter: wait,
    route: route.replace(/^[A-Z]+ /, ""),
    scope: "user",
    sublimitTimeout: 0,
    timeToReset: wait,
    url,
  };
}

/** Rejects when whoever asked waits no more. */
function pause(clock: Clock, ms: number, signal: Init["signal"]): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = clock.after(ms, resolve);
    signal?.addEventListener("abort", () => {
      stop();
      reject(signal.reason);
    });
  });
}
