import type { SentFrame } from "./server-frame.ts";

const KEPT = 50;

/** The messages a client was told of last, as they are in the record. */
export interface ToldMessages {
  add(frame: SentFrame): void;
  /** Whether a frame is a draft of a message that the client knows already as it became. */
  isOld(frame: SentFrame): boolean;
}

/** A draft may wait while the record is read, and the record may then hold what it became. */
export function createToldMessages(): ToldMessages {
  const versions = new Map<string, number>();
  return {
    add: (frame) => {
      if (!("message" in frame)) return;
      versions.delete(frame.message.id);
      versions.set(frame.message.id, frame.message.version);
      const [oldest] = versions.keys();
      if (versions.size > KEPT && oldest !== undefined) versions.delete(oldest);
    },
    isOld: (frame) => "message" in frame && (versions.get(frame.message.id) ?? 0) >= frame.message.version,
  };
}
