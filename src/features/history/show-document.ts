import { undoOffer } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { peopleOf } from "../../chat/people.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import type { DocumentChange } from "../../domain/document-change.ts";
import { UserError } from "../../domain/errors.ts";
import { paperSaying } from "../../domain/paper-words.ts";
import type { DocumentKind } from "../../domain/project.ts";
import { mayActAs, requireRole } from "../../domain/role.ts";
import { ago } from "../../lib/ago.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import type { HistoryParts } from "./parts.ts";

const TEXTS = 5;
const TEXT_CHARS = 300;
const LABEL_CHARS = 80;

/** The texts a paper of the project has had, newest first, with a way back to each. */
export async function showDocument(
  parts: HistoryParts,
  turn: Turn,
  document: DocumentKind,
  before: string | undefined,
): Promise<Outcome> {
  const found = await parts.documents.history({ project_id: turn.project.id, document }, TEXTS + 1, before);
  const page = found.slice(0, TEXTS);
  const now = turn.project.documents[document];
  if (page.length === 0) return { blocks: [{ type: "text", text: firstText(document, now, before) }] };
  const nameOf = await peopleOf(parts.messages, page, turn.person);
  const items = page.map((change) => {
    const text = change.after === undefined ? "taken out" : `“${ellipsis(change.after, TEXT_CHARS)}”`;
    return `${text} ${nameOf(change.by)}, ${ago(new Date(change.at), parts.clock.now())}`;
  });
  const oldest = page.at(-1);
  const first =
    found.length <= TEXTS && oldest?.before !== undefined
      ? [`“${ellipsis(oldest.before, TEXT_CHARS)}” at first`]
      : [];
  const offers = [
    ...(mayActAs(turn.person.role, "writer") ? backOffers(page, now) : []),
    ...(found.length > TEXTS ? [olderOffer(document, oldest)] : []),
  ];
  return {
    blocks: [
      { type: "list", title: `The ${document} and the texts it had`, items: [...items, ...first] },
      ...(offers.length > 0 ? [{ type: "offers" as const, offers }] : []),
    ],
  };
}

/** Puts an earlier text back, as a rewriting of its own: the text before (or after) one that is named by its id. */
export async function bringTextBack(parts: HistoryParts, turn: Turn, changeId: string): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "rewrite a document");
  const change = await parts.documents.change(changeId);
  if (change?.project_id !== turn.project.id || change.before === undefined || change.document === "plan")
    throw new UserError(
      "not_found",
      "There is no such text in this project.",
      "Type /history logline to see the texts it had.",
    );
  const { document, before } = change;
  if (turn.project.documents[document] === before)
    return { blocks: [{ type: "text", text: `The ${document} reads like that already.` }] };
  return {
    project: { ...turn.project, documents: { ...turn.project.documents, [document]: before } },
    blocks: [
      { type: "text", text: `The ${document} reads as it did before.` },
      {
        type: "card",
        title: document.charAt(0).toUpperCase() + document.slice(1),
        fields: [{ name: document, value: before }],
      },
      { type: "offers", offers: [undoOffer(turn.id)] },
    ],
  };
}

/** Each earlier text once, but not the one it has now. */
function backOffers(page: readonly DocumentChange[], now: string | undefined): Offer[] {
  const earlier = new Map(
    page.flatMap((change) =>
      change.before === undefined || change.before === now ? [] : [[change.before, change] as const],
    ),
  );
  return [...earlier].slice(0, 3).map(([text, { id }]) => ({
    label: ellipsis(`Bring back “${text}”`, LABEL_CHARS),
    description: "Puts this text in place of the present one, which is kept",
    category: "manual" as const,
    action: { type: "command" as const, command: "history", options: { restore: id } },
  }));
}

const olderOffer = (document: DocumentKind, last: DocumentChange | undefined): Offer => ({
  label: "Older",
  description: "Shows the texts before these",
  category: "manual",
  action: { type: "command", command: "history", options: { about: document, before: last?.id } },
});

function firstText(document: DocumentKind, now: string | undefined, before: string | undefined): string {
  if (before !== undefined) return "There is nothing older.";
  return now === undefined
    ? `This film has no ${document} yet. Type /workflow write ${document}, or say ${paperSaying(document)}.`
    : `The ${document} has been “${ellipsis(now, TEXT_CHARS)}” from the start.`;
}
