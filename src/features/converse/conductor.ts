import { backoffMs } from "../../lib/backoff.ts";
import type { Lease } from "../../ports/leases.ts";
import type { ConverseParts } from "./parts.ts";
import { takeTurn } from "./take-turn.ts";

/** How long to wait when another process holds the session. */
const BUSY_RETRY_MS = 500;

export interface Conductor {
  /** Says that a session has something to do. Cheap; may be called any number of times. */
  schedule(sessionId: string): void;
  /** Takes up what was stored before the process last died. */
  recover(): Promise<void>;
  /** Resolves when nothing that was scheduled is left to do. */
  drain(): Promise<void>;
  /** Takes no more, aborts what runs, and resolves when it has ended. What was not finished stays stored. */
  stop(): Promise<void>;
}

/**
 * Runs each session's events in order, one at a time, and sessions side by side. The lease keeps that true across
 * processes; the stored events keep it true across deaths.
 */
export function createConductor(parts: ConverseParts): Conductor {
  const running = new Map<string, Promise<void>>();
  const dirty = new Set<string>();
  const stopping = new AbortController();

  const schedule = (sessionId: string) => {
    if (stopping.signal.aborted) return;
    dirty.add(sessionId);
    if (running.has(sessionId)) return;
    const run = runSession(sessionId).finally(() => {
      running.delete(sessionId);
      if (dirty.has(sessionId)) schedule(sessionId);
    });
    running.set(sessionId, run);
  };

  const runSession = async (sessionId: string) => {
    const lease = await parts.leases.tryAcquire(`session:${sessionId}`).catch(() => undefined);
    dirty.delete(sessionId);
    if (!lease) {
      parts.clock.after(BUSY_RETRY_MS, () => schedule(sessionId));
      return;
    }
    try {
      await drainSession(sessionId, lease);
    } finally {
      await lease.release();
    }
  };

  const drainSession = async (sessionId: string, lease: Lease) => {
    const signal = AbortSignal.any([stopping.signal, lease.lost]);
    while (!signal.aborted) {
      dirty.delete(sessionId);
      const stored = await parts.inbox.next(sessionId);
      if (!stored) return;
      try {
        parts.typing({ platform: stored.event.place.platform, session_id: sessionId });
        await takeTurn(parts, stored, signal);
      } catch (error) {
        if (signal.aborted) return;
        await postpone(sessionId, stored.event.id, error);
        return;
      }
    }
  };

  const postpone = async (sessionId: string, eventId: string, error: unknown) => {
    const attempts = await parts.inbox.failed(eventId).catch(() => 1);
    parts.logger.warn({ err: error, event_id: eventId, attempts }, "a turn broke and will be tried again");
    parts.clock.after(backoffMs(attempts), () => schedule(sessionId));
  };

  return {
    schedule,
    recover: async () => {
      for (const sessionId of await parts.inbox.waiting()) schedule(sessionId);
    },
    drain: async () => {
      while (running.size > 0) await Promise.allSettled(running.values());
    },
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(running.values());
    },
  };
}
