import { createMemoryBus } from "../adapters/memory/bus.ts";
import { createMemoryLeases } from "../adapters/memory/leases.ts";
import { openPostgresBus } from "../adapters/postgres/bus.ts";
import { createPostgresLeases } from "../adapters/postgres/leases.ts";
import type { Clock } from "../ports/clock.ts";
import type { Logger } from "../ports/logger.ts";
import type { ProductParts } from "./product-parts.ts";
import type { Storage } from "./storage.ts";

/**
 * How the parts of the program reach one another: among processes where the database is a server's, else within this
 * one. Where that fails the storage is closed.
 */
export async function openLines(
  storage: Storage,
  clock: Clock,
  logger: Logger,
): Promise<Pick<ProductParts, "bus" | "leases"> & { readonly shared: boolean }> {
  const local = createMemoryBus((error, topic) => logger.error({ err: error, topic }, "a listener failed"));
  const { server } = storage;
  if (!server) return { bus: local, leases: createMemoryLeases(), shared: false };
  const { store: database, listen } = server;
  const bus = openPostgresBus({ local, database, listen, logger });
  bus.catch(() => storage.close());
  return {
    bus: await bus,
    leases: createPostgresLeases({ database, clock, logger }),
    shared: true,
  };
}
