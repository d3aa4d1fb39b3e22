import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Point } from "../../domain/points/point.ts";
import { type Answer, readAnswer } from "../../domain/points/read-answer.ts";
import { schemaOf } from "../../domain/project.ts";
import type { OpenPoints } from "./open-points.ts";
import type { ExtractParts } from "./parts.ts";

/**
 * Takes a short message as the answer to what was asked, whenever it comes: "the judge", "32", "keep it", "skip". Talk
 * that answers nothing is left to the others.
 */
export function createAnswerSkill(parts: Pick<ExtractParts, "points">, points: OpenPoints): Skill {
  return {
    name: "answer",
    unread: true,
    claims: async (turn) => (await findAnswer(parts, turn)) !== undefined,
    run: async (turn) => {
      const found = await findAnswer(parts, turn);
      return found ? act(points, turn, found.point, found.answer) : { blocks: [] };
    },
  };
}

async function findAnswer(
  parts: Pick<ExtractParts, "points">,
  turn: Turn,
): Promise<{ point: Point; answer: Answer } | undefined> {
  const ids = turn.session.memory.asked ?? [];
  if (ids.length === 0 || turn.message === undefined) return undefined;
  const open = (await parts.points.get(ids)).filter((point) => point.state === "open");
  for (const [index, point] of open.entries()) {
    const answer = readAnswer(turn.message.text, point, index === 0, schemaOf(turn.project));
    if (answer) return { point, answer };
  }
  return undefined;
}

function act(points: OpenPoints, turn: Turn, { id }: Point, answer: Answer) {
  switch (answer.type) {
    case "skip":
      return points.skip(turn, id);
    case "value":
      return points.answer(turn, id, answer.value);
    case "items":
      return points[answer.verb](turn, id, answer.items);
  }
}
