import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { OutcomeStore } from "../../ports/outcome-store.ts";
import type { Outcomes } from "../../ports/outcomes.ts";

/** Who waited longer than this has seen what became of the project since. */
const TOLD_WITHIN_MS = 60 * 60_000;
const MAX_KEPT = 1_000;
/** Those to whom nothing is to be told are forgotten together. */
const GATHER_MS = 1_000;
/** Longer than a platform takes for a word to one person; whoever holds it for longer has died. */
const HELD_MS = 30_000;

interface Parts {
  readonly outcomes: OutcomeStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createOutcomes({ outcomes, clock, logger }: Parts): Outcomes {
  const keeping = new Map<string, Promise<boolean>>();
  const done = new Set<string>();
  /** Whether it could be kept: where not, nobody else knows of it. */
  const isKept = async (eventId: string) => {
    const kept = (await keeping.get(eventId)) ?? true;
    keeping.delete(eventId);
    return kept;
  };
  const drop = async (ids: readonly string[]) => {
    await outcomes.drop(ids).catch((error: unknown) => {
      logger.warn({ err: error }, "who was told what they did came to could not be noted");
    });
  };
  // Told twice is better than not at all.
  const take = async (eventId: string) => {
    const now = clock.now();
    return outcomes.take(eventId, now, new Date(now.getTime() + HELD_MS)).catch(() => "mine" as const);
  };
  const forget = async () => {
    const ids = [...done];
    done.clear();
    await Promise.all(ids.map(isKept));
    await drop(ids);
  };
  return {
    keep: ({ id, place: { platform } }, address) => {
      const keep = outcomes.keep(id, { platform, at: clock.now(), address });
      const kept = keep.then(() => true).catch(() => false);
      // What is let go of is taken as kept.
      if (keeping.size >= MAX_KEPT) keeping.clear();
      keeping.set(id, kept);
    },
    keeping: (eventId) => keeping.get(eventId),
    tell: async (eventId, work) => {
      if (await isKept(eventId)) {
        const held = await take(eventId);
        if (held === "gone") return;
        if (held === "held") {
          await new Promise<void>((resolve) => clock.after(HELD_MS, resolve));
          if ((await take(eventId)) !== "mine") return;
        }
      }
      await work();
      await drop([eventId]);
    },
    ended: (eventId) => {
      if (done.size === 0) clock.after(GATHER_MS, () => void forget());
      done.add(eventId);
    },
    kept: async (platform) => {
      const since = new Date(clock.now().getTime() - TOLD_WITHIN_MS);
      return outcomes.list(platform, since, MAX_KEPT).catch((error: unknown) => {
        logger.warn({ err: error }, "who still waits for what they did could not be looked up");
        return [];
      });
    },
  };
}
