import type { Outcome } from "../../chat/outcome.ts";
import { proposal, proposalBlocks } from "../../chat/proposal.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change, FieldChange } from "../../domain/bible/change.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { saysTheSame } from "../../domain/bible/field-check.ts";
import type { ProposedItem, ProposedLine } from "../../domain/points/point.ts";
import { rememberedPoints } from "../../domain/points/remembered.ts";
import { settingsOf } from "../../domain/project.ts";
import type { Mention, Statement } from "../../domain/reading/reading.ts";
import { mayActAs } from "../../domain/role.ts";
import type { BibleParts } from "./parts.ts";

const NOWHERE = { start: 0, end: 0 };

type Item = Pick<ProposedItem, "statement" | "line">;

/**
 * The fields of an entry in which an edit would take the place of somebody else's words, where the project reviews
 * corrections and the person is no producer. A field that is first filled, and a list that grows, take nothing.
 */
export function othersWords(turn: Turn, entry: Entry, change: Change | undefined): readonly string[] {
  const free = settingsOf(turn.project).corrections === "open" || mayActAs(turn.person.role, "producer");
  if (free || change === undefined) return [];
  const fields = change.action === "removed" ? ["name"] : Object.keys(change.fields);
  return fields.filter((field) => {
    const by = entry.facts[field]?.by;
    if (by === undefined || by === turn.person.id || by === "backlot") return false;
    return change.action === "removed" || takes(change.fields[field]);
  });
}

/** The outcome of what may be written now, with what waits for those whose words they are, or for a producer. */
export function withReview(
  parts: BibleParts,
  turn: Turn,
  done: Outcome,
  { entry, items }: { readonly entry: Entry; readonly items: readonly Item[] },
): Outcome {
  const authors = new Set(items.map(({ line }) => entry.facts[line.field ?? "name"]?.by));
  const [author] = authors;
  const point = proposal(turn, (kind) => parts.ids.next(kind), {
    reason: "review",
    title: `${items.length === 1 ? "This corrects" : "These correct"} what somebody else said, so it waits for them or a producer. Nothing of it is saved yet.`,
    items,
    needs: { role: "producer", ...(author === undefined || authors.size > 1 ? {} : { author }) },
  });
  return {
    ...done,
    blocks: [...done.blocks, ...proposalBlocks(point)],
    points: [...(done.points ?? []), point],
    memory: { ...done.memory, asked: rememberedPoints(turn.session.memory.asked ?? [], [point]) },
  };
}

/** One field of an edit as a statement of its own. A list takes the place of the one there is. */
export function fieldItem(turn: Turn, entry: Entry, field: string, { before, after }: FieldChange): Item {
  const line: ProposedLine = {
    action: "updated",
    kind: entry.kind,
    name: entry.name,
    field,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
  const span = whole(turn);
  if (field === "name")
    return { statement: { type: "rename", subject: meant(entry), name: String(after), span }, line };
  const lost =
    Array.isArray(before) && Array.isArray(after) ? before.filter((item) => !after.includes(item)) : [];
  const statement: Statement = {
    type: "entry",
    kind: entry.kind,
    subject: meant(entry),
    explicit: false,
    corrects: true,
    fields: after === undefined ? [] : [{ field, value: after, ...span }],
    drops:
      after === undefined ? [{ field, ...span }] : lost.length > 0 ? [{ field, value: lost, ...span }] : [],
    span,
  };
  return { statement, line };
}

/** A removal as it waits for review. */
export const removalItem = (turn: Turn, entry: Entry): Item => ({
  statement: { type: "remove", kind: entry.kind, subject: meant(entry), span: whole(turn) },
  line: { action: "removed", kind: entry.kind, name: entry.name },
});

function takes(change: FieldChange | undefined): boolean {
  const { before, after } = change ?? {};
  if (before === undefined) return false;
  if (after === undefined) return true;
  if (Array.isArray(before) && Array.isArray(after)) return before.some((item) => !after.includes(item));
  return !saysTheSame(before, after);
}

const meant = (entry: Entry): Mention => ({ name: entry.name, entry_id: entry.id, ...NOWHERE });
const whole = (turn: Turn) => ({ start: 0, end: turn.message?.text.length ?? 0 });
