import { Quota } from "../../lib/quota.ts";
import type { Allowance, Platform } from "../../ports/platform.ts";

/** No platform is edited faster, whatever it says: nobody reads faster either. */
const SHORTEST_MS = 1_200;
/** While a use goes on nobody knows when its slot is free. */
const LOOK_AGAIN_MS = 250;
/** Of an allowance so many slots are left to edits that somebody waits for. */
const SPARED = 0.1;
const FORGET_OVER = 500;

/** An edit that is about to be made. */
export interface Edit {
  readonly platform: Pick<Platform, "name" | "editEveryMs" | "edits">;
  readonly message_id: string;
  /** Where the platform counts it. */
  readonly channel: string;
  /** Somebody waits for it: an ending, an answer to a press. Others leave room for these. */
  readonly urgent: boolean;
}

/** Keeps edits within what platforms take: per message, per channel and in all. Knows the edits of this process alone. */
export class EditGate {
  /** By message: when it may be edited again. */
  readonly #messages = new Map<string, number>();
  readonly #quotas = new Map<string, Quota>();
  /** By channel or platform: until when the platform asked to wait. */
  readonly #holds = new Map<string, number>();

  /** Milliseconds until the edit may be made; 0 when it may be now. */
  waitMs(edit: Edit, now: number): number {
    const waits = [
      (this.#messages.get(edit.message_id) ?? now) - now,
      ...this.#scopes(edit).map(([key, allowance]) => {
        const spare = edit.urgent ? 0 : Math.ceil(allowance.count * SPARED);
        const held = (this.#holds.get(key) ?? now) - now;
        return Math.max(held, this.#quota(key, allowance).waitMs(now, spare));
      }),
    ];
    const wait = Math.max(0, ...waits);
    return Number.isFinite(wait) ? wait : LOOK_AGAIN_MS;
  }

  /** When the message was last seen to, for whoever decides which of many goes first. */
  lastAt(messageId: string): number {
    return this.#messages.get(messageId) ?? 0;
  }

  /** The edit begins. It has ended when what this answers is called. */
  begin(edit: Edit): (now: number) => void {
    const ends = this.#scopes(edit).map(([key, allowance]) => this.#quota(key, allowance).begin());
    this.#messages.set(edit.message_id, Number.POSITIVE_INFINITY);
    return (now) => {
      for (const end of ends) end(now);
      this.#messages.set(edit.message_id, now + Math.max(SHORTEST_MS, edit.platform.editEveryMs));
      this.#forget(now);
    };
  }

  /** The platform asked to wait: that holds for all that it counts together. */
  refused(edit: Edit, until: number): void {
    for (const [key] of this.#scopes(edit)) this.#holds.set(key, until);
  }

  #scopes({ platform: { name, edits }, channel }: Edit): [string, Allowance][] {
    return [
      ...(edits?.perChannel ? [[`${name} ${channel}`, edits.perChannel] as [string, Allowance]] : []),
      ...(edits?.inAll ? [[name, edits.inAll] as [string, Allowance]] : []),
    ];
  }

  #quota(key: string, allowance: Allowance): Quota {
    const quota = this.#quotas.get(key) ?? new Quota(allowance);
    this.#quotas.set(key, quota);
    return quota;
  }

  #forget(now: number): void {
    if (this.#messages.size <= FORGET_OVER) return;
    for (const [id, at] of this.#messages) if (at <= now) this.#messages.delete(id);
    for (const [key, at] of this.#holds) if (at <= now) this.#holds.delete(key);
    for (const [key, quota] of this.#quotas)
      if (quota.waitMs(now) === 0 && quota.idle) this.#quotas.delete(key);
  }
}
