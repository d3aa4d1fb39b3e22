import { tierOf } from "../judge/slack-judge.ts";

/** Calls a minute by tier: https://docs.slack.dev/apis/web-api/rate-limits */
const A_MINUTE: Readonly<Record<number, number>> = { 1: 1, 2: 20, 3: 50, 4: 100 };
const MINUTE_MS = 60_000;

/** What a workspace takes of each method in a minute. Methods with a limit of their own are not counted here. */
export class Tiers {
  /** Methods that were called more often. */
  readonly violations: string[] = [];
  readonly #now: () => number;
  readonly #called = new Map<string, number[]>();

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Counts a call that arrives now. Answers how many seconds to wait when it is too much. */
  refusal(method: string): number | undefined {
    const most = A_MINUTE[tierOf(method) ?? 0];
    if (most === undefined) return undefined;
    const now = this.#now();
    const recent = (this.#called.get(method) ?? []).filter((at) => at > now - MINUTE_MS);
    this.#called.set(method, recent);
    if (recent.length >= most) {
      this.violations.push(method);
      return Math.ceil(((recent[0] ?? now) + MINUTE_MS - now) / 1_000);
    }
    recent.push(now);
    return undefined;
  }
}
