import { backoffMs } from "./backoff.ts";

interface Waiting {
  readonly clock: { after(ms: number, callback: () => void): unknown };
  readonly logger: { warn(data: object, message: string): void };
  readonly stopped: () => boolean;
}

/** Asks until there is an answer, since nothing can be done without it. Undefined when all has stopped meanwhile. */
export async function untilKnown<T>(
  ask: () => Promise<T>,
  { clock, logger, stopped }: Waiting,
): Promise<T | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (stopped()) return undefined;
      logger.warn({ err: error, tries }, "what was missed is not known yet");
      await new Promise<void>((resolve) => void clock.after(backoffMs(tries), resolve));
    }
  }
}
