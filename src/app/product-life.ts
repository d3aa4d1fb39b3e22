import type { BulkParts } from "../features/bulk/parts.ts";
import type { Progress } from "../features/bulk/progress.ts";
import type { Conductor } from "../features/converse/conductor.ts";
import type { Features } from "../features/features.ts";
import type { OrchestrateParts } from "../features/orchestrate/parts.ts";
import { DUTIES } from "./duty.ts";
import type { Outbox } from "./outbox.ts";
import type { Product, ProductParts } from "./product-parts.ts";
import { createWorkers } from "./workers.ts";

/** Feed frames are for catching up; who was away longer loads the session anew. */
const FEED_DAYS = 7;
const PRUNE_EVERY_MS = 6 * 3_600_000;

interface Moving {
  readonly parts: ProductParts;
  readonly bulk: BulkParts;
  readonly progress: Progress;
  readonly hooks: OrchestrateParts;
  readonly conductor: Conductor;
  readonly deliverer: Outbox;
  readonly features: Features;
  /** Takes up what other processes leave to this one. */
  readonly hearOthers: () => () => void;
}

/** What a process that talks takes up and stops; it answers whatever receivers hear. */
function createTalking({ parts, conductor, deliverer, hearOthers }: Moving) {
  const { messages } = parts.storage.stores;
  let stopHearing = () => {};
  let stopPruning = () => {};
  const prune = () => {
    const before = new Date(parts.clock.now().getTime() - FEED_DAYS * 86_400_000);
    messages
      .prune(before)
      .catch((error: unknown) => parts.logger.warn({ err: error }, "old feed frames could not be forgotten"));
    stopPruning = parts.clock.after(PRUNE_EVERY_MS, prune);
  };
  return {
    recover: async () => {
      await conductor.recover();
      stopHearing = hearOthers();
    },
    deliver: () => {
      deliverer.start();
      prune();
    },
    hush: async () => {
      stopHearing();
      stopPruning();
      await conductor.stop();
    },
    stop: () => deliverer.stop(),
  };
}

/** How the product starts working, takes up what was left, and stops: the one who talks, the one who works, or both in one process. */
export function productLife(moving: Moving): Pick<Product, "start" | "recover" | "stop"> {
  const { progress, parts } = moving;
  const duty = parts.duty ?? DUTIES.all;
  const workers = createWorkers(moving);
  const talking = createTalking(moving);
  return {
    start: async () => {
      if (duty.works) await workers.start();
    },
    recover: async () => {
      if (duty.talks) await talking.recover();
      if (duty.works) await workers.recover();
      if (duty.talks) talking.deliver();
    },
    stop: async () => {
      await talking.hush();
      await workers.stop();
      await progress.flush();
      progress.stop();
      await talking.stop();
    },
  };
}
