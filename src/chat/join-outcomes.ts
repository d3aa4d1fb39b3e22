import { joinStale, NO_STALE } from "../domain/bible/stale.ts";
import { rememberedPoints } from "../domain/points/remembered.ts";
import type { Outcome } from "./outcome.ts";
import type { DraftBlock } from "./reply.ts";

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
    blocks: joinBlocks(a.blocks, b.blocks),
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

/** The next moves are said once, by the later one, which knows of more; what else can be pressed comes with them. */
function joinBlocks(a: readonly DraftBlock[], b: readonly DraftBlock[]): readonly DraftBlock[] {
  const after = b.findLastIndex((block) => block.type === "offers" && (block.next ?? 0) > 0);
  const before = a.findLastIndex((block) => block.type === "offers" && movesOf(block).length > 0);
  const [early, late] = [a[before], b[after]];
  if (early?.type !== "offers" || late?.type !== "offers") return [...a, ...b];
  const next = late.next ?? 0;
  const said = movesOf(early);
  const known = new Set(late.offers.map(({ action }) => JSON.stringify(action)));
  const rest = early.offers.filter(
    ({ label, action }) => !said.includes(label) && !known.has(JSON.stringify(action)),
  );
  const offers = [...late.offers.slice(0, next), ...rest, ...late.offers.slice(next)];
  return [...a.toSpliced(before, 1), ...b.with(after, { ...late, offers })];
}

const movesOf = ({ offers, next = 0, moves }: DraftBlock & { type: "offers" }): readonly string[] =>
  moves ?? offers.slice(0, next).map(({ label }) => label);

/** Each remembers what it asked beside what waited before: what either closed waits no more. */
function askedOf(a: Outcome, b: Outcome): Outcome["memory"] {
  const asked = [b, a].map(({ memory }) => memory?.asked);
  if (asked.includes(undefined)) return {};
  const points = [...(a.points ?? []), ...(b.points ?? [])];
  return { asked: rememberedPoints([...new Set(asked.flatMap((ids) => ids ?? []))], points) };
}
