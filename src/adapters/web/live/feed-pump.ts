import type { Frame, LiveFrame } from "../../../chat/frame.ts";
import type { MessageStore } from "../../../ports/message-store.ts";
import type { OwnFrame } from "./server-frame.ts";

const PAGE = 100;
/** A client that falls this many unstored frames behind is told to come again. */
const MAX_WAITING = 200;

export type SentFrame = Frame | LiveFrame | OwnFrame;

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
  const waiting: ("record" | SentFrame)[] = [];
  let { since } = parts;
  let running = false;

  const add = (item: "record" | SentFrame): void => {
    if (parts.stopped.aborted) return;
    if (item === "record" && waiting.at(-1) === "record") return;
    if (waiting.length >= MAX_WAITING) {
      parts.onSlow();
      return;
    }
    waiting.push(item);
    if (!running) void run();
  };

  const run = async (): Promise<void> => {
    running = true;
    try {
      for (let item = waiting.shift(); item !== undefined && !parts.stopped.aborted; item = waiting.shift()) {
        if (item === "record") await sendRecord();
        else await parts.send({ ...item, seq: since });
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
        await parts.send({ ...frame, seq });
        since = seq;
      }
      more = page.length === PAGE;
    }
  };

  return { grown: () => add("record"), tell: add };
}
