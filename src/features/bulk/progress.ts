import { plainText } from "../../chat/plain-text.ts";
import type { Operation } from "../../domain/operation.ts";
import type { BulkParts } from "./parts.ts";
import { type ProgressDetail, progressBlocks } from "./progress-blocks.ts";

const RECENT_NAMES = 12;
const RETRY_MS = 1_000;
const FEED_EDIT_MS = 150;

interface Watch {
  names: string[];
  lastShown: number;
  everyMs: number;
  callOff?: () => void;
  showing?: Promise<void>;
  again: boolean;
}

export interface Progress {
  /** An item ended: the message is edited soon, never more often than its platform allows; the newest state wins. */
  touch(operation: Operation, name?: string): void;
  /** Brings the message to the operation's present state now. */
  show(operationId: string): Promise<void>;
  drain(): Promise<void>;
  stop(): void;
}

export function createProgress(parts: BulkParts): Progress {
  const watches = new Map<string, Watch>();
  const running = new Set<Promise<void>>();
  let stopped = false;

  const watchOf = (id: string): Watch => {
    const watch = watches.get(id) ?? { names: [], lastShown: 0, everyMs: FEED_EDIT_MS, again: false };
    watches.set(id, watch);
    return watch;
  };

  const show = (id: string): Promise<void> => {
    const watch = watchOf(id);
    watch.callOff?.();
    delete watch.callOff;
    if (watch.showing) {
      watch.again = true;
      return watch.showing;
    }
    const work = edit(parts, id, watch)
      .then((ended) => {
        delete watch.showing;
        if (watch.again) {
          watch.again = false;
          later(id, watch.everyMs);
        } else if (ended) watches.delete(id);
      })
      .catch((error: unknown) => {
        delete watch.showing;
        parts.logger.warn(
          { err: error, operation_id: id },
          "a progress message could not be edited; trying again",
        );
        later(id, RETRY_MS);
      })
      .finally(() => running.delete(work));
    watch.showing = work;
    running.add(work);
    return work;
  };

  const later = (id: string, ms: number) => {
    const watch = watchOf(id);
    if (stopped || watch.callOff) return;
    watch.callOff = parts.clock.after(ms, () => void show(id));
  };

  return {
    touch: (operation, name) => {
      const watch = watchOf(operation.id);
      if (name !== undefined) watch.names = [...watch.names, name].slice(-RECENT_NAMES);
      parts.bus.publish(`session:${operation.session_id}`, {
        frame: { type: "operation.progress", operation },
      });
      later(operation.id, Math.max(0, watch.lastShown + watch.everyMs - parts.clock.now().getTime()));
    },
    show,
    drain: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
    stop: () => {
      stopped = true;
      for (const watch of watches.values()) watch.callOff?.();
    },
  };
}

/** Writes the message's next version from the store's present state. Answers whether the operation has ended and shows it. */
async function edit(parts: BulkParts, id: string, watch: Watch): Promise<boolean> {
  const operation = await parts.operations.get(id);
  const message = operation && (await parts.messages.get(operation.message_id));
  if (!operation || !message) return true;
  const now = parts.clock.now();
  watch.lastShown = now.getTime();
  const blocks = progressBlocks(operation, await detail(parts, operation, watch), now.getTime());
  const session = await parts.sessions.get(operation.session_id);
  const deliver = session !== undefined && parts.sends(session.place.platform);
  if (session) watch.everyMs = Math.max(FEED_EDIT_MS, parts.editEveryMs(session.place.platform));
  const written = await parts.messages.update(
    {
      ...message,
      blocks,
      text: plainText(blocks),
      version: message.version + 1,
      edited_at: now.toISOString(),
    },
    deliver,
  );
  parts.bus.publish(`session:${operation.session_id}`, undefined);
  if (deliver) parts.kickDelivery();
  const ended = operation.ended_at !== undefined;
  if (ended && written) await parts.operations.markShown(id);
  if (!written) watch.again = true;
  return ended && written;
}

/** While it runs, the names this process saw; at the end, and after a restart, those of the store. */
async function detail(parts: BulkParts, operation: Operation, watch: Watch): Promise<ProgressDetail> {
  const failures =
    operation.progress.failed > 0 ? await parts.operations.items(operation.id, { status: ["failed"] }) : [];
  const known =
    operation.ended_at === undefined &&
    watch.names.length >= Math.min(RECENT_NAMES, operation.progress.completed);
  const names = known
    ? watch.names
    : (await parts.operations.items(operation.id, { status: ["completed"] })).flatMap((item) =>
        item.name === undefined ? [] : [item.name],
      );
  return {
    names,
    failures: failures.map((item) => ({ name: item.name, error: item.error ?? "unknown reason" })),
  };
}
