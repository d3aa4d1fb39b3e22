import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Place } from "../../domain/session.ts";
import { isAfter } from "../../lib/watermarks.ts";
import type { Receiver } from "../../ports/platform.ts";
import { channelSince, type Told, threadSince } from "./history.ts";
import type { Link } from "./link.ts";
import { messageInbound } from "./message-inbound.ts";
import { tsAt, tsBefore } from "./ts.ts";

/** What is older is nobody's question any more. */
const MAX_AGE_MS = 7 * 24 * 3_600_000;
/** Answered one by one; with more than these, people would find their channel full of answers. */
const MAX_ANSWERED = 25;
/** Threads that are asked for one by one, because they began before what the channel's history tells. */
const MAX_OLD_THREADS = 20;

/** A channel that was not listened to for some time. */
export interface Gap {
  readonly home: Place;
  /** What came up to this time was heard. */
  readonly since: string;
  /** Threads with how far they were heard. */
  readonly threads: ReadonlyMap<string, string>;
}

export interface ReadBackParts {
  readonly link: Link;
  readonly selfId: string;
  readonly receiver: Receiver;
  readonly take: (event: InboundEvent) => Promise<unknown>;
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  readonly answerMissedWithinMs: number;
  /** Everything up to this time has been taken there. `meant`: some of it was for Backlot. */
  readonly passed: (home: Place, last: string, meant: boolean) => void;
}

/**
 * Reads what was said in a channel and its threads while nobody listened, in order, and takes what is meant for Backlot.
 * Safe to repeat: what was taken before is known by its id.
 */
export async function readBack(parts: ReadBackParts, gap: Gap): Promise<void> {
  const { link, ask } = parts;
  const { channel } = gap.home;
  const horizon = tsAt(parts.now() - MAX_AGE_MS);
  const since = later(gap.since, horizon);
  const recent = [...gap.threads].filter(([, last]) => isAfter(last, horizon));
  // One request tells the channel's news and which of its threads have any, where they began not long ago.
  const from = recent.map(([ts]) => later(tsBefore(ts), horizon)).reduce(earlier, since);
  const { messages, more } = await channelSince(link, ask, channel, from);
  const fresh = messages.filter(({ ts = "" }) => isAfter(ts, since));
  await takeAll(parts, gap.home, fresh, more);
  const told = new Set(messages.map(({ ts }) => ts));
  const moved = messages.flatMap(({ ts = "", latest_reply }) => {
    const last = later(gap.threads.get(ts) ?? since, horizon);
    return latest_reply !== undefined && isAfter(latest_reply, last) ? [{ ts, last }] : [];
  });
  const untold = recent.filter(([ts]) => !told.has(ts)).slice(0, MAX_OLD_THREADS);
  for (const { ts, last } of [...moved, ...untold.map(([ts, last]) => ({ ts, last }))]) {
    const thread = await threadSince(link, ask, channel, ts, last);
    const answers = thread.messages.filter((one) => one.ts !== ts && isAfter(one.ts ?? "", last));
    await takeAll(parts, { ...gap.home, thread: ts }, answers, thread.more);
  }
}

async function takeAll(
  parts: ReadBackParts,
  home: Place,
  messages: readonly Told[],
  more: boolean,
): Promise<void> {
  const { receiver, take, passed, ask, answerMissedWithinMs } = parts;
  const events: InboundEvent[] = [];
  for (const message of messages) {
    const event = await meant(parts, home, message);
    if (event) events.push(event);
  }
  const oldest = parts.now() - answerMissedWithinMs;
  const late = events.filter(
    ({ at }, index) => Date.parse(at) < oldest || index < events.length - MAX_ANSWERED,
  );
  if (late.length > 0) await ask(async () => receiver.hearing?.missed({ home, events: late, more }));
  for (const event of events.slice(late.length)) {
    await take(event);
    if (event.type === "message" && event.platform_id) passed(home, event.platform_id, true);
  }
  const newest = messages.at(-1)?.ts;
  if (newest) passed(home, newest, events.length > 0);
}

/** History leaves out what is the same for all of it. */
async function meant(
  { receiver, selfId, ask }: ReadBackParts,
  { workspace, channel }: Place,
  message: Told,
): Promise<InboundEvent | undefined> {
  const channel_type = channel.startsWith("D") ? "im" : "channel";
  const event = {
    message: undefined,
    previous_message: undefined,
    ...message,
    type: "message",
    channel,
    channel_type,
  };
  const heard = messageInbound({ team_id: workspace, event }, selfId);
  if (heard?.type !== "event") return undefined;
  const counts = heard.addressed || (await ask(async () => receiver.knows?.(heard.event.place)));
  return counts ? heard.event : undefined;
}

const later = (a: string, b: string) => (isAfter(a, b) ? a : b);
const earlier = (a: string, b: string) => (isAfter(a, b) ? b : a);
