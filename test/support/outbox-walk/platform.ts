import type { ChatMessage } from "../../../src/chat/chat-message.ts";
import type { Place } from "../../../src/domain/session.ts";
import type { Random } from "../../../src/lib/random.ts";
import type { DeliveryFailure, Platform } from "../../../src/ports/platform.ts";
import type { Life } from "./life.ts";

export interface WalkedPost {
  readonly message_id: string;
  readonly session_id: string;
  text: string;
  gone: boolean;
}

/** How often, of 1, a call meets each fate. */
export interface Rates {
  readonly limited: number;
  readonly broken: number;
  readonly lost: number;
  readonly final: number;
  readonly store: number;
}

const failure = (message: string, more: Partial<DeliveryFailure> = {}): Error =>
  Object.assign(new Error(message), more);

const queueOf = ({ channel }: Place): string => channel.split(".")[0] ?? channel;

/** What stands on a platform, whoever posted it. */
export class Walls {
  readonly posts = new Map<string, WalkedPost>();
  readonly byKey = new Map<string, string>();
  /** Ids of messages, in the order they were first seen. */
  readonly seen: string[] = [];
  readonly drafted = new Set<string>();
  readonly told = new Set<string>();
  readonly faults: string[] = [];
  rates: Rates;
  readonly random: Random;
  readonly busy = new Map<string, number>();
  log: (line: string) => void = () => {};

  constructor(random: Random, rates: Rates) {
    this.random = random;
    this.rates = rates;
  }

  /** As one process sees it. */
  platform(life: Life): Platform {
    const answered = new Set<string>();
    const call = async (kind: string, place: Place, what: string, work: () => string): Promise<string> => {
      const key = `${kind}${what.endsWith(" …") ? " growing" : ""} ${queueOf(place)}`;
      if (!life.alive) await new Promise(() => {});
      this.log(`${kind} ${what}`);
      const now = (this.busy.get(key) ?? 0) + 1;
      this.busy.set(key, now);
      // What grows goes beside the queue.
      if (now > 4 && !what.endsWith(" …")) this.faults.push(`${now} of ${key} at a time`);
      try {
        await life.pause();
        const { limited, broken, lost, final } = this.rates;
        const roll = this.random.next();
        if (roll < limited)
          throw failure("slow down", { retryAfterMs: this.random.pick([300, 1_000, 5_000, 20_000]) });
        if (roll < limited + broken) throw failure("502");
        if (kind === "send" && !what.endsWith(" …") && roll < limited + broken + final)
          throw failure("refused", {
            final: true,
            ...(this.random.chance(0.5) ? { advice: "let me in" } : {}),
          });
        const id = work();
        this.log(`${kind} ${what} done: ${id}`);
        await life.pause();
        if (this.random.chance(lost)) throw failure("timeout");
        this.log(`${kind} ${what} answered`);
        return id;
      } finally {
        this.busy.set(key, (this.busy.get(key) ?? 0) - 1);
      }
    };
    return {
      name: "discord",
      delivery: "send",
      editEveryMs: 1_000,
      queueOf,
      send: async (place, message, instead) => {
        const key = `${message.id} ${instead ?? ""}`;
        if (answered.has(key) && isNew(life, message))
          this.faults.push(`${message.id} was sent again by the same process`);
        const id = await call("send", place, shown(message), () => this.#post(key, message));
        answered.add(key);
        return id;
      },
      edit: (place, id, message) => call("edit", place, shown(message), () => this.#edit(id, message)),
      remove: async (place, id) => {
        await call("remove", place, id, () => {
          const post = this.posts.get(id);
          if (post) post.gone = true;
          return id;
        });
      },
      tell: async (_place, _person, line) => {
        await life.pause();
        if (this.random.chance(this.rates.broken)) throw failure("502");
        this.told.add(line);
        return true;
      },
      start: async () => {},
      typing: () => {},
      check: async () => {},
      stop: async () => {},
    };
  }

  #post(key: string, message: ChatMessage): string {
    const { id: message_id, session_id } = message;
    const text = shown(message);
    if (text.endsWith(" …")) this.drafted.add(message_id);
    const known = this.byKey.get(key);
    if (known !== undefined) {
      const post = this.posts.get(known);
      if (post) post.text = text;
      return known;
    }
    const id = `p${this.posts.size}`;
    this.byKey.set(key, id);
    this.posts.set(id, { message_id, session_id, text, gone: false });
    if (!this.seen.includes(message_id)) this.seen.push(message_id);
    return id;
  }

  #edit(id: string, message: ChatMessage): string {
    const post = this.posts.get(id);
    if (!post || post.gone) throw failure("unknown message", { gone: true, final: true });
    post.text = shown(message);
    return id;
  }
}

/** What people read. */
export function shown({ blocks, text }: ChatMessage): string {
  const [first] = blocks;
  return first?.type === "text" ? first.text : text;
}

/** What is sent as something old is looked for by every platform before it is posted. */
const isNew = ({ clock }: Life, { at }: ChatMessage): boolean =>
  clock.now().getTime() - Date.parse(at) < 10 * 60_000;
