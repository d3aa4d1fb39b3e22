import type { ChatMessage } from "../../chat/chat-message.ts";
import { plainText } from "../../chat/plain-text.ts";
import type { Operation } from "../../domain/operation.ts";
import type { Session } from "../../domain/session.ts";
import { deepEqual } from "../../lib/deep-equal.ts";
import { editPace } from "./edit-pace.ts";
import { onEnded, publishEnded } from "./endings.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import { outdateSteps } from "./outdate-steps.ts";
import type { BulkParts } from "./parts.ts";
import { type ProgressDetail, progressBlocks } from "./progress-blocks.ts";
import { Watch } from "./watch.ts";

const SHOWN_NAMES = 12;
const SHOWN_FAILURES = 5;
const RETRY_MS = 1_000;
/** A store or a hook may be away for long; each try writes to the log. */
const LONGEST_RETRY_MS = 30_000;
/** It began with one, and the program was started without it since. */
const WITHOUT_MODEL =
  "The language model is not set up any more: what was made since is written by my own rules.";

/**
 * Keeps each operation's one message true: edited soon after an item ends, and the less often the more operations share
 * what a platform takes. The newest state wins and the last state always arrives; recovery shows the endings a dead
 * process left unshown. Several processes that work on one operation share its message, and its pace.
 */
export class Progress {
  readonly #parts: BulkParts;
  readonly #watches = new Map<string, Watch>();
  #stopped = false;

  constructor(parts: BulkParts) {
    this.#parts = parts;
  }

  /** Items ended; `names` are of those that were made. */
  touch(operation: Operation, ...names: readonly string[]): void {
    const watch = this.#watch(operation.id);
    const now = this.#parts.clock.now().getTime();
    watch.note(operation, names, now);
    this.#parts.bus.publish(`session:${operation.session_id}`, {
      frame: { type: "operation.progress", operation },
    });
    // Whoever waits for the end does not wait for the others' turns.
    const pace = this.#paceOf(watch);
    const wait = operation.ended_at === undefined ? atMost(pace, watch.lastShown + pace - now) : 0;
    this.#later(operation.id, wait);
  }

  /** Brings the message to the operation's present state now. */
  show(operationId: string): Promise<void> {
    const watch = this.#watch(operationId);
    watch.callOff();
    if (watch.showing) watch.again = true;
    watch.showing ??= this.#show(operationId, watch);
    return watch.showing;
  }

  /** Shows now what was to be shown later: the last words of a process that others outlive, which show only what they end. */
  async flush(): Promise<void> {
    for (const [operationId, watch] of [...this.#watches]) {
      await watch.showing;
      if (watch.next) await this.show(operationId);
    }
  }

  stop(): void {
    this.#stopped = true;
    for (const watch of this.#watches.values()) watch.callOff();
  }

  async #show(operationId: string, watch: Watch): Promise<void> {
    let waitMs: number | undefined;
    try {
      const shown = await editMessage(this.#parts, operationId, watch, () => this.#paceOf(watch));
      if (watch.again) waitMs = this.#shortestOf(watch);
      else if (shown === "over") this.#forget(operationId, watch);
      else if (shown !== "shown") waitMs = shown.waitMs;
      watch.failingSince = undefined;
    } catch (error) {
      this.#parts.logger.warn(
        { err: error, operation_id: operationId },
        "a progress message could not be edited; trying again",
      );
      const now = this.#parts.clock.now().getTime();
      watch.failingSince ??= now;
      // However often it was asked for meanwhile, it waits for about as long again as it has failed.
      waitMs = Math.min(LONGEST_RETRY_MS, Math.max(RETRY_MS, now - watch.failingSince));
    }
    watch.showing = undefined;
    watch.again = false;
    if (waitMs !== undefined) this.#later(operationId, waitMs);
  }

  /** Shows it in `ms`, or when it was to be shown anyway, whichever comes first. */
  #later(operationId: string, ms: number): void {
    const watch = this.#watch(operationId);
    const at = this.#parts.clock.now().getTime() + ms;
    if (this.#stopped || (watch.next && watch.next.at <= at)) return;
    watch.callOff();
    if (watch.showing) watch.again = true;
    else watch.next = { at, callOff: this.#parts.clock.after(ms, () => void this.show(operationId)) };
  }

  /** What a message that shares its platform with others waits between two versions, in milliseconds. */
  #paceOf(watch: Watch): number {
    const { spot } = watch;
    if (!spot) return 0;
    const others = [...this.#watches.values()].flatMap((other) => (other.spot ? [other.spot] : []));
    return editPace(spot, others, this.#parts.editEveryMs(spot.platform), this.#parts.edits?.(spot.platform));
  }

  #shortestOf({ spot }: Watch): number {
    return spot ? editPace(spot, [spot], this.#parts.editEveryMs(spot.platform), undefined) : 0;
  }

  #watch(operationId: string): Watch {
    const known = this.#watches.get(operationId);
    if (known) return known;
    const watch = new Watch();
    this.#watches.set(operationId, watch);
    // Another process made the last item and has shown the end.
    watch.forget = onEnded(this.#parts.bus, operationId, () => {
      if (!watch.showing) this.#forget(operationId, watch);
    });
    return watch;
  }

  #forget(operationId: string, watch: Watch): void {
    watch.callOff();
    watch.forget();
    if (this.#watches.get(operationId) === watch) this.#watches.delete(operationId);
  }
}

type Shown = "shown" | "over" | { readonly waitMs: number };

/**
 * Writes the message's next version from the store's present state; "over" when nothing is left to show for now. The
 * message is read before the state it shows: whoever writes between the two makes this write come too late, so that an
 * older state never takes the place of a newer one.
 */
async function editMessage(parts: BulkParts, id: string, watch: Watch, pace: () => number): Promise<Shown> {
  watch.messageId ??= (await parts.operations.get(id))?.message_id;
  const message = watch.messageId === undefined ? undefined : await parts.messages.get(watch.messageId);
  const operation = await parts.operations.get(id);
  const session = operation && (await parts.sessions.get(operation.session_id));
  if (!operation) return "over";
  if (!message || !session) {
    // Nobody can see it, but it has ended all the same.
    if (operation.ended_at !== undefined) await endShown(parts, operation);
    return "over";
  }
  const now = parts.clock.now();
  const over = isOver(operation);
  const waitMs = over ? 0 : waitForOthers(message, watch, pace(), now.getTime());
  if (waitMs > 0) return { waitMs };
  const { platform, thread, channel } = session.place;
  watch.lastShown = now.getTime();
  watch.spot = { platform, channel: thread ?? channel };
  const blocks = progressBlocks(operation, await detail(parts, operation, watch));
  const next = {
    ...message,
    blocks,
    text: plainText(blocks),
    version: message.version + 1,
    edited_at: now.toISOString(),
  };
  const same = deepEqual(message.blocks, blocks);
  const written = same || (await parts.messages.update(next, parts.sends(platform)));
  if (!written) watch.again = true;
  else await told(parts, operation, session);
  return written && over ? "over" : "shown";
}

/** Nothing more ends for now. */
const isOver = ({ ended_at, status }: Operation): boolean => ended_at !== undefined || status === "paused";

/** How long the version that another process wrote is to stand before the next one, in milliseconds. */
function waitForOthers({ edited_at }: ChatMessage, watch: Watch, paceMs: number, now: number): number {
  const editedAt = Date.parse(edited_at ?? "");
  // Only what was written since this process wrote is another's.
  const others = editedAt > watch.lastShown && watch.lastShown > 0;
  return others ? atMost(paceMs, editedAt + paceMs - now) : 0;
}

/** A clock that was set back, or another process's that goes before, makes nobody wait for longer. */
const atMost = (paceMs: number, waitMs: number): number => Math.min(paceMs, Math.max(0, waitMs));

async function told(parts: BulkParts, operation: Operation, { id, place }: Session): Promise<void> {
  parts.bus.publish(`session:${id}`, undefined);
  if (parts.sends(place.platform)) parts.kickDelivery();
  if (operation.ended_at !== undefined) await endShown(parts, operation);
}

async function endShown(parts: BulkParts, operation: Operation): Promise<void> {
  await parts.onEnded?.(operation);
  await parts.operations.markShown(operation.id);
  publishEnded(parts.bus, operation.id);
}

async function detail(parts: BulkParts, operation: Operation, watch: Watch): Promise<ProgressDetail> {
  const { id, progress, ended_at } = operation;
  const done = progress.completed + progress.failed;
  const now = parts.clock.now().getTime();
  return {
    names: watch.recentNames(operation) ?? (await namesInStore(parts, id)),
    failures: progress.failed > 0 ? await parts.operations.failures(id, SHOWN_FAILURES) : [],
    secondsLeft: watch.tempo.secondsLeft(done, progress.total - done - progress.cancelled, now),
    ...(parts.model.info.offline && operation.usage ? { note: WITHOUT_MODEL } : {}),
    ...(isOver(operation) ? { outdated: await outdateSteps(parts, operation) } : {}),
    ...(ended_at === undefined
      ? {}
      : {
          results: (await BULK_KINDS[operation.type].finish?.(parts, operation)) ?? [],
        }),
  };
}

/** At the end and after a restart, the names that other processes made, too. */
async function namesInStore(parts: BulkParts, id: string): Promise<string[]> {
  const items = await parts.operations.items(id, { status: ["completed"], last: SHOWN_NAMES });
  return items.flatMap((item) => (item.name === undefined ? [] : [item.name]));
}
