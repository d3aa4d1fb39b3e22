import { missingFrom, type ReadPart } from "../../lib/missing-from.ts";
import type { Receiver } from "../../ports/platform.ts";
import { type Gap, homeOfChannel } from "./gaps.ts";
import { missingMessage } from "./inbound.ts";
import type { Link } from "./link.ts";
import { mayReadHistory } from "./needs.ts";
import { snowflakeAt } from "./snowflake.ts";

interface MissingParts {
  readonly link: Link;
  readonly receiver: Pick<Receiver, "amend">;
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
}

/** What was said just now, and heard by another process, may not stand in what is told yet. */
const SETTLED_MS = 5_000;

/**
 * Takes back what stood in a channel or thread and is missing from what was read of it, which Discord tells of in no
 * other way. Where Backlot may not read the history Discord answers with none of it, and no error
 * (https://docs.discord.com/developers/resources/message#get-channel-messages): that tells nothing.
 */
export async function amendMissing(
  { link, receiver, ask, now }: MissingParts,
  { channel, guild }: Gap,
  stood: readonly string[],
  read: ReadPart,
): Promise<void> {
  if (read.ids.length === 0 && guild !== undefined && !mayReadHistory(link, channel.id)) return;
  const home = homeOfChannel(channel, guild);
  const settled = snowflakeAt(now() - SETTLED_MS);
  for (const id of missingFrom(stood, read, settled))
    await ask(() => receiver.amend(missingMessage(id, home)));
}
