import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { countWords, pluralOf, summaryLine } from "../../domain/bible/describe.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { countOf } from "../../domain/bible/kinds.ts";
import { kindsOf } from "../../domain/bible/schema-words.ts";
import { schemaOf } from "../../domain/project.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";
import { wordList } from "../../lib/word-list.ts";
import type { BrainParts } from "./parts.ts";

const LIST_LIMIT = 25;

export async function answerList(parts: BrainParts, turn: Turn, kind: EntryKind): Promise<DraftBlock[]> {
  const own = schemaOf(turn.project);
  const total = countOf(turn.counts, kind);
  if (total === 0)
    return [{ type: "text", text: `There are no ${pluralOf(kind, own)} yet.` }, ...offers(turn)];
  const entries = await parts.bible.list(turn.project.id, { kind, limit: LIST_LIMIT });
  const rest = total - entries.length;
  const items = [
    ...entries.map(summaryLine),
    ...(rest > 0 ? [`… and ${rest} more: the page's bible shows all of them`] : []),
  ];
  return [{ type: "list", title: capital(countWords(total, kind, own)), items }];
}

export function answerCount(turn: Turn, kind: EntryKind | undefined): DraftBlock[] {
  const own = schemaOf(turn.project);
  const kinds = kind ? [kind] : kindsOf(own).filter((each) => countOf(turn.counts, each) > 0);
  const counted = kinds.map((each) => countWords(countOf(turn.counts, each), each, own));
  const text = counted.join(", ") || "nothing yet";
  return [{ type: "text", text: `${turn.project.title} has ${text}.` }];
}

export function answerNext(turn: Turn): DraftBlock[] {
  const view = evaluateWorkflow(turn);
  const current = view.steps.find((step) => step.id === view.current);
  const text = current
    ? `Next comes **${current.name}**${current.missing.length > 0 ? `: so far it has ${wordList(current.missing)}` : ""}.`
    : "Every step is done.";
  return [{ type: "text", text }, ...offers(turn)];
}

function offers(turn: Turn): DraftBlock[] {
  const { next } = evaluateWorkflow(turn);
  return next.length > 0 ? [{ type: "offers", offers: next }] : [];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
