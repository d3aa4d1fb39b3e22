import { randomUUID } from "node:crypto";
import type { Bus } from "../../ports/bus.ts";
import type { Logger } from "../../ports/logger.ts";
import { Letters, lettersOf } from "./bus-letters.ts";
import type { PgPool } from "./pg-pool.ts";
import type { Listen } from "./server-listener.ts";

const CHANNEL = "backlot_bus";
const SEND = `SELECT pg_notify('${CHANNEL}', letter) FROM unnest($1::text[]) AS letter`;
/** So much waits while the server does not answer; beyond it others are told that they missed something. */
const MAX_WAITING = 5_000;
/** What a stopping process still has to say, it says within this. */
const GOODBYE_MS = 1_000;

export interface BusOptions {
  /** Tells those of this process. */
  readonly local: Bus;
  readonly database: Pick<PgPool, "query">;
  readonly listen: Listen;
  readonly logger: Logger;
}

type Event = readonly [topic: string, payload?: unknown];

/**
 * A bus among processes by NOTIFY. Those of this process are told at once; what comes while a statement is under way goes
 * out together with the next one. Others are told that they missed something when a line was away.
 */
export async function openPostgresBus({ local, database, listen, logger }: BusOptions): Promise<Bus> {
  const self = randomUUID();
  const letters = new Letters();
  const ears = new Set<() => void>();
  let waiting: Event[] = [];
  let sending: Promise<void> | undefined;
  let lost = false;
  let closed = false;

  const tellMissed = () => {
    for (const ear of ears) ear();
  };
  const send = async (): Promise<void> => {
    while (waiting.length > 0) {
      const events = waiting;
      waiting = [];
      const told = lost;
      lost = false;
      try {
        await database.query(SEND, [lettersOf(self, { lost: told, events })]);
      } catch (error) {
        lost = true;
        logger.warn({ err: error, events: events.length }, "events for other processes were lost");
      }
    }
    sending = undefined;
  };
  const stopListening = await listen(CHANNEL, {
    heard: (letter) => {
      const said = letters.read(letter, self);
      if (!said || closed) return;
      for (const [topic, payload] of said.events) local.publish(topic, payload);
      if (said.lost) tellMissed();
    },
    missed: tellMissed,
  });

  return {
    publish: (topic, payload) => {
      if (closed) return;
      local.publish(topic, payload);
      waiting.push(payload === undefined ? [topic] : [topic, payload]);
      if (waiting.length > MAX_WAITING) [waiting, lost] = [[], true];
      sending ??= Promise.resolve().then(send);
    },
    subscribe: (topic, listener) => local.subscribe(topic, listener),
    onMissed: (listener) => {
      const ear = () => listener();
      ears.add(ear);
      return () => ears.delete(ear);
    },
    close: async () => {
      closed = true;
      ears.clear();
      await local.close();
      await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, GOODBYE_MS).unref())]);
      await stopListening();
    },
  };
}
