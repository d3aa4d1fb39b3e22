import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Clock } from "../../ports/clock.ts";

/**
 * A reply is sent within moments of being made, by the process that made it. Another process takes over only when one was
 * silent for longer than this.
 */
const FRESH_MS = 3_000;
/** Of what was given up nobody says that it is over. */
const MAX_BROKEN = 1_000;

/** Messages of which a post may be there already, and nobody knows it. */
export interface Uncertain {
  /** Does work that sends something. */
  sending<T>(work: () => Promise<T>): Promise<T>;
  mayBeThere(message: ChatMessage): boolean;
  /** The message's last try has no known end. */
  note(message: ChatMessage): void;
  forget(message: ChatMessage): void;
}

/**
 * What was made while this process was sending all along was never tried by another one, however late it is sent: a
 * backlog is not looked for message by message, which Slack would not take and the backlog would outgrow.
 */
export function createUncertain(clock: Clock): Uncertain {
  const now = () => clock.now().getTime();
  const born = now();
  /** A restart forgets them, and looks for whatever is older than itself. */
  const broken = new Set<string>();
  let [underWay, endedAt, since] = [0, Number.NEGATIVE_INFINITY, born];
  return {
    sending: async (work) => {
      if (underWay === 0 && now() - endedAt > FRESH_MS) since = now();
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        endedAt = now();
      }
    },
    mayBeThere: ({ id, at }) => {
      const made = Date.parse(at);
      return broken.has(id) || made <= born || (made < since && now() - made > FRESH_MS);
    },
    note: ({ id }) => {
      broken.add(id);
      const [oldest] = broken;
      if (broken.size > MAX_BROKEN && oldest !== undefined) broken.delete(oldest);
    },
    forget: ({ id }) => void broken.delete(id),
  };
}
