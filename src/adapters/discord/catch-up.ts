import type { InboundEvent } from "../../chat/inbound-event.ts";
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
import { archivedGaps } from "./archived.ts";
import { withEdits } from "./edited.ts";
import {
  directGaps,
  type Gap,
  GuildPayload,
  gapsIn,
  type Heard,
  homeOfChannel,
  isOf,
  joinedGap,
} from "./gaps.ts";
import type { Link } from "./link.ts";
import { type Parent, placed } from "./placed.ts";
import { readBack } from "./read-back.ts";
import { restored } from "./restored.ts";
import { snowflakeAt } from "./snowflake.ts";
import { type Channel, isThread } from "./surroundings.ts";

/** Marks that moved are written together this often. */
const GATHER_MS = 5_000;
/** Channels that are read at a time, in the background. */
const AT_A_TIME = 3;
/** A guild that Discord announces and then does not tell of. */
const TELLING_MS = 30_000;
const GUILD_TEXT = 0;
/** No channel has it. */
const UNKNOWN = -1;
const NO_GUILD = "";
const JUST_BEFORE_MS = 60_000;

export interface CatchUpParts {
  readonly receiver: Receiver;
  readonly hearing: Hearing;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly answerMissedWithinMs: number;
  readonly ready: Promise<Link>;
  readonly take: (event: InboundEvent) => Promise<{ duplicate: boolean }>;
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Hears what was said while nobody listened: at start, and whenever Discord gives a new session instead of the old one.
 * What is said meanwhile waits for its own channel and no other.
 */
export class CatchUp {
  readonly #parts: CatchUpParts;
  readonly #marks: Watermarks<Place>;
  readonly #restored: Promise<void>;
  /** Guilds whose gaps are not known yet. */
  readonly #told = new Map<string, Promise<void>>();
  readonly #gaps: GapRuns<Gap>;
  readonly #tellings = new Map<string, () => void>();
  /** When anything was heard last before a shard began its session, in milliseconds. */
  readonly #awake = new Map<number, Promise<number | undefined>>();
  #shards = 1;
  /** When anything was heard last before this process began. */
  #lastLife: number | undefined;
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
      failed: (error) => logger.warn({ err: error }, "how far Discord was heard could not be kept yet"),
      gatherMs: GATHER_MS,
      firstAtOnce: true,
    });
    this.#gaps = new GapRuns({
      read: (_channel, gap) => this.#read(gap),
      after: (ms, callback) => clock.after(ms, callback),
      joined: joinedGap,
      failed: (channel, gap, error, tries, stubborn) =>
        this.#failed(channel, gap, { error, tries, stubborn }),
      atATime: AT_A_TIME,
    });
    this.#whole = new WholeUpTo({ now: () => clock.now(), isBusy: () => this.#gaps.isBusy });
    this.#restored = this.#restore();
  }

  /** Takes note of a dispatch that begins a session or tells of a guild. */
  gateway(name: string, data: unknown): void {
    if (name === "READY") this.#begin(data);
    if (name === "GUILD_CREATE") this.#hearOf(data);
  }

  /**
   * Resolves when what was said in the channel before is taken, or cannot be read for long: in a thread that is not
   * followed also what was said in its `parent`, where the call may stand that opened it. False: all has stopped.
   */
  async before(guild: string | undefined, channel: string, parent?: Parent): Promise<boolean> {
    await (this.#told.get(guild ?? NO_GUILD) ?? this.#restored);
    if (parent && this.#marks.at(channel) === undefined) {
      await parent.quiet();
      await this.#gaps.over(parent.id);
    }
    await this.#gaps.over(channel);
    return !this.#stopped;
  }

  /** A message was taken, or was nothing to Backlot. Only channels where something was taken are followed. */
  heard(channel: Channel, guild: string | undefined, messageId: string, taken: boolean): void {
    if (this.#stopped) return;
    if (!taken) {
      this.#marks.move(channel.id, messageId);
      return;
    }
    this.#marks.watch(channel.id, homeOfChannel(channel, guild), messageId);
    if (isThread(channel) && channel.parent_id)
      this.#follow({ id: channel.parent_id, type: GUILD_TEXT }, guild);
  }

  /** A command or a press in a channel: from now on it is followed, once it is known how far it was heard before. */
  async called(channel: Channel, guild: string | undefined): Promise<void> {
    await (this.#told.get(guild ?? NO_GUILD) ?? this.#restored);
    this.#follow(channel, guild);
  }

  #follow(channel: Channel, guild: string | undefined): void {
    if (this.#stopped || this.#marks.at(channel.id) !== undefined) return;
    const just = snowflakeAt(this.#parts.clock.now().getTime() - JUST_BEFORE_MS);
    this.#marks.watch(channel.id, homeOfChannel(channel, guild), just);
  }

  /** A message could not be taken: it is read back when the store is there again. */
  lost(channel: Channel, guild: string | undefined, messageId: string, error: unknown): void {
    if (this.#stopped) return;
    const before = String(BigInt(messageId) - 1n);
    this.#marks.stick(channel.id, homeOfChannel(channel, guild), before);
    const heard = this.#marks.at(channel.id) ?? before;
    this.#lose({ channel, guild, since: isAfter(heard, before) ? before : heard, bound: true }, error);
  }

  /** An edit could not be taken, or that something was deleted: the place is looked through for it. */
  unchanged(channel: Channel, guild: string | undefined, messageId: string, error: unknown): void {
    const since = this.#marks.at(channel.id) ?? messageId;
    const edited = this.#parts.clock.now().getTime() - JUST_BEFORE_MS;
    this.#lose({ channel, guild, since, bound: true, edited, silent: true }, error);
  }

  /** It could not be learned where something was said: it is looked up again, and read there. */
  unplaced(guild: string | undefined, id: string, messageId: string, error: unknown): void {
    const since = this.#marks.at(id) ?? String(BigInt(messageId) - 1n);
    this.#lose({ channel: { id, type: UNKNOWN }, guild, since, bound: true }, error);
  }

  #lose(gap: Gap, error: unknown): void {
    this.#since = this.#parts.clock.now();
    this.#gaps.lost(gap.channel.id, gap, error);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#gaps.stop();
    await this.#marks.flush();
  }

  async #restore(): Promise<void> {
    const marks = await untilKnown(() => this.#parts.hearing.marks("discord"), {
      ...this.#parts,
      stopped: () => this.#stopped,
    });
    if (!marks) return;
    const known = restored(marks);
    this.#lastLife = known.whole?.getTime();
    this.#whole.behind(known.whole);
    for (const mark of known.marks) this.#marks.restore(mark.home.thread ?? mark.home.channel, mark);
  }

  #begin(data: unknown): void {
    this.#since = this.#parts.clock.now();
    const { guilds, shard = [0, 1] } = (data ?? {}) as {
      guilds?: { id: string }[];
      shard?: [number, number];
    };
    this.#shards = shard[1];
    // Other shards may have heard something since the start that says nothing of this one.
    const before = this.#marks.awake?.getTime();
    if (before !== undefined) this.#whole.behind(new Date(before));
    this.#awake.set(
      shard[0],
      this.#awake.has(shard[0]) ? Promise.resolve(before) : this.#restored.then(() => this.#lastLife),
    );
    for (const { id } of guilds ?? []) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#parts.clock.after(TELLING_MS, resolve);
      this.#told.set(id, promise);
      void promise.then(this.#whole.plan());
      this.#tellings.set(id, resolve);
    }
    // Direct messages come through the first shard alone.
    if (shard[0] === 0)
      this.#told.set(
        NO_GUILD,
        this.#plan(async () =>
          this.#withEdits(undefined, directGaps(this.#marks.entries()), await this.#heard()),
        ),
      );
  }

  #hearOf(data: unknown): void {
    const guild = GuildPayload.safeParse(data);
    if (!guild.success) return;
    const { id } = guild.data;
    const [{ clock, ready, ask }, heard] = [this.#parts, this.#heard(id)];
    const planned = this.#plan(async () => this.#withEdits(id, gapsIn(guild.data, await heard), await heard));
    this.#told.set(id, planned);
    void planned.then(() => this.#tellings.get(id)?.());
    const now = clock.now().getTime();
    this.#plan(async () => archivedGaps(await ready, ask, { guild: guild.data, heard: await heard, now }));
  }

  /** The marks as they are when they are known: what is heard meanwhile must not hide what was missed. */
  async #heard(guild?: string): Promise<Heard> {
    await this.#restored;
    const last = new Map(this.#marks.entries().map(({ key, last: id }) => [key, id]));
    const shard = guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(this.#shards));
    const known = this.#awake.get(shard) ?? Promise.resolve(this.#marks.awake?.getTime());
    return { last: (channel) => last.get(channel), awake: await known };
  }

  #withEdits(guild: string | undefined, gaps: readonly Gap[], { awake }: Heard): Gap[] {
    const places = this.#marks.entries().filter(({ home }) => isOf(guild, home));
    const now = this.#parts.clock.now().getTime();
    return withEdits(gaps, { guild, places, awake, now });
  }

  async #plan(find: () => Promise<readonly Gap[]>): Promise<void> {
    const planned = this.#whole.plan();
    await this.#restored;
    const gaps = await untilKnown(find, { ...this.#parts, stopped: () => this.#stopped });
    for (const gap of gaps ?? []) this.#gaps.set(gap.channel.id, gap);
    this.#gaps.go();
    planned();
  }

  async #read(told: Gap): Promise<void> {
    const { hearing, receiver, answerMissedWithinMs, take, ask, ready, logger } = this.#parts;
    const { id } = told.channel;
    const link = await ready;
    try {
      const gap = told.channel.type === UNKNOWN ? await placed(link, ask, told) : told;
      const { parent_id } = gap.channel;
      const opens = isThread(gap.channel) && this.#marks.at(id) === undefined && parent_id;
      if (opens && !(await this.#gaps.over(parent_id)))
        throw new AppError("unavailable", "what opened the thread is not read yet", { retryable: true });
      // What was said since is heard besides, and no longer too late to be answered.
      const now = () => this.#since.getTime();
      const passed = (last: string, meant: boolean) => {
        this.#marks.unstick(id);
        this.heard(gap.channel, gap.guild, last, meant);
      };
      const read = async () => {
        const parts = { link, receiver, take, ask, now, answerMissedWithinMs, passed, logger };
        await readBack(parts, gap);
        await this.#marks.flush();
      };
      await (hearing.alone?.(homeOfChannel(gap.channel, gap.guild), this.#since, read) ?? read());
      this.#marks.unstick(id);
    } catch (error) {
      const { DiscordAPIError } = link.discord;
      if (!(error instanceof DiscordAPIError) || error.status >= 500) throw error;
      this.#marks.unstick(id);
      logger.info({ err: error, channel: id }, "what was said there meanwhile cannot be read");
    }
  }

  /** What comes later may go ahead, and must not move the mark past what is missing. */
  #failed(
    id: string,
    { channel, guild, since }: Gap,
    { error, tries, stubborn }: { error: unknown; tries: number; stubborn: boolean },
  ): void {
    if (channel.type !== UNKNOWN) this.#marks.stick(id, homeOfChannel(channel, guild), since);
    const level = stubborn ? "error" : "warn";
    this.#parts.logger[level](
      { err: error, channel: id, tries },
      "what was missed there could not be read yet",
    );
  }
}
