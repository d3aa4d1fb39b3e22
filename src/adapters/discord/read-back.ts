import type { APIMessage } from "discord.js";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import { AppError } from "../../domain/errors.ts";
import type { ReadPart } from "../../lib/missing-from.ts";
import { isAfter } from "../../lib/watermarks.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import { amendChanged } from "./edited.ts";
import type { Gap } from "./gaps.ts";
import { homeOfChannel } from "./gaps.ts";
import { inbound } from "./inbound.ts";
import type { Link } from "./link.ts";
import { lookFrom } from "./look-around.ts";
import { amendMissing } from "./missing.ts";
import { snowflakeAt } from "./snowflake.ts";

/** The most that Discord tells at once (https://docs.discord.com/developers/resources/message#get-channel-messages). */
const PAGE = 100;
const MAX_PAGES = 10;
/** In a channel where nobody has called Backlot yet. */
const MAX_STRANGE_PAGES = 1;
/** What is older is nobody's question any more. */
const MAX_AGE_MS = 7 * 24 * 3_600_000;
/** Answered one by one; with more than these, people would find their channel full of answers. */
const MAX_ANSWERED = 25;

export interface ReadBackParts {
  readonly link: Link;
  readonly receiver: Receiver;
  readonly take: (event: InboundEvent) => Promise<{ duplicate: boolean }>;
  readonly logger: Pick<Logger, "error">;
  /** Calls Discord, for as long as it asks to wait or is away for a moment. */
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  /** What is older is told in one line. */
  readonly answerMissedWithinMs: number;
  /** Everything up to this id has been taken. `meant`: some of it was for Backlot. */
  readonly passed: (last: string, meant: boolean) => void;
}

/**
 * Reads what was said in a channel while nobody listened, in order, and takes what is meant for Backlot. Safe to repeat:
 * what was taken before is known by its id.
 */
export async function readBack(parts: ReadBackParts, gap: Gap): Promise<void> {
  const home = homeOfChannel(gap.channel, gap.guild);
  // What is stored while history is read may stand behind what that tells.
  const stood = (await parts.ask(async () => parts.receiver.hearing?.standing?.(home))) ?? [];
  if (gap.edited !== undefined) await amendChanged(parts, gap, stood);
  if (gap.silent) return;
  const { messages, more, read } = await history(parts, gap);
  await amendMissing(parts, gap, stood, read);
  const events: InboundEvent[] = [];
  const known = knownPlaces(parts);
  const members = new Map<string, Promise<Member | undefined>>();
  for (const message of messages) {
    const event = await meant(parts, gap, message, { known, members });
    if (event) events.push(event);
  }
  const oldest = parts.now() - parts.answerMissedWithinMs;
  const late = events.filter(
    ({ at }, index) => Date.parse(at) < oldest || index < events.length - MAX_ANSWERED,
  );
  if (late.length > 0)
    await parts.ask(async () => parts.receiver.hearing?.missed({ home, events: late, more }));
  const edited = new Set(messages.flatMap(({ id, edited_timestamp }) => (edited_timestamp ? [id] : [])));
  for (const event of events.slice(late.length)) {
    await takeOne(parts, event, event.type === "message" && edited.has(event.platform_id ?? ""));
    if (event.type === "message" && event.platform_id) parts.passed(event.platform_id, true);
  }
  const newest = messages.at(-1);
  if (newest) parts.passed(newest.id, events.length > 0);
}

/** What was taken before it was edited is known with its former words. What can never be taken keeps nothing else waiting. */
async function takeOne(
  { take, ask, receiver, logger }: ReadBackParts,
  event: InboundEvent,
  isEdited: boolean,
): Promise<void> {
  try {
    const { duplicate } = await take(event);
    if (!duplicate || !isEdited || event.type !== "message") return;
    await ask(() => receiver.amend({ event_id: event.id, place: event.place, text: event.text }));
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    logger.error({ err: error, event_id: event.id }, "something said on Discord was not taken");
  }
}

interface Told {
  /** Oldest first. Where more was said than is read, the newest page is among it. */
  readonly messages: APIMessage[];
  readonly more: boolean;
  /** What was read without a hole. */
  readonly read: ReadPart;
}

async function history(parts: ReadBackParts, gap: Gap): Promise<Told> {
  const horizon = snowflakeAt(parts.now() - MAX_AGE_MS);
  const start = isAfter(gap.since, horizon) ? gap.since : horizon;
  const messages: APIMessage[] = [];
  const pages = gap.bound ? MAX_PAGES : MAX_STRANGE_PAGES;
  for (let page = 0, after = start; page < pages; page += 1) {
    const told = await fetchPage(parts, gap.channel.id, { after });
    messages.push(...told);
    after = told.at(-1)?.id ?? after;
    if (told.length < PAGE)
      return { messages, more: false, read: { ids: messages.map(({ id }) => id), after: start } };
  }
  const last = messages.at(-1)?.id ?? start;
  const read = { ids: messages.map(({ id }) => id), after: start, upTo: last };
  const newest = await fetchPage(parts, gap.channel.id, {});
  const beyond = newest.filter(({ id }) => isAfter(id, last));
  return { messages: [...messages, ...beyond], more: beyond.length === PAGE, read };
}

/** An id that orders is as long as another or shorter; Discord tells the newest first. */
async function fetchPage(
  { link: { client, discord }, ask }: ReadBackParts,
  channel: string,
  where: { after?: string },
): Promise<APIMessage[]> {
  const query = new URLSearchParams({ limit: String(PAGE), ...where });
  const told = await ask(() => client.rest.get(discord.Routes.channelMessages(channel), { query }));
  return (told as APIMessage[]).toSorted((a, b) => (isAfter(a.id, b.id) ? 1 : -1));
}

/** History says nothing of the author's roles, so they are asked for, where the message counts. */
async function meant(
  parts: ReadBackParts,
  gap: Gap,
  message: APIMessage,
  { known, members }: Asked,
): Promise<InboundEvent | undefined> {
  const told = { ...message, ...(gap.guild === undefined ? {} : { guild_id: gap.guild }) };
  const heard = inbound("MESSAGE_CREATE", told, lookFrom(parts.link, told, gap.channel));
  if (heard?.type !== "event" || heard.unread) return undefined;
  const counts = await known(heard.event, heard.addressed);
  if (!counts) return undefined;
  const { id } = message.author;
  const asked = members.get(id) ?? memberOf(parts, gap.guild, id);
  members.set(id, asked);
  const member = await asked;
  const whole = { ...told, ...(member ? { member } : {}) };
  const again = inbound("MESSAGE_CREATE", whole, lookFrom(parts.link, whole, gap.channel));
  return again?.type === "event" ? again.event : heard.event;
}

/** What hundreds of messages of one channel ask once. */
interface Asked {
  readonly known: (event: InboundEvent, addressed: boolean) => Promise<boolean>;
  readonly members: Map<string, Promise<Member | undefined>>;
}

interface Member {
  readonly nick?: string | null;
  readonly roles: string[];
}

/** Undefined for somebody who has left. */
async function memberOf(
  { link: { client, discord }, ask }: ReadBackParts,
  guild: string | undefined,
  user: string,
): Promise<Member | undefined> {
  if (guild === undefined) return undefined;
  try {
    return (await ask(() => client.rest.get(discord.Routes.guildMember(guild, user)))) as Member;
  } catch (error) {
    if (error instanceof discord.DiscordAPIError && error.status < 500) return undefined;
    throw error;
  }
}

/**
 * Hundreds of messages of one channel ask once whether it is listened to. In a thread where Backlot is called all counts
 * that follows.
 */
function knownPlaces({ receiver, ask }: ReadBackParts): Asked["known"] {
  const known = new Map<string, Promise<boolean>>();
  return ({ place }, addressed) => {
    const key = [place.channel, place.thread ?? ""].join(" ");
    const found = addressed
      ? Promise.resolve(true)
      : (known.get(key) ?? ask(async () => (await receiver.knows?.(place)) ?? false));
    if (!addressed || place.thread !== undefined) known.set(key, found);
    return found;
  };
}
