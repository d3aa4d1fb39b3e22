import { joinStale, NO_STALE } from "../domain/bible/stale.ts";
import { rememberedPoints } from "../domain/points/remembered.ts";
import type { Outcome } from "./outcome.ts";

/** Joins what was decided about one message, by several skills or in several parts. At most one of them starts an operation or makes a project. */
export function joinOutcomes(outcomes: readonly Outcome[]): Outcome {
  const [first, ...rest] = outcomes;
  if (!first) return { blocks: [] };
  return rest.reduce(join, first);
}

function join(a: Outcome, b: Outcome): Outcome {
  const after = [a.afterCommit, b.afterCommit].filter((work) => work !== undefined);
  return {
    ...a,
    ...b,
    blocks: [...a.blocks, ...b.blocks],
    changes: [...(a.changes ?? []), ...(b.changes ?? [])],
    undone: [...(a.undone ?? []), ...(b.undone ?? [])],
    points: [...(a.points ?? []), ...(b.points ?? [])],
    ...(a.stale || b.stale ? { stale: joinStale(a.stale ?? NO_STALE, b.stale ?? NO_STALE) } : {}),
    sessions: [...(a.sessions ?? []), ...(b.sessions ?? [])],
    memory: { ...a.memory, ...b.memory, ...askedOf(a, b) },
    ...(after.length === 0
      ? {}
      : {
          afterCommit: async () => {
            for (const work of after) await work();
          },
        }),
  };
}

/** Each remembers what it asked beside what waited before: what either closed waits no more. */
function askedOf(a: Outcome, b: Outcome): Outcome["memory"] {
  const asked = [b, a].map(({ memory }) => memory?.asked);
  if (asked.includes(undefined)) return {};
  const points = [...(a.points ?? []), ...(b.points ?? [])];
  return { asked: rememberedPoints([...new Set(asked.flatMap((ids) => ids ?? []))], points) };
}
