import type { Features } from "../features/features.ts";
import type { ProductParts } from "./product-parts.ts";

const LEASE = "work-left-undone";
const LOOK_EVERY_MS = 20_000;

/** Takes up what the last process left undone, for the only one there is. */
export async function takeUpAll({ bulk, orchestration }: Features): Promise<void> {
  await bulk.recover();
  await orchestration.recover();
}

/**
 * Takes up what a process that died left undone, while others work: one of them looks, now and then. What runs keeps its
 * jobs; only when the queue has none left is work that has not ended queued again.
 */
export function createTidying(
  { storage, leases, clock, logger }: ProductParts,
  { bulk, orchestration }: Features,
): { start(): Promise<void>; stop(): void } {
  let callOff = () => {};
  let stopped = false;
  const look = async () => {
    const lease = await leases.tryAcquire(LEASE);
    if (!lease) return;
    try {
      const { waiting, active, delayed } = await storage.queue.counts();
      await bulk.recover(waiting + active + delayed === 0);
      await orchestration.recover();
    } finally {
      await lease.release();
    }
  };
  const lookNowAndThen = async () => {
    await look().catch((error: unknown) =>
      logger.warn({ err: error }, "work left undone could not be looked for; trying again"),
    );
    if (!stopped) callOff = clock.after(LOOK_EVERY_MS, () => void lookNowAndThen());
  };
  return {
    start: lookNowAndThen,
    stop: () => {
      stopped = true;
      callOff();
    },
  };
}
