import type { Outcome } from "../../chat/outcome.ts";
import { pointBlocks } from "../../chat/point-blocks.ts";
import { openAction } from "../../chat/proposal.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Offer } from "../../domain/choice.ts";
import type { Point } from "../../domain/points/point.ts";
import { CHANGE_ALL, KEEP_ALL } from "../../domain/points/read-answer.ts";
import { rememberedPoints } from "../../domain/points/remembered.ts";
import { closePoint } from "../../domain/points/settle-proposal.ts";
import { schemaOf } from "../../domain/project.ts";
import type { ExtractParts } from "./parts.ts";

/** Questions put in one reply; what is left waits in the list. */
const MAX_SHOWN = 3;

/**
 * The outcome with what is asked put to the people and remembered. `settled` are points this turn closes, `quiet` ones
 * whose blocks the outcome holds already.
 */
export function withAsked(
  turn: Turn,
  outcome: Outcome,
  asked: readonly Point[],
  settled: readonly Point[],
  quiet: readonly Point[] = [],
): Outcome {
  const left = asked.length - MAX_SHOWN;
  const more =
    left > 0 ? [{ type: "text" as const, text: `${left} more to ask: type /open to see them.` }] : [];
  const blocks = asked.slice(0, MAX_SHOWN).flatMap((point) => pointBlocks(point, schemaOf(turn.project)));
  const points = [...(outcome.points ?? []), ...settled, ...quiet, ...asked];
  return {
    ...outcome,
    blocks: [...outcome.blocks, ...blocks, ...more, ...allAtOnce(asked)],
    ...(points.length > 0 ? { points, memory: { ...outcome.memory, asked: remembered(turn, points) } } : {}),
  };
}

/** What contradicts several at once, as one sentence about a whole group does, is settled with one press. */
function allAtOnce(asked: readonly Point[]): DraftBlock[] {
  const conflicts = asked.filter(({ asks }) => asks.type === "conflict");
  const [first] = conflicts;
  if (first === undefined || conflicts.length < 2) return [];
  const count = conflicts.length === 2 ? "both" : `all ${conflicts.length}`;
  const offer = (label: string, description: string, value: string): Offer => ({
    label,
    description,
    category: "alternative",
    action: openAction("answer", first.id, { value }),
  });
  return [
    {
      type: "offers",
      offers: [
        offer(`Change ${count}`, "Each as you said just now", CHANGE_ALL),
        offer(`Keep ${count}`, "Leaves each as it was", KEEP_ALL),
      ],
    },
  ];
}

/** Ids of what still waits in the session, newest first. */
const remembered = (turn: Turn, points: readonly Point[]): string[] =>
  rememberedPoints(turn.session.memory.asked ?? [], points);

/** The points of the session that what was just written has answered by the way, and those that `asked` anew replaces. */
export async function askedAfter(
  parts: ExtractParts,
  turn: Turn,
  changes: readonly Change[],
  asked: readonly Point[],
): Promise<readonly Point[]> {
  const ids = turn.session.memory.asked ?? [];
  const conflicts = asked.filter((point) => point.asks.type === "conflict");
  if (ids.length === 0 || changes.length + conflicts.length === 0) return [];
  const points = (await parts.points.get(ids)).filter((point) => point.state === "open");
  const at = parts.clock.now().toISOString();
  return points.flatMap((point) => {
    if (changes.some((change) => isAnswered(point, change)))
      return closePoint(point, true, turn.person.id, at);
    return conflicts.some((newer) => isOfTheSame(point, newer))
      ? closePoint(point, false, turn.person.id, at)
      : [];
  });
}

/** Of two contradictions of one field the newer one tells what is meant now. */
const isOfTheSame = ({ asks: older }: Point, { asks: newer }: Point): boolean =>
  older.type === "conflict" &&
  newer.type === "conflict" &&
  older.entry_id === newer.entry_id &&
  older.field === newer.field;

function isAnswered({ asks }: Point, change: Change): boolean {
  if (asks.type !== "missing" && asks.type !== "conflict") return false;
  if (change.entry_id !== asks.entry_id) return false;
  const fields = [asks.field, ...(asks.type === "conflict" && asks.kept_field ? [asks.kept_field] : [])];
  return change.action === "removed" || fields.some((field) => change.fields[field] !== undefined);
}
