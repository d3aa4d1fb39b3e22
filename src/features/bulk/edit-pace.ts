import type { Allowance, EditLimits } from "../../ports/platform.ts";

/** Nobody reads faster; keeps the feed short where a platform sets no limit. */
const SHORTEST_EDIT_MS = 150;
/** Of what a platform takes, what is left is for answers and endings. */
const SHARE = 0.8;

/** Where a progress message is. */
export interface Spot {
  readonly platform: string;
  readonly channel: string;
}

/** How often one progress message may be written anew beside the others that are under way, in milliseconds. */
export function editPace(
  spot: Spot,
  others: readonly Spot[],
  everyMs: number,
  limits: EditLimits | undefined,
): number {
  const inAll = others.filter(({ platform }) => platform === spot.platform);
  const inChannel = inAll.filter(({ channel }) => channel === spot.channel);
  const paces = [SHORTEST_EDIT_MS, everyMs];
  if (limits?.inAll) paces.push(fairShare(limits.inAll, inAll.length));
  if (limits?.perChannel) paces.push(fairShare(limits.perChannel, inChannel.length));
  return Math.max(...paces);
}

const fairShare = ({ count, withinMs }: Allowance, messages: number): number =>
  Math.ceil((withinMs * messages) / (count * SHARE));
