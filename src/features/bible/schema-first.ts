import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import { wordList } from "../../lib/word-list.ts";
import type { UndoParts } from "./undo-parts.ts";
import { lookUp, own, type UndoTarget } from "./undo-target.ts";

const NAMED = 3;

/**
 * A bare "undo" right after a change of the film's schema, which is in no bible history, means that one and not what was
 * written before it: both are offered. Undefined where something else was meant, or written since.
 */
export async function schemaFirst(
  parts: UndoParts,
  turn: Turn,
  target: UndoTarget,
): Promise<Outcome | undefined> {
  const back = turn.session.memory.schema_back;
  const named = target.turn ?? target.change ?? target.operation ?? target.about;
  if (back === undefined || named !== undefined || (target.count ?? 1) > 1) return undefined;
  const last = own(turn, await lookUp(parts, turn, {}));
  const offers: Offer[] = [
    {
      label: "Take that back",
      description: "The fields and kinds are as they were before",
      category: "recommended",
      action: { type: "command", command: "schema", options: { change: back } },
    },
    ...older(last.changes),
  ];
  const text = "The last thing you changed was what the bible has room for. Shall I take that back?";
  return {
    blocks: [
      { type: "text", text },
      { type: "offers", offers },
    ],
  };
}

function older(
  changes: readonly { readonly name: string; readonly turn_id?: string | undefined }[],
): Offer[] {
  const [first] = changes;
  if (first?.turn_id === undefined) return [];
  const names = wordList([...new Set(changes.map(({ name }) => name))], NAMED);
  return [
    {
      label: "Undo what came before",
      description: `What was written of ${names}`.slice(0, 100),
      category: "alternative",
      action: { type: "command", command: "undo", options: { turn: first.turn_id } },
    },
  ];
}
