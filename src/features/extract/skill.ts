import { joinOutcomes } from "../../chat/join-outcomes.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { proposal, proposalBlocks } from "../../chat/proposal.ts";
import { savedReply } from "../../chat/saved-reply.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { expandGroups } from "../../domain/bible/groups.ts";
import type { Note } from "../../domain/bible/note.ts";
import { tellNear } from "../../domain/bible/tell-near.ts";
import { itemise } from "../../domain/points/itemise.ts";
import { settingsOf } from "../../domain/project.ts";
import type { Gap, Reading, Statement } from "../../domain/reading/reading.ts";
import { mayActAs } from "../../domain/role.ts";
import { gapPoints, missingPoints, notePoints } from "./ask.ts";
import { askedAfter, withAsked } from "./asked.ts";
import { hear } from "./hear.ts";
import { keepStrangers } from "./keep-strangers.ts";
import { keepWaiting, offeredFirst } from "./keep-waiting.ts";
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
      const gaps = reading.gaps ?? [];
      if (!mayActAs(turn.person.role, "writer"))
        return propose(parts, turn, statements, gaps, { reason: "role", needs: { role: "writer" } });
      if (settingsOf(turn.project).saving === "propose" && statements.length > 0)
        return propose(parts, turn, statements, gaps, { reason: "saving" });
      if (settingsOf(turn.project).corrections === "reviewed" && !mayActAs(turn.person.role, "producer")) {
        const review = await reviewed(parts, turn, statements);
        if (review) return joinOutcomes([await save(parts, turn, review.rest, gaps), review.outcome]);
      }
      return save(parts, turn, statements, gaps);
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
  gaps: readonly Gap[],
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
    ...gapPoints(turn, parts.ids, gaps),
    ...missingPoints(turn, parts.ids, heard.changes),
  ];
  const settled = await askedAfter(parts, turn, heard.changes, asked);
  const waiting =
    (await keepWaiting(parts, turn, heard, statements)) ?? (await keepStrangers(parts, turn, rest));
  const told = rest.map((note) =>
    note.type === "unknown" && waiting?.adds.includes(note.name) ? { ...note, offered: true } : note,
  );
  const outcome =
    heard.changes.length > 0 || told.length > 0
      ? savedReply(turn, { ...heard, notes: told })
      : { blocks: [], changes: [] };
  const guesses = statements.filter(isGuess);
  const saved = waiting
    ? withAsked(turn, offeredFirst(outcome, waiting), asked, settled, [waiting.point])
    : withAsked(turn, outcome, asked, settled);
  if (guesses.length === 0) return saved;
  return joinOutcomes([saved, await propose(parts, turn, guesses, [], { reason: "guess" })]);
}

/** Only a model understood it so, and it takes something away. */
const isGuess = (statement: Statement): boolean => "guess" in statement && statement.guess === true;

/** Statements as a proposal that waits for a yes; nothing where they say nothing new. */
export async function propose(
  parts: ExtractParts,
  turn: Turn,
  statements: readonly Statement[],
  gaps: readonly Gap[],
  how: Pick<Parameters<typeof proposal>[2], "reason" | "needs"> & { readonly title?: string },
): Promise<Outcome> {
  const { known, notes: remarks } = await hear(parts, turn, statements, { contradictions: "write" });
  const items = itemise(expandGroups(statements, known).statements, known, turn.message?.text ?? "");
  const near = await tellNear(parts.bible, turn.project.id, { changes: [], notes: remarks });
  const { points, rest } = notePoints(turn, parts.ids, near);
  const asked = [...points, ...gapPoints(turn, parts.ids, gaps)];
  const notes = savedReply(turn, { changes: [], notes: rest, known });
  if (items.length === 0) return withAsked(turn, notes, asked, []);
  const title = how.title ?? titleOf(how.reason, items.length);
  const point = proposal(turn, (kind) => parts.ids.next(kind), { ...how, title, items });
  const blocks = [...proposalBlocks(point), ...told(rest, notes)];
  return withAsked(turn, { blocks }, asked, [], [point]);
}

const told = (rest: readonly Note[], notes: Outcome) => (rest.length > 0 ? notes.blocks : []);

function titleOf(reason: Parameters<typeof proposal>[2]["reason"], count: number): string {
  if (reason === "role")
    return `${count === 1 ? "This waits" : `These ${count} wait`} for a writer to accept. Nothing is saved yet.`;
  if (reason === "edit") return "Nothing of it is saved yet.";
  if (reason === "guess") return "I understood that this should change. Shall it?";
  return count === 1
    ? "I would write this down. Nothing is saved yet."
    : `I would write these ${count} things down. Nothing is saved yet.`;
}
