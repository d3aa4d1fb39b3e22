import type { BoundCommand } from "../../chat/command.ts";
import type { Logger } from "../../ports/logger.ts";
import { applicationCommands, type PublishedCommand } from "./commands.ts";
import { hasCode } from "./failure.ts";
import type { Link } from "./link.ts";
import { sameCommands } from "./same-commands.ts";

/** Servers that are looked through for commands of their own, from when Backlot was developed in one of them. */
const MAX_SERVERS_SWEPT = 25;

/** As `publishAll`. What goes wrong is told in the log: people can still talk. */
export async function publishCommands(
  link: Link,
  commands: readonly BoundCommand[],
  logger: Logger,
  guildId?: string,
): Promise<void> {
  try {
    await publishAll(link, commands, logger, guildId);
  } catch (error) {
    const barred = hasCode(error, link.discord.RESTJSONErrorCodes.MissingAccess, link.discord);
    if (barred && guildId !== undefined) {
      const message =
        "slash commands could not be published: invite the bot to the server DISCORD_GUILD_ID names, with the scope applications.commands";
      logger.error({ err: error, guild_id: guildId }, message);
      return;
    }
    logger.error({ err: error }, "slash commands could not be published; they stay as they were");
  }
}

/**
 * Publishes the commands, unless Discord has them as they are: each change counts against a daily limit. With `guildId`
 * they are that server's alone, where a change shows at once; without, they are everywhere. A command that is both shows
 * twice, so the others are taken away.
 */
async function publishAll(
  link: Link,
  commands: readonly BoundCommand[],
  logger: Logger,
  guildId?: string,
): Promise<void> {
  const { client, discord } = link;
  const everywhere = discord.Routes.applicationCommands(client.application.id);
  const inServer = (id: string) => discord.Routes.applicationGuildCommands(client.application.id, id);
  if (guildId !== undefined) {
    await publish(link, inServer(guildId), applicationCommands(commands, { inGuild: true }), logger);
    await clear(link, everywhere, logger);
    return;
  }
  await publish(link, everywhere, applicationCommands(commands), logger);
  const servers = [...client.guilds.cache.keys()];
  if (servers.length > MAX_SERVERS_SWEPT) return;
  const swept = await Promise.allSettled(servers.map((id) => clear(link, inServer(id), logger)));
  // A server that lets Backlot have no commands has none of them.
  for (const { reason } of swept.filter((one) => one.status === "rejected"))
    logger.debug({ err: reason }, "a server's own slash commands could not be looked through");
}

async function publish(
  { client }: Link,
  route: `/${string}`,
  wanted: readonly PublishedCommand[],
  logger: Logger,
): Promise<void> {
  const published = await client.rest.get(route);
  if (Array.isArray(published) && sameCommands(published, wanted)) return;
  await client.rest.put(route, { body: wanted });
  logger.info({ count: wanted.length, route }, "slash commands published to Discord");
}

async function clear({ client }: Link, route: `/${string}`, logger: Logger): Promise<void> {
  const published = await client.rest.get(route);
  if (!Array.isArray(published) || published.length === 0) return;
  await client.rest.put(route, { body: [] });
  logger.info({ count: published.length, route }, "slash commands that showed twice taken away from Discord");
}
