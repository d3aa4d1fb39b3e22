import { z } from "zod";
import type { Place } from "../../domain/session.ts";
import type { Bus } from "../../ports/bus.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Hearing } from "../../ports/hearing.ts";
import type { Leases } from "../../ports/leases.ts";

const READ = "read-back";
/** How long to wait when another process reads there. */
const BUSY_RETRY_MS = 500;
const MAX_KNOWN = 10_000;

/** A place that was read back: when that began, in milliseconds. */
const Told = z.object({ key: z.string(), began: z.number() });

interface ReadAloneParts {
  readonly leases: Leases;
  readonly bus: Bus;
  readonly clock: Clock;
}

/** Lets one process at a time read a place back, and the others go without where that one read what they missed, too. */
export function createReadAlone({ leases, bus, clock }: ReadAloneParts): NonNullable<Hearing["alone"]> {
  const done = new Map<string, number>();
  bus.subscribe(READ, (payload) => {
    const { data } = Told.safeParse(payload);
    if (!data) return;
    done.delete(data.key);
    done.set(data.key, data.began);
    const [oldest] = done.keys();
    if (done.size > MAX_KNOWN && oldest !== undefined) done.delete(oldest);
  });
  const now = () => clock.now().getTime();
  return async (place, since, read) => {
    const key = keyOf(place);
    const isDone = () => (done.get(key) ?? Number.NEGATIVE_INFINITY) >= since.getTime();
    while (!isDone()) {
      const lease = await leases.tryAcquire(`read-back:${key}`);
      if (!lease) {
        await new Promise<void>((resolve) => clock.after(BUSY_RETRY_MS, resolve));
        continue;
      }
      try {
        const began = now();
        await read();
        bus.publish(READ, { key, began });
        return;
      } finally {
        await lease.release().catch(() => undefined);
      }
    }
  };
}

const keyOf = ({ platform, workspace, channel, thread }: Place): string =>
  [platform, workspace, channel, thread ?? ""].join(" ");
