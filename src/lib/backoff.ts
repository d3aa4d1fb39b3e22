const BASE_MS = 250;
const CAP_MS = 30_000;

/** Exponential wait in milliseconds before try `attempt + 1`; `jitter` in [0, 1) spreads callers over the upper half. */
export function backoffMs(attempt: number, jitter = 0): number {
  const full = Math.min(CAP_MS, BASE_MS * 2 ** Math.max(0, attempt - 1));
  return Math.round(full / 2 + (full / 2) * (1 - jitter));
}
