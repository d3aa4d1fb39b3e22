import type { ChatMessage } from "../../chat/chat-message.ts";
import { undoOffer } from "../../chat/entry-offers.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { receiptBlocks } from "../../chat/receipt-blocks.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { saidIdOf } from "../../chat/turn-ids.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Offer } from "../../domain/choice.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Reading, Statement } from "../../domain/reading/reading.ts";
import type { ExtractParts } from "./parts.ts";
import { propose } from "./skill.ts";

type Amended = InboundEvent & { type: "amended" };

/** What is offered, and the message as the record keeps it from now on. */
export interface Reread {
  readonly outcome: Outcome;
  readonly message?: ChatMessage;
}

export type RereadParts = ExtractParts & {
  readonly read: (turn: Turn, text: string) => Promise<Reading>;
};

const MAX_EDITS = 20;
/** Looked through for what later versions of a message changed. */
const MAX_ENTRIES = 10;
const MAX_CHANGES = 50;

const SILENT: Outcome = { private: true, blocks: [] };

/**
 * What was answered already was changed or taken back by whoever said it: shows what that would change in the bible, and
 * writes nothing of it by itself. Says nothing where it would change nothing.
 */
export async function reread(parts: RereadParts, turn: Turn, event: Amended): Promise<Reread> {
  const [said] = await parts.messages.getMany([saidIdOf(event.of)]);
  if (!said) return { outcome: SILENT };
  const changes = (await parts.bible.changesOfTurn(event.of)).filter(({ undone }) => !undone);
  const noted = { ...said, version: said.version + 1, edited_at: event.at };
  if (event.now === null) {
    const all = [...changes, ...(await laterChanges(parts, turn, said, changes))];
    const gone = { ...noted, taken_back: true as const };
    return all.length > 0
      ? { outcome: afterDeletion(turn, all), message: gone }
      : { outcome: SILENT, message: { ...gone, text: "" } };
  }
  const was = said.now ?? said.text;
  const isCommand = [was, event.now].some((text) => text.trimStart().startsWith("/"));
  const outcome = isCommand
    ? SILENT
    : await afterEdit(parts, turn, event.now, { was, changes, of: event.of });
  const edits = [...(said.edits ?? []), saidIdOf(turn.id)].slice(-MAX_EDITS);
  return { outcome, message: { ...noted, now: event.now, edits } };
}

/** What was accepted of the message's later versions, as far as it is about the same entries; the oldest first. */
async function laterChanges(
  { bible }: RereadParts,
  { project }: Turn,
  { edits = [] }: ChatMessage,
  first: readonly Change[],
): Promise<readonly Change[]> {
  if (edits.length === 0) return [];
  const entries = [...new Set(first.map(({ entry_id }) => entry_id))].slice(0, MAX_ENTRIES);
  const logs = await Promise.all(
    entries.map((entry_id) => bible.history({ project_id: project.id, entry_id }, MAX_CHANGES)),
  );
  const known = new Set(first.map(({ id }) => id));
  return logs
    .flatMap((log) => log.toReversed())
    .filter(
      ({ id, undone, evidence }) => !known.has(id) && !undone && edits.includes(evidence?.message_id ?? ""),
    );
}

function afterDeletion(turn: Turn, changes: readonly Change[]): Outcome {
  const turns = [...new Set(changes.flatMap(({ turn_id }) => turn_id ?? []))];
  const who = turn.person.name ?? "Somebody";
  const text = `${who} deleted a message that this came from. I keep it, and the words that prove it, unless you undo it.`;
  return {
    blocks: [
      { type: "text", text },
      ...receiptBlocks(changes, schemaOf(turn.project)),
      { type: "offers", offers: [undoOffer(turns.join(","), "Undo what came from it"), KEEP] },
    ],
  };
}

const KEEP: Offer = {
  label: "Keep it",
  description: "Leaves the bible as it is",
  category: "manual",
  action: { type: "prompt", text: "All right, it stays." },
};

interface Before {
  /** The words that were read last. */
  readonly was: string;
  readonly changes: readonly Change[];
  readonly of: string;
}

async function afterEdit(parts: RereadParts, turn: Turn, text: string, before: Before): Promise<Outcome> {
  const [now, then] = [await parts.read(turn, text), await parts.read(turn, before.was)];
  const proposed = now.statements.filter(({ type }) => type !== "merge");
  const asked =
    proposed.length > 0 ? await propose(parts, turn, proposed, [], { reason: "edit" }) : undefined;
  const proposes = asked?.points?.some(({ asks }) => asks.type === "proposal") ?? false;
  const lost = before.changes.length > 0 && then.statements.some((each) => !isIn(now.statements, each));
  const undo = lost ? [undoOffer(before.of, "Undo what the first version saved")] : [];
  const ask = now.questions.length > 0 && text !== before.was ? [answerOffer(text)] : [];
  if (!proposes && undo.length + ask.length === 0) return SILENT;
  const who = turn.person.name ?? "Somebody";
  const head = `${who} changed a message that I had read already. ${proposes ? "This would change with it:" : lost ? "It no longer says all of this:" : ""}`;
  const receipt = lost && !proposes ? receiptBlocks(before.changes, schemaOf(turn.project)) : [];
  const more: DraftBlock[] =
    undo.length + ask.length > 0 ? [{ type: "offers", offers: [...ask, ...undo] }] : [];
  return {
    ...(proposes ? asked : {}),
    blocks: [
      { type: "text", text: head.trim() },
      ...receipt,
      ...(proposes ? (asked?.blocks ?? []) : []),
      ...more,
    ],
  };
}

/** Whether the same is said, wherever in its text. */
function isIn(statements: readonly Statement[], wanted: Statement): boolean {
  const meaning = meaningOf(wanted);
  return statements.some((each) => meaningOf(each) === meaning);
}

const meaningOf = (statement: Statement): string =>
  JSON.stringify(statement, (key, value) => (PLACES.has(key) ? undefined : value));

const PLACES: ReadonlySet<string> = new Set(["span", "start", "end", "entry_id", "explicit", "corrects"]);

const answerOffer = (question: string): Offer => ({
  label: "Answer it now",
  description: "Answers the message as it reads now",
  category: "recommended",
  action: { type: "command", command: "ask", options: { question } },
});
