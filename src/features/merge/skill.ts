import { noteText } from "../../chat/note-text.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { rememberedPoints } from "../../domain/points/remembered.ts";
import type { Reading } from "../../domain/reading/reading.ts";
import type { Merge } from "./merge.ts";
import type { MergeStatement } from "./preview.ts";

/** Side by side they fill a screen each. */
const MAX_MERGES = 3;

/** "merge Jon and John", said in words: the two are shown side by side, and wait for a yes. */
export function createMergeSkill(merge: Merge): Skill {
  return {
    name: "merge",
    claims: (_turn, reading) => mergesIn(reading).length > 0,
    run: async (turn, reading) => {
      const merges = mergesIn(reading);
      const outcomes: Outcome[] = [];
      for (const statement of merges.slice(0, MAX_MERGES))
        outcomes.push(await answer(merge, turn, statement));
      const rest = merges.length - outcomes.length;
      const more = `I look at ${MAX_MERGES} merges at a time. Say the other ${rest} again once these are settled.`;
      return joined(turn, rest > 0 ? [...outcomes, { blocks: [{ type: "text", text: more }] }] : outcomes);
    },
  };
}

const mergesIn = (reading: Reading): MergeStatement[] =>
  reading.statements.filter((statement) => statement.type === "merge");

async function answer(merge: Merge, turn: Turn, statement: MergeStatement): Promise<Outcome> {
  const previewed = await merge.said(turn, statement);
  if (previewed.ok) return previewed.outcome;
  return { blocks: [{ type: "text", text: previewed.notes.map(noteText).join("\n") }] };
}

function joined(turn: Turn, outcomes: readonly Outcome[]): Outcome {
  const points = outcomes.flatMap((outcome) => outcome.points ?? []);
  const last = outcomes.findLast((outcome) => outcome.memory)?.memory;
  const asked = rememberedPoints(turn.session.memory.asked ?? [], points);
  return {
    blocks: outcomes.flatMap((outcome) => outcome.blocks),
    points,
    ...(last ? { memory: { ...last, asked } } : {}),
  };
}
