import type { ReadyReply } from "../../chat/ready-reply.ts";
import type { Outlook } from "./deliver-row.ts";
import { Drafts } from "./drafts.ts";
import { EditGate } from "./edit-gate.ts";
import { createHolds } from "./holds.ts";
import { Losses } from "./losses.ts";
import { Notices } from "./notices.ts";
import type { DelivererParts } from "./parts.ts";
import { createReader } from "./reader.ts";
import { readyTask, taskOf } from "./task-of.ts";
import type { Writing } from "./writing.ts";

export interface Deliverer {
  /** Says that something may be due. */
  kick(): void;
  /** Sends a stored reply that nothing waits before. Never throws. */
  send(reply: ReadyReply): void;
  /** Sends what is due now and resolves when done; what failed waits for its time. */
  drain(): Promise<void>;
  /** Shows a reply while it is written. Its last state is delivered as ever. Never throws. */
  write(writing: Writing): void;
  /** A reply that was shown while it was written will not come. Never throws. */
  unwrite(messageId: string): void;
  stop(): Promise<void>;
}

/**
 * Brings every reply to its platform: sent, tried again with back-off and the platform's own Retry-After, or given up
 * and reported. Rows are stored, so a restart goes on where it stopped; the newest version of a message wins. Every
 * channel has a queue of its own.
 */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const reader = createReader(parts, async (rows) => {
    drafts.sweepLater();
    const tasks = await Promise.all(rows.map((row) => taskOf({ parts, outlook, drafts }, row)));
    return tasks.filter((task) => task !== undefined);
  });
  const outlook: Outlook = {
    gate: new EditGate(),
    notices: new Notices(parts.clock),
    losses: new Losses(parts),
    ...createHolds(),
    unnoted: new Map(),
    wakeAt: reader.wakeAt,
    kick: reader.kick,
    drafted: (messageId) => drafts.delivered(messageId),
  };
  const drafts: Drafts = new Drafts(parts, outlook);
  return {
    kick: reader.kick,
    send: (reply) => {
      drafts.sweepLater();
      const task = readyTask({ parts, outlook, drafts }, reply);
      if (!task || !reader.take(task)) reader.kick();
    },
    drain: reader.drain,
    write: (writing) => drafts.show(writing),
    unwrite: (messageId) => void drafts.drop(messageId),
    stop: async () => {
      await drafts.stop();
      await reader.stop();
    },
  };
}
