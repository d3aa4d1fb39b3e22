import { z } from "zod";
import type { ReadPart } from "../../lib/missing-from.ts";
import { isAfter } from "../../lib/watermarks.ts";
import type { Link } from "./link.ts";
import { SlackMessage } from "./payload.ts";

/** Slack tells apps that are not its own fewer at a time, and more pages then (https://docs.slack.dev/reference/methods/conversations.history). */
const PAGE = 200;
const MAX_PAGES = 5;

const Told = SlackMessage.extend({ latest_reply: z.string().optional() });
export type Told = z.infer<typeof Told>;

export interface Pages {
  /** Oldest first. */
  readonly messages: readonly Told[];
  /** There was more than is read. */
  readonly more: boolean;
  /** What was read without a hole. */
  readonly read: ReadPart;
}

type Ask = <T>(work: () => Promise<T>) => Promise<T>;

/** How far back it is read, and how many requests that may take. */
export interface Span {
  /** Nothing before is told. */
  readonly oldest: string;
  /** What comes before is told as far as it comes along. */
  readonly needed: string;
  readonly maxPages?: number;
}

/** What stands in a channel itself since then. Of too much, the newest. */
export const channelSince = ({ web }: Link, ask: Ask, channel: string, span: Span): Promise<Pages> =>
  pages(
    ask,
    (cursor) => web.conversations.history({ channel, oldest: span.oldest, limit: PAGE, ...cursor }),
    span,
  );

/** The answers in a thread since then. Of too many, the oldest; the next gap is read from there. */
export const threadSince = (
  { web }: Link,
  ask: Ask,
  channel: string,
  ts: string,
  oldest: string,
  maxPages?: number,
): Promise<Pages> =>
  pages(ask, (cursor) => web.conversations.replies({ channel, ts, oldest, limit: PAGE, ...cursor }), {
    oldest,
    ...(maxPages === undefined ? {} : { maxPages }),
  });

interface Page {
  readonly messages?: readonly unknown[];
  readonly has_more?: boolean;
  readonly response_metadata?: { readonly next_cursor?: string };
}

async function pages(
  ask: Ask,
  call: (cursor: { cursor?: string }) => Promise<Page>,
  { oldest, needed, maxPages = MAX_PAGES }: Pick<Span, "oldest"> & Partial<Span>,
): Promise<Pages> {
  const messages = new Map<string, Told>();
  const there = new Set<string>();
  let [cursor, whole]: [string | undefined, boolean] = [undefined, false];
  for (let page = 0; page < maxPages; page += 1) {
    const told = await ask(() => call(cursor ? { cursor } : {}));
    for (const one of told.messages ?? []) {
      const { ts } = one as { ts?: string };
      if (ts !== undefined) there.add(ts);
      const message = Told.safeParse(one).data;
      if (message?.ts) messages.set(message.ts, message);
    }
    whole = told.has_more !== true;
    cursor = told.has_more ? told.response_metadata?.next_cursor : undefined;
    const isEnough = needed !== undefined && [...messages.keys()].some((ts) => !isAfter(ts, needed));
    if (isEnough) cursor = undefined;
    if (!cursor) break;
  }
  const order = ({ ts: a = "" }: Told, { ts: b = "" }: Told) => (isAfter(a, b) ? 1 : -1);
  const ids = [...there].toSorted((a, b) => (isAfter(a, b) ? 1 : -1));
  const [first = oldest, last = oldest] = [ids[0], ids.at(-1)];
  // A channel is told from its newest message back, a thread from its oldest on.
  const part = needed === undefined ? { after: oldest, upTo: last } : { after: first };
  return {
    messages: [...messages.values()].toSorted(order),
    more: cursor !== undefined,
    read: { ids, ...(whole ? { after: oldest } : part) },
  };
}
