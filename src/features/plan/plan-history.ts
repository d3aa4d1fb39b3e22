import type { Outcome } from "../../chat/outcome.ts";
import { peopleOf } from "../../chat/people.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import type { DocumentChange } from "../../domain/document-change.ts";
import { planWords } from "../../domain/workflow/plan-words.ts";
import { ago } from "../../lib/ago.ts";
import { wordList } from "../../lib/word-list.ts";
import type { PlanParts } from "./plan-parts.ts";

const PAGE = 10;
const MAX_WORDS = 6;

/** What people did to the workflow, newest first: who, when and why. `before` is the id of the change the page ends at; empty for the newest. */
export async function planHistory(
  { documents, messages, clock }: Pick<PlanParts, "documents" | "messages" | "clock">,
  turn: Turn,
  before: string,
): Promise<Outcome> {
  const filter = { project_id: turn.project.id, document: "plan" as const };
  const found = await documents.history(filter, PAGE + 1, before === "" ? undefined : before);
  const page = found.slice(0, PAGE);
  if (page.length === 0)
    return { blocks: [{ type: "text", text: "Nobody has marked, skipped or opened a step yet." }] };
  const nameOf = await peopleOf(messages, page, turn.person);
  const now = clock.now();
  const items = page.map(
    (change) => `${capital(told(change))}. ${nameOf(change.by)}, ${ago(new Date(change.at), now)}`,
  );
  const last = found.length > PAGE ? page.at(-1) : undefined;
  return {
    blocks: [
      { type: "list", title: "The workflow, newest first", items },
      ...(last ? [{ type: "offers" as const, offers: [earlier(last.id)] }] : []),
    ],
  };
}

function told({ before, after, undone, undoes, redoes }: DocumentChange): string {
  const how = redoes !== undefined ? ", a redo" : undoes !== undefined ? ", an undo" : "";
  return `${wordList(planWords(before, after), MAX_WORDS)}${how}${undone ? " (undone)" : ""}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const earlier = (id: string): Offer => ({
  label: "Show earlier",
  description: "The next ones back",
  category: "alternative",
  action: { type: "command", command: "workflow", options: { action: "history", step: id } },
});
