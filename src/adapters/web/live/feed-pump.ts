import type { MessageStore } from "../../../ports/message-store.ts";
import type { SentFrame } from "./server-frame.ts";
import { createToldMessages } from "./told-messages.ts";
import { createWaitingLine } from "./waiting-line.ts";

const PAGE = 100;

export interface FeedPump {
  /** The session's record has grown. */
  grown(): void;
  /** Told only to those present; sent in the order it came, between the frames of the record. */
  tell(frame: SentFrame): void;
}

export interface FeedPumpParts {
  readonly messages: Pick<MessageStore, "feed">;
  readonly session_id: string;
  /** The last `seq` the client has seen. */
  readonly since: number;
  /** Resolves once the frame has left; that wait is what holds the pump back for a slow client. */
  readonly send: (frame: SentFrame & { readonly seq: number }) => Promise<void>;
  readonly onSlow: () => void;
  readonly onError: (error: unknown) => void;
  readonly stopped: AbortSignal;
}

/**
 * Sends one client the session's record from `since` on, whole and in order. News only says that there is more;
 * what it is always comes from the store, page by page, as fast as the client takes it.
 */
export function createFeedPump(parts: FeedPumpParts): FeedPump {
  const line = createWaitingLine();
  const told = createToldMessages();
  let { since } = parts;
  let running = false;

  const add = (item: "record" | SentFrame): void => {
    if (parts.stopped.aborted) return;
    if (!line.add(item)) parts.onSlow();
    else if (!running) void run();
  };

  const run = async (): Promise<void> => {
    running = true;
    try {
      for (let item = line.next(); item !== undefined && !parts.stopped.aborted; item = line.next()) {
        if (item === "record") await sendRecord();
        else if (!told.isOld(item)) await parts.send({ ...item, seq: since });
      }
    } catch (error) {
      parts.onError(error);
    } finally {
      running = false;
    }
  };

  const sendRecord = async (): Promise<void> => {
    for (let more = true; more && !parts.stopped.aborted; ) {
      const page = await parts.messages.feed(parts.session_id, since, PAGE);
      for (const { seq, frame } of page) {
        if (parts.stopped.aborted) return;
        await parts.send({ ...frame, seq });
        told.add(frame);
        since = seq;
      }
      more = page.length === PAGE;
    }
  };

  return { grown: () => add("record"), tell: add };
}
