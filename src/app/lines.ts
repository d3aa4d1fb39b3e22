import { createMemoryBus } from "../adapters/memory/bus.ts";
import { createMemoryLeases } from "../adapters/memory/leases.ts";
import { openPostgresBus } from "../adapters/postgres/bus.ts";
import { createPostgresLeases } from "../adapters/postgres/leases.ts";
import type { Clock } from "../ports/clock.ts";
import type { Logger } from "../ports/logger.ts";
import type { ProductParts } from "./product-parts.ts";
import type { Storage } from "./storage.ts";

/** How the parts of the program reach one another: among processes where the database is a server's, else within this one. */
export async function openLines(
  { server }: Storage,
  clock: Clock,
  logger: Logger,
): Promise<Pick<ProductParts, "bus" | "leases"> & { readonly shared: boolean }> {
  const local = createMemoryBus((error, topic) => logger.error({ err: error, topic }, "a listener failed"));
  if (!server) return { bus: local, leases: createMemoryLeases(), shared: false };
  const { store: database, listen } = server;
  return {
    bus: await openPostgresBus({ local, database, listen, logger }),
    leases: createPostgresLeases({ database, clock, logger }),
    shared: true,
  };
}
