import type { Conductor } from "../features/converse/conductor.ts";
import type { FirstEvent } from "../ports/inbox.ts";
import type { ProductParts } from "./product-parts.ts";

const TOPIC = "session-waits";
const MORE = "session-has-more";
/** A process that died while it answered told nobody. */
const LOOK_EVERY_MS = 15_000;

/** Who answers what was stored: this process, or one that talks. */
export interface Rota {
  schedule(sessionId: string, first?: FirstEvent): void;
  /** Tells the process that answers in a session that there is more. */
  busyElsewhere(sessionId: string): void;
  /** Tells them that this process goes on no more with a session. */
  leaves(sessionId: string): void;
  /** Answers what others store and what they left unanswered. Answers how to stop. */
  hearOthers(): () => void;
}

type RotaParts = Pick<ProductParts, "bus" | "clock" | "logger" | "duty" | "shared">;

export function createRota(parts: RotaParts, conductor: () => Conductor): Rota {
  const { bus, clock, logger, duty, shared } = parts;
  const recover = () => {
    conductor()
      .recover()
      .catch((error: unknown) =>
        logger.warn({ err: error }, "what waits for an answer could not be looked for"),
      );
  };
  return {
    busyElsewhere: (id) => bus.publish(MORE, id),
    leaves: (id) => {
      if (shared) bus.publish(TOPIC, id);
    },
    schedule: (id, first) =>
      duty?.talks === false ? bus.publish(TOPIC, id) : conductor().schedule(id, first),
    hearOthers: () => {
      if (!shared) return () => {};
      let callOff = () => {};
      const look = () => {
        recover();
        callOff = clock.after(LOOK_EVERY_MS, look);
      };
      callOff = clock.after(LOOK_EVERY_MS, look);
      const stops = [
        bus.subscribe(TOPIC, (id) => conductor().schedule(String(id))),
        bus.subscribe(MORE, (id) => conductor().goOn(String(id))),
        bus.onMissed?.(recover) ?? (() => {}),
      ];
      return () => {
        callOff();
        for (const stop of stops) stop();
      };
    },
  };
}
