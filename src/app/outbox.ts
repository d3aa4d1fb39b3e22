import type { Deliverer } from "../features/deliver/deliverer.ts";
import type { ProductParts } from "./product-parts.ts";

const TOPIC = "deliveries";
const FREE = "deliveries-free";
const LEASE = "deliveries";
/** Whoever delivered may have died without a word. */
const TRY_AGAIN_MS = 3_000;

/** A deliverer that begins when it is told to. */
export interface Outbox extends Deliverer {
  start(): void;
}

type OutboxParts = Pick<ProductParts, "bus" | "leases" | "clock" | "logger" | "shared" | "duty">;

/**
 * What is to be sent goes out through one process at a time, which alone keeps what platforms take. The others tell it
 * that something is due; should it die, another takes its place.
 */
export function createOutbox(parts: OutboxParts, make: () => Deliverer): Outbox {
  if (parts.shared) return createSharedOutbox(parts, make);
  const deliverer = make();
  return { ...deliverer, start: deliverer.kick };
}

function createSharedOutbox(
  { bus, leases, clock, logger, duty }: OutboxParts,
  make: () => Deliverer,
): Outbox {
  let mine: Deliverer | undefined;
  let release = async () => {};
  let trying: Promise<void> | undefined;
  let callOff = () => {};
  let stopped = false;

  const stepDown = async (deliverer: Deliverer) => {
    if (mine === deliverer) mine = undefined;
    await deliverer.stop();
  };
  const attempt = async () => {
    const lease = await leases.tryAcquire(LEASE);
    if (!lease) return false;
    const deliverer = make();
    mine = deliverer;
    release = () => lease.release();
    lease.lost.addEventListener("abort", () => {
      if (stopped) return;
      logger.warn({ token: lease.token }, "another process delivers from now on");
      void stepDown(deliverer).finally(tryToDeliver);
    });
    deliverer.kick();
    return true;
  };
  const tryToDeliver = () => {
    callOff();
    if (stopped || mine) return;
    trying ??= attempt()
      .catch((error: unknown) => {
        logger.warn({ err: error }, "nobody knows who delivers; asking again");
        return false;
      })
      .then((delivers) => {
        trying = undefined;
        if (!delivers && !stopped) callOff = clock.after(TRY_AGAIN_MS, tryToDeliver);
      });
  };
  const kick = () => {
    if (mine) mine.kick();
    else bus.publish(TOPIC, undefined);
  };

  return {
    start: () => {
      if (duty?.talks === false) return;
      bus.subscribe(TOPIC, () => mine?.kick());
      bus.subscribe(FREE, tryToDeliver);
      bus.onMissed?.(() => mine?.kick());
      tryToDeliver();
    },
    kick,
    drain: async () => mine?.drain(),
    // A reply that grows is shown by whoever delivers its end: another one could be late with its middle.
    write: (writing) => mine?.write(writing),
    unwrite: (messageId) => mine?.unwrite(messageId),
    stop: async () => {
      stopped = true;
      callOff();
      await trying;
      if (!mine) return;
      await stepDown(mine);
      await release().catch(() => undefined);
      bus.publish(FREE, undefined);
    },
  };
}
