import { createDiscordPlatform } from "../adapters/discord/platform.ts";
import type { BoundCommand } from "../chat/command.ts";
import type { Blobs } from "../ports/blobs.ts";
import type { Clock } from "../ports/clock.ts";
import type { InstallationStore } from "../ports/installation-store.ts";
import type { Logger } from "../ports/logger.ts";
import type { Platform } from "../ports/platform.ts";
import type { Config } from "./config.ts";
import type { Secrets } from "./secrets.ts";
import { createSlack } from "./slack.ts";

interface Shared {
  readonly commands: readonly BoundCommand[];
  readonly blobs: Blobs;
  readonly installations: InstallationStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The platforms whose settings are there, beside the web page. Vendors are loaded when they start, not before. */
export function createChatPlatforms(config: Config, secrets: Secrets, shared: Shared): Platform[] {
  const platforms: Platform[] = [];
  if (config.discord && secrets.discord !== undefined) {
    platforms.push(
      createDiscordPlatform({
        ...shared,
        ...config.hearing,
        config: { token: secrets.discord, ...config.discord, unfurls: config.unfurls },
      }),
    );
  }
  if (config.slack) platforms.push(createSlack({ ...config, slack: config.slack }, secrets, shared));
  return platforms;
}
