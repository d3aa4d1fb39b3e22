import { afterAll, beforeAll, describe } from "vitest";
import { basicAspect } from "./queue.basic.suite.ts";
import { cancelAspect } from "./queue.cancel.suite.ts";
import { failedAspect } from "./queue.failed.suite.ts";
import { fairnessAspect } from "./queue.fairness.suite.ts";
import type { QueueProvider } from "./queue.lab.ts";
import { limitsAspect } from "./queue.limits.suite.ts";
import { processesAspect } from "./queue.processes.suite.ts";
import { recoveryAspect } from "./queue.recovery.suite.ts";
import { retryAspect } from "./queue.retry.suite.ts";

/** The rules of `ports/queue.ts`, for any provider. What one cannot be held to is skipped with the reason given. */
export function queueSuite(
  name: string,
  open: () => Promise<QueueProvider>,
  skips: { readonly processes?: string } = {},
): void {
  withProvider(name, open, (provider) => {
    basicAspect(provider);
    retryAspect(provider);
    cancelAspect(provider);
    failedAspect(provider);
    limitsAspect(provider);
    processesAspect(provider, skips.processes);
  });
}

/** Whose turn it is among thousands of jobs, and what a killed process leaves: the parts of the contract that take long to see. */
export function queueLongSuite(name: string, open: () => Promise<QueueProvider>): void {
  withProvider(name, open, (provider) => {
    fairnessAspect(provider);
    recoveryAspect(provider);
  });
}

function withProvider(
  name: string,
  open: () => Promise<QueueProvider>,
  aspects: (provider: () => QueueProvider) => void,
): void {
  describe(name, () => {
    let opened: QueueProvider;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.dispose());
    aspects(() => opened);
  });
}
