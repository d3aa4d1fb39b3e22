import type { Place } from "../../domain/session.ts";

/** Where the posts of one message are. */
export interface Posted {
  readonly channel: string;
  readonly ids: readonly string[];
}

/** The id under which a message is found again: its posts, and their channel when it is not the place's own. */
export function formatPosted({ channel, ids }: Posted, place: Place): string {
  return `${channel === homeOf(place) ? "" : `${channel}:`}${ids.join(",")}`;
}

export function parsePosted(platformId: string, place: Place): Posted {
  const [head = "", tail] = platformId.split(":");
  return tail === undefined
    ? { channel: homeOf(place), ids: head.split(",") }
    : { channel: head, ids: tail.split(",") };
}

export const homeOf = (place: Place): string => place.thread ?? place.channel;
