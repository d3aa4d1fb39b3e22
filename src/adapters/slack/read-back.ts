import type { Amendment, InboundEvent } from "../../chat/inbound-event.ts";
import { AppError } from "../../domain/errors.ts";
import type { Place } from "../../domain/session.ts";
import { missingFrom, type ReadPart } from "../../lib/missing-from.ts";
import { isAfter } from "../../lib/watermarks.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import type { Gap } from "./gaps.ts";
import { channelSince, type Pages, type Told, threadSince } from "./history.ts";
import type { Link } from "./link.ts";
import { messageInbound, missingMessage } from "./message-inbound.ts";
import { changedSince } from "./read-changes.ts";
import { tsAgo, tsAt, tsBefore } from "./ts.ts";

/** What is older is nobody's question any more. */
const MAX_AGE_MS = 7 * 24 * 3_600_000;
/** Answered one by one; with more than these, people would find their channel full of answers. */
const MAX_ANSWERED = 25;
/** Threads that are asked for one by one, because they began before what the channel's history tells. */
const MAX_OLD_THREADS = 20;
/** Threads with news, in a channel where nobody has called Backlot yet. */
const MAX_STRANGE_THREADS = 5;
/** What people change of what they said, they change within this time, if the channel's pages tell of it. */
const MAX_CHANGED_MS = 24 * 3_600_000;
/** A thread tells of no change to who does not read it: those of the last hour are read for that, so many of a channel. */
const MAX_CHANGED_IN_THREAD_MS = 3_600_000;
const MAX_CHANGED_THREADS = 10;

/** What was said just now, and heard by another process, may not stand in what is told yet. */
const SETTLED_MS = 5_000;

export interface ReadBackParts {
  readonly link: Link;
  readonly selfId: string;
  readonly receiver: Receiver;
  readonly logger: Logger;
  readonly take: (event: InboundEvent) => Promise<{ duplicate: boolean }>;
  readonly amend: (amendment: Amendment) => Promise<unknown>;
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  readonly answerMissedWithinMs: number;
  /** Everything up to this time has been taken there. `meant`: some of it was for Backlot. */
  readonly passed: (home: Place, last: string, meant: boolean) => void;
}

/**
 * Reads what was said in a channel and its threads while nobody listened, in order, and takes what is meant for Backlot,
 * and what was changed of what it had heard before. Safe to repeat: what was taken before is known by its id.
 */
export async function readBack(parts: ReadBackParts, gap: Gap): Promise<void> {
  const { link, ask } = parts;
  const { channel } = gap.home;
  const horizon = tsAt(parts.now() - MAX_AGE_MS);
  const since = later(gap.since, horizon);
  const recent = [...gap.threads].filter(([, last]) => isAfter(last, horizon));
  // One request tells the channel's news and which of its threads have any, where they began not long ago.
  const needed = recent.map(([ts]) => later(tsBefore(ts), horizon)).reduce(earlier, since);
  const oldest = gap.strange ? since : earlier(needed, later(tsAgo(since, MAX_CHANGED_MS), horizon));
  const span = { oldest, needed, ...(gap.strange ? { maxPages: 1 } : {}) };
  const stood = gap.strange ? [] : await standing(parts, gap.home);
  const { messages, more, read } = await channelSince(link, ask, channel, span);
  await takeChanges(parts, gap.home, messages, since);
  await takeMissing(parts, gap.home, stood, read);
  const fresh = messages.filter(({ ts = "" }) => isAfter(ts, since));
  // Until its threads are read, too, what is new in those that nobody follows is known by how far the channel was heard.
  const atLast: (() => void)[] = [];
  const passed: ReadBackParts["passed"] = (...all) => void atLast.push(() => parts.passed(...all));
  const { strange = false } = gap;
  const calls = new Set<string>();
  await takeAll({ ...parts, passed }, { strange, calls }, gap.home, fresh, more);
  for (const { ts, last } of threadsToRead(gap, messages, since, horizon)) {
    const home = { ...gap.home, thread: ts };
    const answered = await standing(parts, home);
    const thread = await answersSince(parts, home, last, lookBack(last, answered));
    if (!thread) continue;
    const answers = thread.messages.filter((one) => one.ts !== ts);
    await takeChanges(parts, home, answers, last);
    await takeMissing(parts, home, answered, thread.read);
    const unheard = answers.filter((one) => isAfter(one.ts ?? "", last));
    await takeAll(parts, { strange, calls }, home, unheard, thread.more);
  }
  for (const pass of atLast) pass();
}

/** Threads with news, those that the channel's pages do not tell of, and those where somebody may have changed something. */
function threadsToRead(
  { threads, strange }: Gap,
  messages: readonly Told[],
  since: string,
  horizon: string,
): { readonly ts: string; readonly last: string }[] {
  const recent = [...threads].flatMap(([ts, last]) => (isAfter(last, horizon) ? [{ ts, last }] : []));
  const told = new Set(messages.map(({ ts }) => ts));
  const moved = messages.flatMap(({ ts = "", latest_reply }) => {
    const last = later(threads.get(ts) ?? since, horizon);
    return latest_reply !== undefined && isAfter(latest_reply, last) ? [{ ts, last }] : [];
  });
  if (strange) return moved.slice(-MAX_STRANGE_THREADS);
  const untold = recent.filter(({ ts }) => !told.has(ts)).slice(0, MAX_OLD_THREADS);
  const read = new Set([...moved, ...untold].map(({ ts }) => ts));
  const newest = recent.map(({ last }) => last).reduce(later, since);
  const lately = tsAgo(newest, MAX_CHANGED_IN_THREAD_MS);
  // Its first message alone stands in the channel, too.
  const changed = recent
    .filter(({ ts, last }) => !read.has(ts) && last !== ts && isAfter(last, lately))
    .toSorted((a, b) => (isAfter(b.last, a.last) ? 1 : -1))
    .slice(0, MAX_CHANGED_THREADS);
  return [...moved, ...untold, ...changed];
}

/** From where on a thread is looked through for what was changed: no further back than what is known to stand there. */
function lookBack(last: string, stood: readonly string[]): string {
  const lately = tsAgo(last, MAX_CHANGED_IN_THREAD_MS);
  const [first, ...more] = stood;
  return first === undefined ? lately : later(lately, tsBefore(more.reduce(earlier, first)));
}

/**
 * What is new in a thread, with what may have changed before it as far as one request tells that: in a busy thread the
 * changes of an hour may not keep the news waiting. Undefined of a thread that is not there any more: the others of its
 * channel are read all the same.
 */
async function answersSince(
  { link, ask, logger }: ReadBackParts,
  { channel, thread = "" }: Place,
  last: string,
  from: string,
): Promise<Pages | undefined> {
  try {
    const before = await threadSince(link, ask, channel, thread, from, 1);
    if (!before.more) return before;
    const news = await threadSince(link, ask, channel, thread, last);
    const known = before.messages.filter(({ ts = "" }) => !isAfter(ts, last));
    return { ...news, messages: [...known, ...news.messages], read: before.read };
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    logger.info({ err: error, channel, thread }, "what was said in a thread meanwhile cannot be read");
    return undefined;
  }
}

/** Asked before history is read: what is stored meanwhile may stand behind what that tells. */
const standing = async ({ receiver, ask }: ReadBackParts, home: Place): Promise<readonly string[]> =>
  (await ask(async () => receiver.hearing?.standing?.(home))) ?? [];

/** Takes back what stood there and does not any more: history tells of it in no other way. */
async function takeMissing(
  { ask, amend, now }: ReadBackParts,
  home: Place,
  stood: readonly string[],
  read: ReadPart,
): Promise<void> {
  for (const ts of missingFrom(stood, read, tsAt(now() - SETTLED_MS)))
    await ask(() => amend(missingMessage(home, ts)));
}

async function takeChanges(
  { selfId, ask, amend }: ReadBackParts,
  { workspace, channel }: Place,
  messages: readonly Told[],
  since: string,
): Promise<void> {
  const heard = messages.filter(({ ts = "" }) => !isAfter(ts, since));
  for (const amendment of changedSince(heard, { workspace, channel, since, selfId }))
    await ask(() => amend(amendment));
}

async function takeAll(
  parts: ReadBackParts,
  { strange = false, calls }: { readonly strange?: boolean; readonly calls: Set<string> },
  home: Place,
  messages: readonly Told[],
  more: boolean,
): Promise<void> {
  const { receiver, passed, ask, answerMissedWithinMs } = parts;
  const events: InboundEvent[] = [];
  // In a thread that is opened by a call, or where Backlot is called, all counts that follows.
  let opened = home.thread !== undefined && calls.has(home.thread);
  for (const message of messages) {
    const event = await meant(parts, home, message, { strange, opened });
    if (event) events.push(event);
    if (event && home.thread !== undefined) opened = true;
    if (event?.place.thread !== undefined) calls.add(event.place.thread);
  }
  const oldest = parts.now() - answerMissedWithinMs;
  const late = events.filter(
    ({ at }, index) => Date.parse(at) < oldest || index < events.length - MAX_ANSWERED,
  );
  if (late.length > 0) await ask(async () => receiver.hearing?.missed({ home, events: late, more }));
  const edited = new Set(messages.flatMap((one) => (one.edited && one.ts ? [one.ts] : [])));
  for (const event of events.slice(late.length)) {
    await takeOne(parts, event, event.type === "message" && edited.has(event.platform_id ?? ""));
    if (event.type === "message" && event.platform_id) passed(home, event.platform_id, true);
  }
  const newest = messages.at(-1)?.ts;
  if (newest) passed(home, newest, events.length > 0);
}

/** What was taken before it was edited is known with its former words. What can never be taken keeps nothing else waiting. */
async function takeOne(
  { take, ask, amend, logger }: ReadBackParts,
  event: InboundEvent,
  isEdited: boolean,
): Promise<void> {
  try {
    const { duplicate } = await take(event);
    if (!duplicate || !isEdited || event.type !== "message") return;
    await ask(() => amend({ event_id: event.id, place: event.place, text: event.text }));
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    logger.error({ err: error, event_id: event.id }, "something said on Slack was not taken");
  }
}

/** History leaves out what is the same for all of it. */
async function meant(
  { receiver, selfId, ask }: ReadBackParts,
  { workspace, channel }: Place,
  message: Told,
  { strange, opened }: { readonly strange: boolean; readonly opened: boolean },
): Promise<InboundEvent | undefined> {
  const channel_type = channel.startsWith("D") ? "im" : "channel";
  // What a thread began with stands in the channel, and had no thread when it was said.
  const { thread_ts, ...begun } = message;
  const event = {
    message: undefined,
    previous_message: undefined,
    ...(thread_ts === message.ts ? begun : message),
    type: "message",
    channel,
    channel_type,
  };
  const heard = messageInbound({ team_id: workspace, event }, selfId);
  if (heard?.type !== "event" || heard.unread) return undefined;
  const counts =
    heard.addressed || opened || (!strange && (await ask(async () => receiver.knows?.(heard.event.place))));
  return counts ? heard.event : undefined;
}

const later = (a: string, b: string) => (isAfter(a, b) ? a : b);
const earlier = (a: string, b: string) => (isAfter(a, b) ? b : a);
