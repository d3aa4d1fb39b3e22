import type { Client } from "discord.js";
import type { BoundCommand } from "../../chat/command.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import { closeCause } from "./close-codes.ts";
import { connect, createClient, type DiscordConfig } from "./connect.ts";
import { createEar, type Ear } from "./ear.ts";
import type { Link } from "./link.ts";
import { tellKept } from "./outcome.ts";

const ANSWER_MISSED_WITHIN_MS = 12 * 3_600_000;

interface Listening {
  readonly config: DiscordConfig;
  readonly commands: readonly BoundCommand[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly answerMissedWithinMs?: number;
}

/** Connects and hands what is heard to the receiver, from the first dispatch on. */
export async function listen(
  { config, commands, clock, logger, answerMissedWithinMs = ANSWER_MISSED_WITHIN_MS }: Listening,
  receiver: Receiver,
): Promise<{ link: Link; ear: Ear }> {
  const { discord, client } = await createClient(config, clock);
  const { Events } = discord;
  client.on(Events.Error, (error) => logger.warn({ err: error }, "discord.js reported an error"));
  client.on(Events.ShardError, (error, shard) =>
    logger.warn({ err: error, shard }, "the Discord gateway broke off"),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    logger.error(
      { code, shard, cause: closeCause(code) },
      "the Discord gateway closed for good; restart once the cause is mended",
    ),
  );
  const ready = Promise.withResolvers<Link>();
  const ear = createEar({
    ...{ receiver, commands, clock, logger, discord, answerMissedWithinMs },
    ready: ready.promise,
  });
  client.on(Events.Raw, (packet: { t?: string | null; d?: unknown }) => {
    if (packet.t) ear.hear({ discord, client: client as Client<true>, clock }, packet.t, packet.d);
  });
  const link = { ...(await connect(discord, client, config.token)), clock, unfurls: config.unfurls };
  ready.resolve(link);
  void tellKept(link, receiver, logger);
  return { link, ear };
}
