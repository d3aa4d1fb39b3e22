import type { Gap } from "./gaps.ts";
import type { Link } from "./link.ts";
import { lookAround } from "./look-around.ts";

/** The channel a thread is in. `quiet` resolves when what has come from there so far is taken. */
export interface Parent {
  readonly id: string;
  readonly quiet: () => Promise<void>;
}

/** The same gap where it could not be learned before what its channel is. */
export async function placed(
  link: Link,
  ask: <T>(work: () => Promise<T>) => Promise<T>,
  { guild, ...gap }: Gap,
): Promise<Gap> {
  const origin = { channel_id: gap.channel.id, guild_id: guild };
  const { channel } = await ask(() => lookAround(link, origin));
  return { ...gap, guild, channel };
}
