import type { Client, RateLimitData } from "discord.js";
import { UserError } from "../../domain/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import { deliveryFailure } from "./failure.ts";
import type { DiscordJs, Link } from "./link.ts";
import { createRateGate } from "./rate-gate.ts";
import { withUnreadAnswers } from "./unread-answers.ts";

export interface DiscordConfig {
  readonly token: string;
  /** Where the REST API answers, without a version; the gateway's address is asked there. */
  readonly apiUrl?: string | undefined;
  /** The one server that gets the commands, where a change of them shows at once; without it they are everywhere. */
  readonly guildId?: string | undefined;
  /** How many gateway connections the servers are spread over. "auto": as many as Discord recommends. */
  readonly shards?: number | "auto" | undefined;
  /** Those of them that this process takes; all when left out. */
  readonly shardIds?: readonly number[] | undefined;
  /** Discord shows what the links in replies lead to. */
  readonly unfurls?: boolean | undefined;
}

const REQUEST_TIMEOUT_MS = 10_000;
/** Shorter waits are sat out here; longer ones go back to the sender, who knows what has become out of date meanwhile. */
const LONGEST_WAIT_MS = 3_000;
const TYPING_ROUTE = "/channels/:id/typing";

/** A client that keeps no messages or people in memory, and hands long waits back. Loads discord.js on first use. */
export async function createClient(
  config: DiscordConfig,
  clock: Clock,
): Promise<{ discord: DiscordJs; client: Client }> {
  const discord = await import("discord.js");
  const { GatewayIntentBits, Options } = discord;
  const send = withUnreadAnswers(discord.DefaultRestOptions.makeRequest);
  const hold = (limited: RateLimitData) => {
    if (hasNoTime(limited)) throw new discord.RateLimitError(limited);
  };
  const client = new discord.Client({
    ...shardsOf(config),
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      GatewayIntentBits.MessageContent,
    ],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      ThreadMemberManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildMemberManager: { maxSize: 10, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 100, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    rest: {
      ...(config.apiUrl === undefined ? {} : { api: config.apiUrl }),
      timeout: REQUEST_TIMEOUT_MS,
      retries: 1,
      rejectOnRateLimit: hasNoTime,
      makeRequest: createRateGate({ clock, send, hold }),
    },
  });
  return { discord, client };
}

const hasNoTime = ({ route, retryAfter }: RateLimitData) =>
  route === TYPING_ROUTE || retryAfter > LONGEST_WAIT_MS;

function shardsOf({ shards = 1, shardIds }: DiscordConfig) {
  if (shards === "auto") return { shards } as const;
  const mine = shardIds ?? Array.from({ length: shards }, (_, index) => index);
  return { shards: [...mine], shardCount: shards };
}

/** Logs in and resolves when the guilds are known. Throws a UserError for what only the operator can mend. */
export async function connect(
  discord: DiscordJs,
  client: Client,
  token: string,
): Promise<Pick<Link, "discord" | "client">> {
  const { promise: ready, resolve } = Promise.withResolvers<Client<true>>();
  client.once(discord.Events.ClientReady, resolve);
  try {
    await client.login(token);
  } catch (error) {
    await client.destroy();
    throw startFailure(error, discord);
  }
  return { discord, client: await ready };
}

function startFailure(error: unknown, discord: DiscordJs): Error {
  if (error instanceof discord.DiscordjsError && error.code === discord.DiscordjsErrorCodes.TokenInvalid) {
    const hint = "Copy the bot's token from the Bot page of the Discord developer portal into DISCORD_TOKEN.";
    return new UserError("unauthorized", "Discord does not accept this bot token.", hint, { cause: error });
  }
  if (error instanceof Error && /disallowed intents/i.test(error.message)) {
    const hint = "Switch Message Content Intent on, on the Bot page of the Discord developer portal.";
    return new UserError("forbidden", "Discord does not let this bot read messages.", hint, { cause: error });
  }
  if (error instanceof Error && /sharding is required/i.test(error.message)) {
    const what = "The bot is in too many Discord servers for one connection.";
    return new UserError("invalid", what, "Set DISCORD_SHARDS to auto.", { cause: error });
  }
  return deliveryFailure(error, discord);
}
