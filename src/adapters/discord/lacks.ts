import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Hearing } from "../../ports/hearing.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Link } from "./link.ts";
import { lackIn, lackInGuild, lackText } from "./needs.ts";

/** A channel's permissions are looked at again after this long. */
const LOOK_AGAIN_MS = 10 * 60_000;
const MAX_LOOKED_AT = 10_000;

export interface Lacks {
  /** Logs what is missing in a server as a whole. */
  inGuild(link: Link, guildId: string): void;
  /** Logs what is missing in a channel where Backlot was called, and tells it there, once for each lack. Never throws. */
  inChannel(link: Link, channelId: string, called: InboundEvent): Promise<void>;
}

/** Names the permissions that Backlot lacks, and what that stops. */
export function createLacks(hearing: Hearing | undefined, clock: Clock, logger: Logger): Lacks {
  const looked = new Map<string, number>();
  const logged = new Set<string>();
  return {
    inGuild: (link, guildId) => {
      const missing = lackInGuild(link, guildId);
      if (missing.length === 0) return;
      const stopped = missing.map(({ name, stops }) => `${name}: cannot ${stops}`);
      logger.warn({ guild: guildId, missing: stopped }, "permissions are missing in a server");
    },
    inChannel: async (link, channelId, called) => {
      const now = clock.now().getTime();
      if (now - (looked.get(channelId) ?? Number.NEGATIVE_INFINITY) < LOOK_AGAIN_MS) return;
      if (looked.size >= MAX_LOOKED_AT) looked.clear();
      looked.set(channelId, now);
      const lack = lackIn(link, channelId);
      if (!lack) return;
      const names = lack.missing.map(({ name }) => name);
      const key = ["discord", channelId, ...names].join(" ");
      if (!logged.has(key)) {
        const stopped = lack.missing.map(({ name, stops }) => `${name}: cannot ${stops}`);
        logger.warn({ channel: channelId, missing: stopped }, "permissions are missing in a channel");
        if (logged.size >= MAX_LOOKED_AT) logged.clear();
        logged.add(key);
      }
      if (!lack.speaks) return;
      await hearing?.notice(called, key, lackText(lack)).catch((error: unknown) => {
        looked.delete(channelId);
        logger.warn({ err: error, channel: channelId }, "missing permissions could not be told yet");
      });
    },
  };
}
