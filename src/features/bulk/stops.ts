import type { Bus } from "../../ports/bus.ts";

const topic = (operationId: string) => `operation-stop:${operationId}`;

/** Tells every process that an operation is cancelled, so that what runs of it stops at once. */
export const publishStop = (bus: Bus, operationId: string): void =>
  bus.publish(topic(operationId), undefined);

/** A run's signal that aborts on a stop, too. `end` must be called when the run is over. */
export function untilStopped(
  bus: Bus,
  operationId: string,
  signal: AbortSignal,
): { readonly signal: AbortSignal; end(): void } {
  const stop = new AbortController();
  const end = bus.subscribe(topic(operationId), () => stop.abort());
  return { signal: AbortSignal.any([signal, stop.signal]), end };
}
