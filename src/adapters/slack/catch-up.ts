import type { Amendment, InboundEvent } from "../../chat/inbound-event.ts";
import { AppError } from "../../domain/errors.ts";
import type { Place } from "../../domain/session.ts";
import { GapRuns } from "../../lib/gap-runs.ts";
import { Watermarks } from "../../lib/watermarks.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Hearing } from "../../ports/hearing.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import type { Link } from "./link.ts";
import { memberChannels } from "./member-channels.ts";
import { type Gap, readBack } from "./read-back.ts";
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
  readonly take: (event: InboundEvent) => Promise<unknown>;
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
  #planned: Promise<void>;
  /** What was said before may not be heard; another process may have heard it. */
  #since: Date;
  #stopped = false;

  constructor(parts: CatchUpParts) {
    this.#parts = parts;
    this.#since = parts.clock.now();
    const { hearing, clock, logger } = parts;
    this.#marks = new Watermarks<Place>({
      write: (moved) => hearing.keep(moved),
      now: () => clock.now(),
      after: (ms, callback) => clock.after(ms, callback),
      failed: (error) => logger.warn({ err: error }, "how far Slack was heard could not be kept yet"),
      gatherMs: GATHER_MS,
    });
    this.#gaps = new GapRuns({
      read: (_key, gap, hurry) => this.#read(gap, hurry),
      after: (ms, callback) => clock.after(ms, callback),
      failed: (key, { home: { channel } }, error, tries) => this.#failed(key, channel, error, tries),
      atATime: AT_A_TIME,
      laneOf: (key) => key.split(" ", 1)[0] ?? key,
    });
    this.#restored = this.#restore();
    this.#planned = this.#restored.then(() => this.#plan());
  }

  /** From now on nothing is heard. */
  deaf(): void {
    this.#connected = Promise.withResolvers<void>();
    this.#planned = this.#restored.then(() => this.#plan());
  }

  /** What is said is heard again. */
  async hearing(): Promise<void> {
    this.#since = this.#parts.clock.now();
    this.#connected.resolve();
    await this.#planned;
    this.#gaps.go();
  }

  /** Resolves when what was said in the channel before is taken. */
  async before({ workspace, channel }: Place): Promise<void> {
    await this.#planned;
    await this.#gaps.over(keyOf({ platform: "slack", workspace, channel }));
  }

  /** A message was taken, or was nothing to Backlot. Only places where something was taken are followed. */
  heard(home: Place, ts: string, taken: boolean): void {
    if (this.#stopped) return;
    if (!taken) {
      this.#marks.move(keyOf(home), ts);
      return;
    }
    this.#marks.watch(keyOf(home), home, ts);
    // The thread that is opened from it is followed from its first message on.
    if (home.thread === undefined)
      this.#marks.watch(keyOf({ ...home, thread: ts }), { ...home, thread: ts }, ts);
    else this.#follow({ ...home, thread: undefined });
  }

  /** A command or a press in a channel: from now on it is followed. */
  called({ workspace, channel }: Place): void {
    this.#follow({ platform: "slack", workspace, channel, thread: undefined });
  }

  /** A message could not be taken: unless Slack sends it again, it is read back when the store is there again. */
  lost(home: Place, ts: string, error: unknown): void {
    if (this.#stopped) return;
    this.#since = this.#parts.clock.now();
    this.#marks.stick(keyOf(home), home, tsBefore(ts));
    this.#follow({ ...home, thread: undefined });
    const [key, channel] = [keyOf(channelOf(home)), channelOf(home)];
    const threads = new Map(home.thread === undefined ? [] : [[home.thread, tsBefore(ts)]]);
    this.#gaps.again(key, { home: channel, since: this.#marks.at(key) ?? tsBefore(ts), threads }, error);
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
    try {
      const marks = await this.#parts.ask(() => this.#parts.hearing.marks("slack"));
      for (const { home, at, last = tsAt(at.getTime() - JUST_BEFORE_MS) } of marks)
        this.#marks.restore(keyOf(home), { home, last, at });
      // The call that opened a talk stands in the channel above it.
      for (const { home, at } of marks) {
        const channel = channelOf(home);
        const last = tsAt(at.getTime() - JUST_BEFORE_MS);
        if (home.thread !== undefined) this.#marks.restore(keyOf(channel), { home: channel, last, at });
      }
    } catch (error) {
      this.#parts.logger.error({ err: error }, "what was missed on Slack could not be looked for");
    }
  }

  /** The marks as they are now: what is heard meanwhile must not hide what was missed. */
  #plan(): void {
    const threads = new Map<string, Map<string, string>>();
    const marks = this.#marks.entries();
    for (const { home, last } of marks) {
      if (home.thread === undefined) continue;
      const key = keyOf(channelOf(home));
      threads.set(key, (threads.get(key) ?? new Map()).set(home.thread, last));
    }
    for (const { key, home, last } of marks) {
      if (home.thread !== undefined || this.#gaps.has(key)) continue;
      const gap = { home, since: last, threads: threads.get(key) ?? new Map() };
      this.#gaps.set(key, gap, this.#gaps.unasked(key) < MAX_UNASKED);
    }
    // Somebody may have called Backlot for the first time in a channel it is in.
    for (const [workspace, at] of lastHeard(marks)) {
      const home: Place = { platform: "slack", workspace, channel: STRANGE };
      if (this.#gaps.has(keyOf(home))) continue;
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
    const strange = there.filter((one) => this.#marks.at(keyOf(one)) === undefined);
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
      this.#marks.unstick(keyOf(gap.home));
      for (const thread of gap.threads.keys()) this.#marks.unstick(keyOf({ ...gap.home, thread }));
    } catch (error) {
      if (!(error instanceof AppError) || error.retryable) throw error;
      const { channel } = gap.home;
      logger.info({ err: error, channel }, "what was said there meanwhile cannot be read");
    }
  }

  #failed(key: string, channel: string, error: unknown, tries: number | undefined): void {
    const { logger } = this.#parts;
    if (tries !== undefined) {
      logger.warn({ err: error, channel, tries }, "what was missed there could not be read yet");
      return;
    }
    logger.error({ err: error, channel }, "what was missed there is given up");
    this.#marks.unstick(key);
  }
}

/** When something was heard in each workspace last, in milliseconds. */
function lastHeard(marks: readonly { readonly home: Place; readonly at: Date }[]): Map<string, number> {
  const heard = new Map<string, number>();
  for (const { home, at } of marks)
    heard.set(home.workspace, Math.max(heard.get(home.workspace) ?? 0, at.getTime()));
  return heard;
}

const keyOf = ({ workspace, channel, thread }: Place) => [workspace, channel, thread ?? ""].join(" ");
const channelOf = ({ thread: _thread, ...channel }: Place): Place => channel;
