import type { Outcome } from "../../chat/outcome.ts";
import { proposal, proposalBlocks } from "../../chat/proposal.ts";
import { savedReply } from "../../chat/saved-reply.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { expandGroups } from "../../domain/bible/groups.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import type { Note } from "../../domain/bible/note.ts";
import { beyond } from "../../domain/bible/seen.ts";
import { tellNear } from "../../domain/bible/tell-near.ts";
import { itemise } from "../../domain/points/itemise.ts";
import { settingsOf } from "../../domain/project.ts";
import type { Reading, Statement } from "../../domain/reading/reading.ts";
import { mayActAs } from "../../domain/role.ts";
import { gapPoints, missingPoints, notePoints } from "./ask.ts";
import { askedAfter, withAsked } from "./asked.ts";
import { hear } from "./hear.ts";
import type { ExtractParts } from "./parts.ts";
import { reviewed } from "./review.ts";

/**
 * Turns what people say into the story bible: at once with a receipt, or as a proposal where the project or the
 * person's role wants that. What contradicts a confirmed fact, and what could mean several, is asked about.
 */
export function createExtractSkill(parts: ExtractParts): Skill {
  return {
    name: "extract",
    claims: (_turn, reading) => stated(reading).length > 0 || (reading.gaps ?? []).length > 0,
    run: async (turn, reading) => {
      const statements = stated(reading);
      if (!mayActAs(turn.person.role, "writer"))
        return propose(parts, turn, statements, { reason: "role", needs: { role: "writer" } });
      if (settingsOf(turn.project).saving === "propose" && statements.length > 0)
        return propose(parts, turn, statements, { reason: "saving" });
      if (settingsOf(turn.project).corrections === "reviewed" && !mayActAs(turn.person.role, "producer")) {
        const review = await reviewed(parts, turn, statements);
        if (review) return join(await save(parts, turn, review.rest, reading), review.outcome);
      }
      return save(parts, turn, statements, reading);
    },
  };
}

/** Merges are previewed by a skill of their own. */
const stated = (reading: Reading): Statement[] =>
  reading.statements.filter((statement) => statement.type !== "merge");

async function save(
  parts: ExtractParts,
  turn: Turn,
  statements: readonly Statement[],
  reading: Reading,
): Promise<Outcome> {
  const heard = await hear(
    parts,
    turn,
    statements.filter((each) => !isGuess(each)),
    {
      contradictions: "ask",
    },
  );
  const notes = await tellNear(parts.bible, turn.project.id, heard);
  const { points, rest } = notePoints(turn, parts.ids, notes);
  const asked = [
    ...points,
    ...gapPoints(turn, parts.ids, reading.gaps ?? []),
    ...missingPoints(turn, parts.ids, heard.changes),
  ];
  const settled = await askedAfter(parts, turn, heard.changes);
  const outcome =
    heard.changes.length > 0 || rest.length > 0
      ? savedReply(turn, { ...heard, notes: rest })
      : { blocks: [], changes: [] };
  const guesses = statements.filter(isGuess);
  const saved = withAsked(turn, outcome, asked, settled);
  return guesses.length === 0 ? saved : join(saved, await propose(parts, turn, guesses, { reason: "guess" }));
}

/** Only a model understood it so, and it takes something away. */
const isGuess = (statement: Statement): boolean => "guess" in statement && statement.guess === true;

async function propose(
  parts: ExtractParts,
  turn: Turn,
  statements: readonly Statement[],
  how: Pick<Parameters<typeof proposal>[2], "reason" | "needs">,
): Promise<Outcome> {
  const known = await loadKnown(beyond(parts.bible, turn.seen), turn.project.id, statements);
  const items = itemise(expandGroups(statements, known).statements, known, turn.message?.text ?? "");
  const heard = await hear(parts, turn, statements, { contradictions: "write" });
  const near = await tellNear(parts.bible, turn.project.id, { changes: [], notes: heard.notes });
  const { points, rest } = notePoints(turn, parts.ids, near);
  const notes = savedReply(turn, { changes: [], notes: rest, known });
  if (items.length === 0) return withAsked(turn, notes, points, []);
  const title = titleOf(how.reason, items.length);
  const point = proposal(turn, (kind) => parts.ids.next(kind), { ...how, title, items });
  const blocks = [...proposalBlocks(point), ...told(rest, notes)];
  return withAsked(turn, { blocks }, points, [], [point]);
}

const told = (rest: readonly Note[], notes: Outcome) => (rest.length > 0 ? notes.blocks : []);

function titleOf(reason: Parameters<typeof proposal>[2]["reason"], count: number): string {
  if (reason === "role")
    return `${count === 1 ? "This waits" : `These ${count} wait`} for a writer to accept. Nothing is saved yet.`;
  if (reason === "guess") return "I understood that this should change. Shall it?";
  return count === 1
    ? "I would write this down. Nothing is saved yet."
    : `I would write these ${count} things down. Nothing is saved yet.`;
}

const join = (saved: Outcome, review: Outcome): Outcome => ({
  ...saved,
  blocks: [...saved.blocks, ...review.blocks],
  points: [...(saved.points ?? []), ...(review.points ?? [])],
  memory: {
    ...saved.memory,
    ...review.memory,
    asked: [...(review.memory?.asked ?? []), ...(saved.memory?.asked ?? [])].slice(0, 5),
  },
});
