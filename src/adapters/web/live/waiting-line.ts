import type { SentFrame } from "./server-frame.ts";

/** A client that falls this many things behind is told to come again. */
export const MAX_WAITING = 200;

/** What one client is still to be told. */
export interface WaitingLine {
  /** Answers false, and adds nothing, when the line is full. */
  add(item: "record" | SentFrame): boolean;
  next(): "record" | SentFrame | undefined;
}

/**
 * In order of coming, but only the newest of its kind: the next draft of a reply, or who is there now, takes the place
 * of the one before it. The record moves back too, since a draft must never be told after the reply it became.
 */
export function createWaitingLine(): WaitingLine {
  const items = new Map<string | symbol, "record" | SentFrame>();
  return {
    add: (item) => {
      const key = keyOf(item);
      items.delete(key);
      if (items.size >= MAX_WAITING) return false;
      items.set(key, item);
      return true;
    },
    next: () => {
      for (const [key, item] of items) {
        items.delete(key);
        return item;
      }
      return undefined;
    },
  };
}

function keyOf(item: "record" | SentFrame): string | symbol {
  if (item === "record") return item;
  if ("message" in item) return `${item.type} ${item.message.id}`;
  if (item.type === "typing") return `typing ${item.user_id}`;
  return item.type === "presence" ? item.type : Symbol(item.type);
}
