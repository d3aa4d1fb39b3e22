import { useSyncExternalStore } from "react";

const TICK_MS = 30_000;
let now = Date.now();

/** The time, anew every half minute: for "5 min" and its like. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);

function subscribe(changed: () => void): () => void {
  const timer = window.setInterval(() => {
    now = Date.now();
    changed();
  }, TICK_MS);
  return () => window.clearInterval(timer);
}
