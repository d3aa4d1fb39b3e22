import { createDiscordPlatform } from "../adapters/discord/platform.ts";
import { createSlackPlatform } from "../adapters/slack/platform.ts";
import type { BoundCommand } from "../chat/command.ts";
import type { Blobs } from "../ports/blobs.ts";
import type { Clock } from "../ports/clock.ts";
import type { Logger } from "../ports/logger.ts";
import type { Platform } from "../ports/platform.ts";
import type { Config } from "./config.ts";
import type { Secrets } from "./secrets.ts";

interface Shared {
  readonly commands: readonly BoundCommand[];
  readonly blobs: Blobs;
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
        config: { token: secrets.discord, ...config.discord, unfurls: config.unfurls },
      }),
    );
  }
  if (config.slack && secrets.slackBot !== undefined) {
    const { mode, apiUrl } = config.slack;
    const entrance =
      mode === "socket"
        ? { ...(secrets.slackApp === undefined ? {} : { appToken: secrets.slackApp }) }
        : {
            ...(secrets.slackSigning === undefined ? {} : { signingSecret: secrets.slackSigning }),
            port: config.slack.port,
          };
    platforms.push(
      createSlackPlatform({
        ...shared,
        config: {
          botToken: secrets.slackBot,
          ...(apiUrl === undefined ? {} : { apiUrl }),
          ...entrance,
          unfurls: config.unfurls,
        },
      }),
    );
  }
  return platforms;
}
