import type { BoundCommand } from "../../chat/command.ts";
import type { Logger } from "../../ports/logger.ts";
import { applicationCommands, sameCommands } from "./commands.ts";
import type { Link } from "./link.ts";

/** Publishes the commands for every guild, unless Discord has them as they are: each change counts against a daily limit. */
export async function publishCommands(
  { client, discord }: Link,
  commands: readonly BoundCommand[],
  logger: Logger,
): Promise<void> {
  const route = discord.Routes.applicationCommands(client.application.id);
  const wanted = applicationCommands(commands);
  const published = await client.rest.get(route);
  if (Array.isArray(published) && sameCommands(published, wanted)) return;
  await client.rest.put(route, { body: wanted });
  logger.info({ count: wanted.length }, "slash commands published to Discord");
}
