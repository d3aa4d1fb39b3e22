import type { Place } from "../../domain/session.ts";
import { isAfter } from "../../lib/watermarks.ts";

/** A channel that was not listened to for some time. */
export interface Gap {
  readonly home: Place;
  /** What came up to this time was heard. */
  readonly since: string;
  /** Threads with how far they were heard. */
  readonly threads: ReadonlyMap<string, string>;
  /** Nobody has called Backlot there yet: who does now is heard, out of one page. */
  readonly strange?: boolean;
}

/** What is missing of one channel, where either is. */
export function joinedGap(one: Gap, other: Gap): Gap {
  const threads = new Map(one.threads);
  for (const [ts, last] of other.threads) threads.set(ts, earlier(threads.get(ts) ?? last, last));
  return {
    home: one.home,
    since: earlier(one.since, other.since),
    threads,
    ...(one.strange && other.strange ? { strange: true } : {}),
  };
}

const earlier = (a: string, b: string) => (isAfter(a, b) ? b : a);
