import type { Bus } from "../../ports/bus.ts";

const topic = (operationId: string) => `operation-ended:${operationId}`;

/** Tells every process that an operation has ended and that its end is shown. */
export const publishEnded = (bus: Bus, operationId: string): void =>
  bus.publish(topic(operationId), undefined);

/** Calls back when an operation has ended, wherever its last item was made. Answers how to stop. */
export const onEnded = (bus: Bus, operationId: string, listener: () => void): (() => void) =>
  bus.subscribe(topic(operationId), listener);
