import type { Amendment, InboundEvent } from "../../chat/inbound-event.ts";
import { AppError } from "../../domain/errors.ts";
import type { Place } from "../../domain/session.ts";
import { GapRuns } from "../../lib/gap-runs.ts";
import { untilKnown } from "../../lib/until-known.ts";
import { isAfter, Watermarks } from "../../lib/watermarks.ts";
import { WholeUpTo } from "../../lib/whole-up-to.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Hearing } from "../../ports/hearing.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import { type Gap, joinedGap } from "./gaps.ts";
import type { Link } from "./link.ts";
import { memberChannels } from "./member-channels.ts";
import { readBack } from "./read-back.ts";
import { restored } from "./restored.ts";
import { tsAt, tsBefore } from "./ts.ts";

/** Marks that moved are written together this often. */
const GATHER_MS = 5_000;
/** Channels of a workspace that are read at a time, in the background: Slack takes some fifty such requests a minute there. */
const AT_A_TIME = 2;
/** Channels of a workspace that are read unasked after a gap, those heard latest first; the others, when somebody speaks there again. */
const MAX_UNASKED = 300;
const JUST_BEFORE_MS = 60_000;
/** Channels of a workspace where nobody has called Backlot yet, and that are read for who does now. */
const MAX_STRANGE = 100;
/** Stands for all channels of a workspace where nobody has called Backlot yet. */
const STRANGE = "*";

export interface CatchUpParts {
  /** How a workspace is asked, `hurry`: by somebody who is waited for; undefined where Backlot is not installed any more. */
  readonly linkOf: (
    workspace: string,
    hurry: boolean,
  ) => Promise<(Link & { readonly selfId: string }) | undefined>;
  readonly receiver: Receiver;
  readonly hearing: Hearing;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly answerMissedWithinMs: number;
  readonly take: (event: InboundEvent) => Promise<{ duplicate: boolean }>;
  readonly amend: (amendment: Amendment) => Promise<unknown>;
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Hears what was said while nobody listened: at start, and whenever the connection was lost, since Slack tells nobody
 * what happened meanwhile. What is said later waits for its own channel and no other.
 */
export class CatchUp {
  readonly #parts: CatchUpParts;
  readonly #marks: Watermarks<Place>;
  readonly #restored: Promise<void>;
  readonly #gaps: GapRuns<Gap>;
  /** Gaps are read when they are over. */
  #connected = Promise.withResolvers<void>();
  #isConnected = false;
  #planned: Promise<void>;
  /** The channels and threads that were followed when it was found out what is missing. */
  #known: ReadonlySet<string> = new Set();
  /** Channels that could not be read yet: since when, and what is not to be moved until they are. */
  readonly #missing = new Map<string, { since: string; readonly stuck: Set<string> }>();
  readonly #whole: WholeUpTo;
  /** What was said before may not be heard; another process may have heard it. */
  #since: Date;
  #stopped = false;

  constructor(parts: CatchUpParts) {
    this.#parts = parts;
    this.#since = parts.clock.now();
    const { hearing, clock, logger } = parts;
    this.#marks = new Watermarks<Place>({
      write: (moved) => hearing.keep(moved),
      now: () => this.#whole.at,
      after: (ms, callback) => clock.after(ms, callback),
      failed: (error) => logger.warn({ err: error }, "how far Slack was heard could not be kept yet"),
      gatherMs: GATHER_MS,
    });
    this.#gaps = new GapRuns({
      read: (_key, gap, hurry) => this.#read(gap, hurry),
      after: (ms, callback) => clock.after(ms, callback),
      joined: joinedGap,
      failed: (key, gap, error, tries, stubborn) => this.#failed(key, gap, { error, tries, stubborn }),
      atATime: AT_A_TIME,
      laneOf: (key) => key.split(" ", 1)[0] ?? key,
    });
    this.#whole = new WholeUpTo({ now: () => clock.now(), isBusy: () => this.#gaps.isBusy });
    this.#restored = this.#restore();
    this.#planned = this.#restored.then(() => this.#plan());
  }

  /** From now on nothing is heard. */
  deaf(): void {
    if (this.#isConnected) this.#connected = Promise.withResolvers<void>();
    this.#isConnected = false;
    this.#planned = this.#restored.then(() => this.#plan());
  }

  /** What is said is heard again. */
  async hearing(): Promise<void> {
    this.#since = this.#parts.clock.now();
    this.#isConnected = true;
    this.#connected.resolve();
    await this.#planned;
    this.#gaps.go();
  }

  /** Resolves when what was said in the channel before is taken, or cannot be read for long. False: all has stopped. */
  async before({ workspace, channel }: Place): Promise<boolean> {
    await this.#planned;
    const key = keyOf({ platform: "slack", workspace, channel });
    // Somebody may have called Backlot there for the first time, and now says more.
    if (!this.#known.has(key)) await this.#gaps.over(strangeKey(workspace));
    await this.#gaps.over(key);
    return !this.#stopped;
  }

  /** A message was taken, or was nothing to Backlot. Only places where something was taken are followed. */
  heard(home: Place, ts: string, taken: boolean): void {
    if (this.#stopped) return;
    if (!taken) {
      this.#marks.move(keyOf(home), ts);
      return;
    }
    if (home.thread !== undefined) this.#begun(home);
    this.#marks.watch(keyOf(home), home, ts);
    // The thread that is opened from it is followed from its first message on.
    if (home.thread === undefined)
      this.#marks.watch(keyOf({ ...home, thread: ts }), { ...home, thread: ts }, ts);
    else this.#follow({ ...home, thread: undefined });
  }

  /** What is missing of a channel may be in a thread that nobody has followed so far. */
  #begun(home: Place): void {
    const missing = this.#missing.get(keyOf(channelOf(home)));
    if (missing === undefined || this.#marks.at(keyOf(home)) !== undefined) return;
    this.#marks.stick(keyOf(home), home, missing.since);
    missing.stuck.add(keyOf(home));
  }

  /** A command or a press in a channel: from now on it is followed, once it is known how far it was heard before. */
  async called({ workspace, channel }: Place): Promise<void> {
    await this.#planned;
    this.#follow({ platform: "slack", workspace, channel, thread: undefined });
  }

  /** A message could not be taken: unless Slack sends it again, it is read back when the store is there again. */
  lost(home: Place, ts: string, error: unknown): void {
    if (this.#stopped) return;
    this.#since = this.#parts.clock.now();
    this.#marks.stick(keyOf(home), home, tsBefore(ts));
    this.#follow({ ...home, thread: undefined });
    const [key, channel] = [keyOf(channelOf(home)), channelOf(home)];
    const last = this.#marks.at(keyOf(home)) ?? tsBefore(ts);
    const threads = new Map(home.thread === undefined ? [] : [[home.thread, last]]);
    this.#gaps.lost(key, { home: channel, since: this.#marks.at(key) ?? tsBefore(ts), threads }, error);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#gaps.stop();
    await this.#marks.flush();
  }

  #follow({ thread: _none, ...channel }: Omit<Place, "thread"> & { thread: undefined }): void {
    if (this.#stopped || this.#marks.at(keyOf(channel)) !== undefined) return;
    this.#marks.watch(keyOf(channel), channel, tsAt(this.#parts.clock.now().getTime() - JUST_BEFORE_MS));
  }

  async #restore(): Promise<void> {
    const marks = await untilKnown(() => this.#parts.hearing.marks("slack"), {
      ...this.#parts,
      stopped: () => this.#stopped,
    });
    if (!marks) return;
    for (const mark of restored(marks).marks) this.#marks.restore(keyOf(mark.home), mark);
  }

  /** The marks as they are now: what is heard meanwhile must not hide what was missed. */
  #plan(): void {
    const threads = new Map<string, Map<string, string>>();
    const marks = this.#marks.entries();
    this.#known = new Set(marks.map(({ key }) => key));
    this.#whole.behind(this.#marks.awake);
    for (const { home, last } of marks) {
      if (home.thread === undefined) continue;
      const key = keyOf(channelOf(home));
      threads.set(key, (threads.get(key) ?? new Map()).set(home.thread, last));
    }
    for (const { key, home, last } of marks) {
      if (home.thread !== undefined) continue;
      const gap = { home, since: last, threads: threads.get(key) ?? new Map() };
      this.#gaps.set(key, gap, this.#gaps.unasked(key) < MAX_UNASKED);
    }
    // Somebody may have called Backlot for the first time in a channel it is in.
    for (const [workspace, at] of lastHeard(marks)) {
      const home: Place = { platform: "slack", workspace, channel: STRANGE };
      this.#gaps.set(keyOf(home), {
        home,
        since: tsAt(at - JUST_BEFORE_MS),
        threads: new Map(),
        strange: true,
      });
    }
  }

  /** Channels that are known are left out; the others are read one by one, as those are. */
  async #strangers(link: Link, { home, ...gap }: Gap): Promise<void> {
    const there = (await memberChannels(link, this.#parts.ask)).map((channel) => ({ ...home, channel }));
    const strange = there.filter((one) => !this.#known.has(keyOf(one)));
    for (const one of strange.slice(0, MAX_STRANGE)) this.#gaps.set(keyOf(one), { ...gap, home: one });
    this.#gaps.go();
  }

  async #read(gap: Gap, hurry: boolean): Promise<void> {
    const { linkOf, clock, logger, ...parts } = this.#parts;
    await this.#connected.promise;
    try {
      const link = await linkOf(gap.home.workspace, hurry);
      if (!link) return;
      if (gap.home.channel === STRANGE) {
        await this.#strangers(link, gap);
        return;
      }
      const passed = (home: Place, last: string, meant: boolean) => {
        this.#marks.unstick(keyOf(home));
        this.heard(home, last, meant);
      };
      // What was said since is heard besides, and no longer too late to be answered.
      const now = () => this.#since.getTime();
      const read = async () => {
        await readBack({ ...parts, logger, link, selfId: link.selfId, now, passed }, gap);
        await this.#marks.flush();
      };
      await (parts.hearing.alone?.(gap.home, this.#since, read) ?? read());
      this.#isRead(gap);
    } catch (error) {
      if (!(error instanceof AppError) || error.retryable) throw error;
      const { channel } = gap.home;
      this.#isRead(gap);
      logger.info({ err: error, channel }, "what was said there meanwhile cannot be read");
    }
  }

  #isRead({ home, threads }: Gap): void {
    const key = keyOf(home);
    const stuck = this.#missing.get(key)?.stuck ?? [];
    this.#missing.delete(key);
    for (const thread of threads.keys()) this.#marks.unstick(keyOf({ ...home, thread }));
    for (const one of [key, ...stuck]) this.#marks.unstick(one);
  }

  /** What comes later may go ahead, and must not move the marks past what is missing. */
  #failed(
    key: string,
    { home, since, threads }: Gap,
    { error, tries, stubborn }: { error: unknown; tries: number; stubborn: boolean },
  ): void {
    const { channel } = home;
    const level = stubborn ? "error" : "warn";
    this.#parts.logger[level]({ err: error, channel, tries }, "what was missed there could not be read yet");
    if (channel === STRANGE) return;
    const known = this.#missing.get(key);
    this.#missing.set(key, {
      since: known && isAfter(since, known.since) ? known.since : since,
      stuck: known?.stuck ?? new Set(),
    });
    this.#marks.stick(key, home, since);
    for (const [thread, last] of threads)
      this.#marks.stick(keyOf({ ...home, thread }), { ...home, thread }, last);
  }
}

/** When something was heard in each workspace last, in milliseconds. */
function lastHeard(marks: readonly { readonly home: Place; readonly at: Date }[]): Map<string, number> {
  const heard = new Map<string, number>();
  for (const { home, at } of marks)
    heard.set(home.workspace, Math.max(heard.get(home.workspace) ?? 0, at.getTime()));
  return heard;
}

const strangeKey = (workspace: string) => keyOf({ platform: "slack", workspace, channel: STRANGE });
const keyOf = ({ workspace, channel, thread }: Place) => [workspace, channel, thread ?? ""].join(" ");
const channelOf = ({ thread: _thread, ...channel }: Place): Place => channel;
