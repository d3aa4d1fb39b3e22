import type { Place } from "../domain/session.ts";

/** A message that holds nothing but emoji known by their names alone: a nod to the others, which says nothing to read. */
export const isGesture = (text: string): boolean => /^(?::[\w+-]{2,}:\s*)+$/.test(text);

/** Told once a session, where something was said in a way that Backlot cannot read: a poll, or parts without words. */
export const UNREAD =
  "I read words and files, and what this message shows is neither. Say in words what matters in it, and I take it up.";

export const unreadKey = ({ platform, workspace, channel, thread = "" }: Place): string =>
  ["unread", platform, workspace, channel, thread].join(" ");
