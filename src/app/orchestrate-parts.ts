import type { ConverseParts } from "../features/converse/parts.ts";
import type { Deliverer } from "../features/deliver/deliverer.ts";
import type { OrchestrateParts } from "../features/orchestrate/parts.ts";
import type { Receiver } from "../ports/platform.ts";
import type { ProductParts } from "./product-parts.ts";

/** How long a job waits for a turn it asked for. Shorter than the grace that a worker has when it is told to stop. */
const ASK_MS = 4_000;

interface Around {
  readonly deliverer: Deliverer;
  readonly sends: ConverseParts["sends"];
  readonly workflowOf: ConverseParts["workflowOf"];
  readonly receiver: () => Receiver;
}

export function orchestrateParts(parts: ProductParts, around: Around): OrchestrateParts {
  const { storage, webhook, bus, clock, ids, logger } = parts;
  const { stores, queue, blobs } = storage;
  const { deliverer, sends, workflowOf, receiver } = around;
  return {
    ...stores,
    queue,
    blobs,
    webhook,
    bus,
    clock,
    ids,
    logger,
    sends,
    film: async (sessionId) => {
      const loaded = await stores.sessions.load(sessionId);
      return loaded && { ...loaded, workflow: await workflowOf(loaded.project) };
    },
    ask: async (event) => {
      await receiver().receive(event);
      return receiver().finished(event.id, ASK_MS);
    },
    kickDelivery: () => deliverer.kick(),
  };
}
