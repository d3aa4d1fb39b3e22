import type { Deliverer } from "../features/deliver/deliverer.ts";
import type { ProductParts } from "./product-parts.ts";
import { createWritingAfar, type WritingAfar } from "./writing-afar.ts";

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
  if (parts.shared) return new SharedOutbox(parts, make);
  const deliverer = make();
  return { ...deliverer, start: deliverer.kick };
}

class SharedOutbox implements Outbox {
  readonly #parts: OutboxParts;
  readonly #make: () => Deliverer;
  /** While this process is the one that delivers. */
  #mine: Deliverer | undefined;
  #release = async () => {};
  #trying: Promise<void> | undefined;
  #callOff = () => {};
  #stopped = false;
  readonly #afar: WritingAfar;

  constructor(parts: OutboxParts, make: () => Deliverer) {
    this.#parts = parts;
    this.#make = make;
    this.#afar = createWritingAfar(parts.bus, parts.clock);
  }

  start(): void {
    const { bus, duty } = this.#parts;
    if (duty?.talks === false) return;
    bus.subscribe(TOPIC, () => this.#mine?.kick());
    bus.subscribe(FREE, () => this.#try());
    bus.onMissed?.(() => this.#mine?.kick());
    this.#afar.listen(() => this.#mine);
    this.#try();
  }

  kick = (): void => {
    if (this.#mine) this.#mine.kick();
    else this.#parts.bus.publish(TOPIC, undefined);
  };

  send: Deliverer["send"] = (reply) => {
    if (this.#mine) this.#mine.send(reply);
    else this.kick();
  };

  async drain(): Promise<void> {
    await this.#mine?.drain();
  }

  /** A reply that grows is shown by whoever delivers its end: another one could be late with its middle. */
  write: Deliverer["write"] = (writing) => (this.#mine ?? this.#afar).write(writing);

  unwrite: Deliverer["unwrite"] = (messageId) => (this.#mine ?? this.#afar).unwrite(messageId);

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#callOff();
    await this.#trying;
    if (!this.#mine) return;
    await this.#stepDown(this.#mine);
    await this.#release().catch(() => undefined);
    this.#parts.bus.publish(FREE, undefined);
  }

  #try(): void {
    this.#callOff();
    if (this.#stopped || this.#mine) return;
    this.#trying ??= this.#begin()
      .catch((error: unknown) => {
        this.#parts.logger.warn({ err: error }, "nobody knows who delivers; asking again");
        return false;
      })
      .then((delivers) => {
        this.#trying = undefined;
        if (!delivers && !this.#stopped)
          this.#callOff = this.#parts.clock.after(TRY_AGAIN_MS, () => this.#try());
      });
  }

  async #begin(): Promise<boolean> {
    const lease = await this.#parts.leases.tryAcquire(LEASE);
    if (!lease) return false;
    const deliverer = this.#make();
    this.#mine = deliverer;
    this.#release = () => lease.release();
    lease.lost.addEventListener("abort", () => {
      if (this.#stopped) return;
      this.#parts.logger.warn({ token: lease.token }, "another process delivers from now on");
      void this.#stepDown(deliverer).finally(() => this.#try());
    });
    deliverer.kick();
    return true;
  }

  async #stepDown(deliverer: Deliverer): Promise<void> {
    if (this.#mine === deliverer) this.#mine = undefined;
    await deliverer.stop();
  }
}
