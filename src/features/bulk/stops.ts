import type { Bus } from "../../ports/bus.ts";

const topic = (operationId: string) => `operation-stop:${operationId}`;

/** Tells every process that an operation is cancelled, so that what runs of it stops at once. */
export const publishStop = (bus: Bus, operationId: string): void =>
  bus.publish(topic(operationId), undefined);

/**
 * A run's signal that aborts on a stop, too, and when `isWanted` denies after stops may have been missed. `end` must be
 * called when the run is over.
 */
export function untilStopped(
  bus: Bus,
  operationId: string,
  signal: AbortSignal,
  isWanted: () => Promise<boolean>,
): { readonly signal: AbortSignal; end(): void } {
  const stop = new AbortController();
  const stopListening = bus.subscribe(topic(operationId), () => stop.abort());
  const stopAsking = bus.onMissed?.(() => {
    // A store that is away as well says nothing; the item's write is refused by it later.
    isWanted().then(
      (wanted) => wanted || stop.abort(),
      () => undefined,
    );
  });
  const end = () => {
    stopListening();
    stopAsking?.();
  };
  return { signal: AbortSignal.any([signal, stop.signal]), end };
}
