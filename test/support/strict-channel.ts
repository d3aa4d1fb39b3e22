import type { ChatMessage } from "../../src/chat/chat-message.ts";
import type { ProgressBlock } from "../../src/chat/reply.ts";
import type { Place } from "../../src/domain/session.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Allowance, DeliveryFailure, EditLimits, Platform } from "../../src/ports/platform.ts";

/** What a platform takes of edits, as it enforces it. */
export interface Rules {
  readonly name: "discord" | "slack";
  readonly editEveryMs: number;
  readonly perMessageMs: number;
  readonly perChannel?: Allowance;
  readonly inAll?: Allowance;
}

/** Discord's and Slack's, and the product's own of one edit a message in 1.2 seconds. */
export const DISCORD: Rules = {
  name: "discord",
  editEveryMs: 1_500,
  perMessageMs: 1_200,
  perChannel: { count: 5, withinMs: 5_000 },
};
export const SLACK: Rules = {
  name: "slack",
  editEveryMs: 2_000,
  perMessageMs: 2_000,
  inAll: { count: 50, withinMs: 60_000 },
};

/** Where no thread can be opened, all is said in the channel itself. */
const ONE_CHANNEL = "film";

interface Edit {
  readonly at: number;
  readonly id: string;
  readonly channel: string;
}

/** A channel by the given clock that counts every edit, refuses what is too much, and remembers that it had to. */
export class StrictChannel implements Platform {
  readonly name: "discord" | "slack";
  readonly delivery = "send";
  readonly editEveryMs: number;
  readonly edits: EditLimits;
  readonly posts = new Map<string, ChatMessage>();
  readonly made: Edit[] = [];
  readonly violations: string[] = [];
  /** How often each message was posted. */
  readonly sends = new Map<string, number>();
  readonly #rules: Rules;
  readonly #clock: Clock;

  constructor(rules: Rules, clock: Clock) {
    const { name, editEveryMs, perChannel, inAll } = rules;
    this.name = name;
    this.editEveryMs = editEveryMs;
    this.edits = {
      ...(perChannel ? { perChannel } : {}),
      ...(inAll ? { inAll } : {}),
      channelOf: () => ONE_CHANNEL,
    };
    this.#rules = rules;
    this.#clock = clock;
  }

  async send(_place: Place, message: ChatMessage): Promise<string> {
    const times = (this.sends.get(message.id) ?? 0) + 1;
    this.sends.set(message.id, times);
    const id = `${message.id}#${times}`;
    this.posts.set(id, message);
    return id;
  }

  async edit(_place: Place, id: string, message: ChatMessage): Promise<string> {
    const edit = { at: this.#clock.now().getTime(), id, channel: ONE_CHANNEL };
    const broken = this.#broken(edit);
    this.made.push(edit);
    if (broken.length > 0) {
      this.violations.push(...broken);
      throw failure("slow down", { retryAfterMs: 1_000 });
    }
    if (!this.posts.has(id)) throw failure("unknown message", { gone: true, final: true });
    this.posts.set(id, message);
    return id;
  }

  /** The progress that people see, one for each post. */
  progress(): ProgressBlock[] {
    return [...this.posts.values()].flatMap(({ blocks }) =>
      blocks.filter((block): block is ProgressBlock => block.type === "progress"),
    );
  }

  #broken({ at, id, channel }: Edit): string[] {
    const { perMessageMs, perChannel, inAll } = this.#rules;
    const since = (ms: number, counts: (edit: Edit) => boolean) =>
      this.made.filter((edit) => at - edit.at < ms && counts(edit)).length;
    const broken: string[] = [];
    if (since(perMessageMs, (edit) => edit.id === id) > 0) broken.push(`${id} was edited a moment ago`);
    if (perChannel && since(perChannel.withinMs, (edit) => edit.channel === channel) >= perChannel.count)
      broken.push(`${channel} had ${perChannel.count} edits`);
    if (inAll && since(inAll.withinMs, () => true) >= inAll.count) broken.push(`${inAll.count} edits in all`);
    return broken;
  }

  async start(): Promise<void> {}
  typing(): void {}
  async check(): Promise<void> {}
  async stop(): Promise<void> {}
}

const failure = (message: string, more: Partial<DeliveryFailure>): Error =>
  Object.assign(new Error(message), more);
