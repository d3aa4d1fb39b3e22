import type { BoundCommand } from "../../chat/command.ts";
import type { Amendment, InboundEvent } from "../../chat/inbound-event.ts";
import { UNREAD, unreadKey } from "../../chat/unread.ts";
import { AppError } from "../../domain/errors.ts";
import { createInTurn } from "../../lib/in-turn.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import { answerInteraction } from "./answer-interaction.ts";
import { askInTime } from "./ask.ts";
import { CatchUp } from "./catch-up.ts";
import { hasCode } from "./failure.ts";
import { inbound } from "./inbound.ts";
import { createLacks } from "./lacks.ts";
import type { DiscordJs, Link } from "./link.ts";
import { lookAround } from "./look-around.ts";
import type { Parent } from "./placed.ts";
import type { Surroundings } from "./surroundings.ts";

const MESSAGES = new Set(["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"]);

/** The answer to an earlier try was lost, or two processes hear the same. */
const ANSWERED =
  "an interaction was acknowledged already; of several bots each takes DISCORD_SHARD_IDS of its own";

const CALLED_LATE_WITHIN_MS = 15 * 60_000;

/** People saw it fail; what it asked for is done all the same, where it asked for more than to be shown something. */
const TOO_LATE = "an interaction could not be acknowledged within Discord's three seconds";

export interface EarParts {
  readonly receiver: Receiver;
  readonly commands: readonly BoundCommand[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly discord: DiscordJs;
  /** The guilds are known; what is said before waits for it. */
  readonly ready: Promise<Link>;
  /** What was said while nobody listened, and is older, is told in one line. */
  readonly answerMissedWithinMs: number;
}

export interface Ear {
  /** Takes a dispatch of the gateway. Never throws. */
  hear(link: Link, name: string, data: unknown): void;
  stop(): Promise<void>;
}

/** What a dispatch says of where it happened. */
interface Where {
  readonly id?: string;
  /** Of messages that a moderator took away together. */
  readonly ids?: readonly string[];
  readonly channel_id?: string;
  readonly guild_id?: string;
  readonly channel?: { readonly id: string; readonly type: number; readonly parent_id?: string | null };
}

/** A message as it is after an edit, where it calls Backlot and is not long past: people forget the call, and add it. */
function calledNow(data: unknown, around: Surroundings, clock: Clock): InboundEvent | undefined {
  const heard = inbound("MESSAGE_CREATE", data, around);
  if (heard?.type !== "event" || !heard.addressed) return undefined;
  const age = clock.now().getTime() - Date.parse(heard.event.at);
  return age < CALLED_LATE_WITHIN_MS ? heard.event : undefined;
}

/** Hands dispatches to the receiver: those of one channel in order, each until it is stored. */
export function createEar(parts: EarParts): Ear {
  const { receiver, commands, clock, logger, discord, ready } = parts;
  const inTurn = createInTurn();
  const ask = <T>(work: () => Promise<T>) => askInTime(work, clock, discord);
  const take = (event: InboundEvent) => ask(() => receiver.receive(event));
  const catchUp = receiver.hearing && new CatchUp({ ...parts, hearing: receiver.hearing, take, ask });
  const lacks = createLacks(receiver.hearing, clock, logger);
  const hearMessage = async (name: string, data: unknown) => {
    const link = await ready;
    const { id = "", channel_id = "", guild_id } = (data ?? {}) as Where;
    if (catchUp && !(await catchUp.before(guild_id, channel_id, parentOf(link, channel_id, inTurn)))) return;
    const around = await ask(() => lookAround(link, data)).catch((error: unknown) => {
      catchUp?.unplaced(guild_id, channel_id, id, error);
      throw error;
    });
    const heard = inbound(name, data, around);
    if (heard?.type === "amendment") {
      const called = name === "MESSAGE_UPDATE" ? calledNow(data, around, clock) : undefined;
      const at = { channel: around.channel, guild_id, id, called };
      return change({ take, ask, receiver }, heard.amendment, called).catch(unchanged(catchUp, at));
    }
    try {
      const counts =
        heard && (heard.addressed || (await ask(async () => receiver.knows?.(heard.event.place))));
      if (counts && heard.unread) {
        const key = unreadKey(heard.event.place);
        await ask(async () => receiver.hearing?.notice(heard.event, key, UNREAD));
      } else if (counts) {
        await take(heard.event);
        void lacks.inChannel(link, channel_id, heard.event);
      }
      if (name === "MESSAGE_CREATE")
        catchUp?.heard(around.channel, guild_id, id, counts === true && !heard.unread);
    } catch (error) {
      // Discord tells a message once. What a store that is away could not take is read back later.
      if (!isFinal(error)) catchUp?.lost(around.channel, guild_id, id, error);
      throw error;
    }
  };
  const hearInteraction = async (link: Link, data: unknown) => {
    const { channel, guild_id } = (data ?? {}) as Where;
    if (channel) void catchUp?.called(channel, guild_id);
    await answerInteraction(link, data, { receiver, commands, take, clock });
  };
  const hear: Ear["hear"] = (link, name, data) => {
    if (name === "MESSAGE_DELETE_BULK") {
      for (const one of oneByOne(data)) hear(link, "MESSAGE_DELETE", one);
      return;
    }
    catchUp?.gateway(name, data);
    // What a server tells of itself is known once the library has read it, too.
    if (name === "GUILD_CREATE") void ready.then((to) => lacks.inGuild(to, (data as Where).id ?? ""));
    const isMessage = MESSAGES.has(name);
    if (!isMessage && name !== "INTERACTION_CREATE") return;
    const channel = (data as Where | undefined)?.channel_id ?? "";
    const work = isMessage ? inTurn(channel, () => hearMessage(name, data)) : hearInteraction(link, data);
    work.catch((error: unknown) => tellFailure(parts, { name, channel }, error));
  };
  return { hear, stop: async () => catchUp?.stop() };
}

interface Changing {
  readonly take: (event: InboundEvent) => Promise<{ duplicate: boolean }>;
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
  readonly receiver: Pick<Receiver, "amend">;
}

/** `called`: the message as it is now, where it calls Backlot. */
async function change(
  { take, ask, receiver }: Changing,
  amendment: Amendment,
  called: InboundEvent | undefined,
): Promise<void> {
  if (called && !(await take(called)).duplicate) return;
  await ask(() => receiver.amend(amendment));
}

const unchanged =
  (
    catchUp: CatchUp | undefined,
    at: Pick<Surroundings, "channel"> & { id: string; guild_id: string | undefined; called: unknown },
  ) =>
  (error: unknown): never => {
    if (at.called && !isFinal(error)) catchUp?.lost(at.channel, at.guild_id, at.id, error);
    if (!isFinal(error)) catchUp?.unchanged(at.channel, at.guild_id, at.id, error);
    throw error;
  };

function oneByOne(data: unknown): Where[] {
  const { ids = [], ...where } = (data ?? {}) as Where;
  return ids.map((id) => ({ ...where, id }));
}

/** The channel that a thread is in. */
function parentOf({ client }: Link, id: string, inTurn: ReturnType<typeof createInTurn>): Parent | undefined {
  const channel = client.channels.cache.get(id);
  const parent = channel?.isThread() ? channel.parentId : null;
  return parent === null ? undefined : { id: parent, quiet: () => inTurn(parent, async () => undefined) };
}

const isFinal = (error: unknown): boolean => error instanceof AppError && !error.retryable;

function tellFailure(
  { logger, discord }: EarParts,
  { name, channel }: { readonly name: string; readonly channel: string },
  error: unknown,
): void {
  const { InteractionHasAlreadyBeenAcknowledged, UnknownInteraction } = discord.RESTJSONErrorCodes;
  if (hasCode(error, InteractionHasAlreadyBeenAcknowledged, discord)) logger.warn({ channel }, ANSWERED);
  else if (hasCode(error, UnknownInteraction, discord)) logger.warn({ channel }, TOO_LATE);
  else logger.error({ err: error, dispatch: name, channel }, "something said on Discord was not taken");
}
