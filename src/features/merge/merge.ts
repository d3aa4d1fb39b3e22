import { noteError } from "../../chat/note-text.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { keepApart } from "../../domain/bible/twins.ts";
import { UserError } from "../../domain/errors.ts";
import { rememberedPoints } from "../../domain/points/remembered.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Mention } from "../../domain/reading/reading.ts";
import { requireRole } from "../../domain/role.ts";
import { listDuplicates } from "./duplicates.ts";
import { findPair, type PairWords } from "./find-pair.ts";
import { openMerges, replaced, takesIn } from "./open-merges.ts";
import type { MergeParts } from "./parts.ts";
import { type MergeStatement, type Previewed, previewMerge } from "./preview.ts";
import { confirmedOver, readTakes, takesForm, takesOf } from "./takes.ts";

/** What a command or a press says of a merge. `takes` as its offers write it; `values` come from its form. */
export interface MergeWords {
  readonly pair: PairWords;
  readonly takes: string;
  readonly values?: Readonly<Record<string, string>> | undefined;
}

/** Two entries that are one, always looked at before anything is written. Every refusal is a UserError. */
export interface Merge {
  /** The first goes into the second. */
  preview(turn: Turn, kind: EntryKind, words: MergeWords): Promise<Outcome>;
  /** What somebody said in talk; what stands in its way comes as notes. */
  said(turn: Turn, statement: MergeStatement): Promise<Previewed>;
  /** The two are two, and are not offered again. */
  apart(turn: Turn, kind: EntryKind, pair: PairWords): Promise<Outcome>;
  /** Entries of a kind that may be one; `after` is the id of the last one looked at. */
  duplicates(turn: Turn, kind: EntryKind, after?: string): Promise<Outcome>;
}

export function createMerge(parts: MergeParts): Merge {
  return {
    preview: (turn, kind, words) => preview(parts, turn, kind, words),
    said: (turn, statement) => previewMerge(parts, turn, statement),
    apart: (turn, kind, pair) => tellApart(parts, turn, kind, pair),
    duplicates: (turn, kind, after) => listDuplicates(parts, turn, kind, after),
  };
}

async function preview(
  parts: MergeParts,
  turn: Turn,
  kind: EntryKind,
  { pair, takes, values }: MergeWords,
): Promise<Outcome> {
  const [gone, into] = await findPair(parts, turn, kind, pair);
  const wanted = readTakes(takes);
  const before = async () =>
    takesIn(await openMerges(parts, turn, gone.id, into.id), gone.id) ?? confirmedOver({ gone, into });
  if (wanted === "choose" && values === undefined)
    return { blocks: [takesForm({ gone, into }, await before(), schemaOf(turn.project))] };
  const chosen = values ? takesOf(values, await before()) : typeof wanted === "string" ? undefined : wanted;
  const previewed = await previewMerge(parts, turn, {
    type: "merge",
    subject: mention(gone),
    into: mention(into),
    ...(chosen === undefined ? {} : { takes: [...chosen] }),
    span: { start: 0, end: turn.message?.text.length ?? 0 },
  });
  if (previewed.ok) return previewed.outcome;
  const [trouble] = previewed.notes;
  throw trouble
    ? noteError(trouble)
    : new UserError("conflict", "There is nothing to merge.", "Name the two that should become one.");
}

async function tellApart(parts: MergeParts, turn: Turn, kind: EntryKind, words: PairWords): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  const [one, other] = await findPair(parts, turn, kind, words);
  if (one.id === other.id)
    throw new UserError("bad_request", `That is ${one.name} alone.`, "Name two that are told apart.");
  const changes = keepApart(authorOf(parts, turn), one, other);
  const points = replaced(parts, turn, await openMerges(parts, turn, one.id, other.id));
  const text = `**${one.name}** and **${other.name}** are two. I do not ask about them again.`;
  return {
    changes,
    points,
    blocks: [{ type: "text", text }],
    memory: { asked: rememberedPoints(turn.session.memory.asked ?? [], points) },
  };
}

const authorOf = (parts: MergeParts, turn: Turn) => ({
  project_id: turn.project.id,
  session_id: turn.session.id,
  turn_id: turn.id,
  by: turn.person.id,
  at: parts.clock.now().toISOString(),
  fact_status: "confirmed" as const,
  nextId: (kind: "entry" | "change") => parts.ids.next(kind),
});

const mention = (entry: Entry): Mention => ({ name: entry.name, entry_id: entry.id, start: 0, end: 0 });
