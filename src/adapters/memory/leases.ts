import { AppError } from "../../domain/errors.ts";
import type { Lease, Leases } from "../../ports/leases.ts";

/** Leases within one process. They end by release or close alone: a holder that dies takes the whole process with it. */
export function createMemoryLeases(): Leases {
  const held = new Map<string, AbortController>();
  let lastToken = 0;
  let closed = false;
  return {
    tryAcquire: async (name): Promise<Lease | undefined> => {
      if (closed) throw new AppError("unavailable", "the leases are closed");
      if (held.has(name)) return undefined;
      const holder = new AbortController();
      held.set(name, holder);
      lastToken += 1;
      return {
        token: lastToken,
        lost: holder.signal,
        release: async () => {
          if (held.get(name) === holder) held.delete(name);
        },
      };
    },
    close: async () => {
      closed = true;
      for (const holder of held.values()) holder.abort();
      held.clear();
    },
  };
}
