import { plainText } from "../../chat/plain-text.ts";
import type { Operation } from "../../domain/operation.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import type { ShownBlock } from "./kinds/kind.ts";
import type { BulkParts } from "./parts.ts";
import { type ProgressDetail, progressBlocks } from "./progress-blocks.ts";

const RECENT_NAMES = 12;
const RETRY_MS = 1_000;
/** Nobody reads faster; keeps the feed short where a platform sets no limit. */
const SHORTEST_EDIT_MS = 150;

interface Watch {
  names: string[];
  lastShown: number;
  everyMs: number;
  callOff?: () => void;
  showing?: Promise<void>;
  again: boolean;
}

/**
 * Keeps each operation's one message true: edited soon after an item ends, never more often than its platform allows.
 * The newest state wins and the last state always arrives; recovery shows the endings a dead process left unshown.
 */
export class Progress {
  readonly #parts: BulkParts;
  readonly #watches = new Map<string, Watch>();
  #stopped = false;

  constructor(parts: BulkParts) {
    this.#parts = parts;
  }

  /** An item ended. */
  touch(operation: Operation, name?: string): void {
    const watch = this.#watch(operation.id);
    if (name !== undefined) watch.names = [...watch.names, name].slice(-RECENT_NAMES);
    this.#parts.bus.publish(`session:${operation.session_id}`, {
      frame: { type: "operation.progress", operation },
    });
    this.#later(
      operation.id,
      Math.max(0, watch.lastShown + watch.everyMs - this.#parts.clock.now().getTime()),
    );
  }

  /** Brings the message to the operation's present state now. */
  show(operationId: string): Promise<void> {
    const watch = this.#watch(operationId);
    watch.callOff?.();
    delete watch.callOff;
    if (watch.showing) watch.again = true;
    watch.showing ??= this.#show(operationId, watch);
    return watch.showing;
  }

  stop(): void {
    this.#stopped = true;
    for (const watch of this.#watches.values()) watch.callOff?.();
  }

  async #show(operationId: string, watch: Watch): Promise<void> {
    let waitMs: number | undefined;
    try {
      const ended = await editMessage(this.#parts, operationId, watch);
      if (watch.again) waitMs = watch.everyMs;
      else if (ended) this.#watches.delete(operationId);
    } catch (error) {
      this.#parts.logger.warn(
        { err: error, operation_id: operationId },
        "a progress message could not be edited; trying again",
      );
      waitMs = RETRY_MS;
    }
    delete watch.showing;
    watch.again = false;
    if (waitMs !== undefined) this.#later(operationId, waitMs);
  }

  #later(operationId: string, ms: number): void {
    const watch = this.#watch(operationId);
    if (this.#stopped || watch.callOff) return;
    if (watch.showing) watch.again = true;
    else watch.callOff = this.#parts.clock.after(ms, () => void this.show(operationId));
  }

  #watch(operationId: string): Watch {
    const watch = this.#watches.get(operationId) ?? {
      names: [],
      lastShown: 0,
      everyMs: SHORTEST_EDIT_MS,
      again: false,
    };
    this.#watches.set(operationId, watch);
    return watch;
  }
}

/** Writes the message's next version from the store's present state. Answers whether the operation has ended and shows it. */
async function editMessage(parts: BulkParts, id: string, watch: Watch): Promise<boolean> {
  const operation = await parts.operations.get(id);
  const message = operation && (await parts.messages.get(operation.message_id));
  const session = operation && (await parts.sessions.get(operation.session_id));
  if (!operation || !message || !session) return true;
  const now = parts.clock.now();
  const { platform } = session.place;
  watch.lastShown = now.getTime();
  watch.everyMs = Math.max(SHORTEST_EDIT_MS, parts.editEveryMs(platform));
  const blocks = progressBlocks(operation, await detail(parts, operation, watch), now.getTime());
  const next = {
    ...message,
    blocks,
    text: plainText(blocks),
    version: message.version + 1,
    edited_at: now.toISOString(),
  };
  const written = await parts.messages.update(next, parts.sends(platform));
  parts.bus.publish(`session:${operation.session_id}`, undefined);
  if (parts.sends(platform)) parts.kickDelivery();
  const ended = operation.ended_at !== undefined;
  if (ended && written) {
    await parts.onEnded?.(operation);
    await parts.operations.markShown(id);
  }
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
  const names = known ? watch.names : await namesInStore(parts, operation.id);
  return {
    names,
    failures: failures.map((item) => ({ name: item.name, error: item.error ?? "unknown reason" })),
    ...(operation.ended_at === undefined ? {} : { results: await resultsOf(parts, operation) }),
  };
}

const resultsOf = async (parts: BulkParts, operation: Operation): Promise<readonly ShownBlock[]> =>
  (await BULK_KINDS[operation.type].finish?.(parts, operation)) ?? [];

async function namesInStore(parts: BulkParts, id: string): Promise<string[]> {
  const items = await parts.operations.items(id, { status: ["completed"] });
  return items.flatMap((item) => (item.name === undefined ? [] : [item.name]));
}
