import type { Outcome } from "../../chat/outcome.ts";
import { proposal, proposalBlocks } from "../../chat/proposal.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { expandGroups } from "../../domain/bible/groups.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import { createNameIndex } from "../../domain/bible/name-index.ts";
import { beyond } from "../../domain/bible/seen.ts";
import { itemise } from "../../domain/points/itemise.ts";
import type { ProposedItem } from "../../domain/points/point.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { withAsked } from "./asked.ts";
import type { ExtractParts } from "./parts.ts";

type Item = Pick<ProposedItem, "statement" | "line">;

/**
 * Where corrections are reviewed: what would change or take away something that somebody else stated becomes a proposal
 * for that person or a producer; `rest` is what may be written at once. Undefined when nothing needs a review.
 */
export async function reviewed(
  parts: ExtractParts,
  turn: Turn,
  statements: readonly Statement[],
): Promise<{ readonly rest: readonly Statement[]; readonly outcome: Outcome } | undefined> {
  const known = await loadKnown(beyond(parts.bible, turn.seen), turn.project.id, statements);
  const items = itemise(expandGroups(statements, known).statements, known, turn.message?.text ?? "");
  const authors = new Map(items.map((item) => [item, authorOf(item, known)]));
  const held = items.filter((item) => ![undefined, turn.person.id, "backlot"].includes(authors.get(item)));
  if (held.length === 0) return undefined;
  const [author] = new Set(held.map((item) => authors.get(item)));
  const point = proposal(turn, (kind) => parts.ids.next(kind), {
    reason: "review",
    title: `${held.length === 1 ? "This corrects" : "These correct"} what somebody else said, so it waits for them or a producer. Nothing of it is saved yet.`,
    items: held,
    needs: { role: "producer", ...(author === undefined ? {} : { author }) },
  });
  return {
    rest: items.filter((item) => !held.includes(item)).map((item) => item.statement),
    outcome: withAsked(turn, { blocks: proposalBlocks(point) }, [], [], [point]),
  };
}

/** Who stated what an item would change or take away. */
function authorOf({ statement, line }: Item, known: readonly Entry[]): string | undefined {
  if (line.action === "created" || statement.type === "relationship") return undefined;
  const subject = "subject" in statement ? statement.subject : undefined;
  const byId = known.find((entry) => entry.id === subject?.entry_id);
  const found = createNameIndex(known).find(line.name, line.kind);
  const entry = byId ?? (found.type === "one" ? found.entry : undefined);
  const field = line.field ?? "name";
  // A list that grows takes nothing from anybody.
  if (Array.isArray(line.before) && Array.isArray(line.after)) return undefined;
  return entry?.facts[field]?.by;
}
