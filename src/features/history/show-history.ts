import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import { DocumentKind } from "../../domain/project.ts";
import type { Logged } from "../../ports/document-store.ts";
import { entryById, entryNamed } from "./find-entry.ts";
import { findPerson } from "./find-person.ts";
import { historyLines } from "./lines.ts";
import type { HistoryParts } from "./parts.ts";
import { readAbout } from "./read-about.ts";
import { showDocument } from "./show-document.ts";
import { undoOffers } from "./undo-offers.ts";

const LINES = 10;
const MOST_LINES = 25;

/** Words ("Sarah by Ana 5"), or ids as a choice gives them. `before`: the id of the last change seen. */
export interface HistoryQuery {
  readonly about?: string | undefined;
  readonly kind?: EntryKind | undefined;
  readonly entry?: string | undefined;
  readonly by?: string | undefined;
  readonly limit?: number | undefined;
  readonly before?: string | undefined;
}

interface Asked {
  readonly entry?: Entry | undefined;
  readonly by?: { readonly id: string; readonly name: string } | undefined;
  readonly limit?: number | undefined;
}

/** The latest changes of the project, of one entry or of one person, newest first, with Undo for the newest that can be undone. */
export async function showHistory(parts: HistoryParts, turn: Turn, query: HistoryQuery): Promise<Outcome> {
  const document = DocumentKind.safeParse((query.about ?? "").trim().toLowerCase());
  if (document.success) return showDocument(parts, turn, document.data, query.before);
  const asked = await whatIsAsked(parts, turn, query);
  const limit = Math.min(Math.max(asked.limit ?? query.limit ?? LINES, 1), MOST_LINES);
  const found = await readPage(parts, turn, asked, limit + 1, query.before);
  const page = found.slice(0, limit);
  if (page.length === 0) return nothing(asked, query);
  const items = await historyLines(parts.messages, turn, page, parts.clock.now());
  const offers = [
    ...(await undoOffers(parts, turn, page)),
    ...(found.length > limit ? [olderOffer(asked, limit, page.at(-1))] : []),
  ];
  return {
    blocks: [
      { type: "list", title: `The ${query.before ? "earlier" : "latest"} changes${ofWhat(asked)}`, items },
      ...(offers.length > 0 ? [{ type: "offers" as const, offers }] : []),
    ],
  };
}

async function whatIsAsked(parts: HistoryParts, turn: Turn, query: HistoryQuery): Promise<Asked> {
  const wordings = readAbout(query.about ?? "");
  const person = async (by: string | undefined) =>
    by === undefined ? undefined : findPerson(parts, turn, by);
  if (query.entry !== undefined) {
    const entry = await entryById(parts, turn, query.entry);
    if (!entry) throw unknown(query.entry);
    return { entry, by: await person(query.by) };
  }
  const ofProject = wordings.find(({ name }) => name === "");
  if (ofProject) return { by: await person(query.by ?? ofProject.by), limit: ofProject.limit };
  const found = await entryNamed(parts, turn, wordings, query.kind);
  if (!found) throw unknown(wordings.at(-1)?.name ?? "");
  return { entry: found.entry, by: await person(found.wording.by), limit: found.wording.limit };
}

async function readPage(
  parts: HistoryParts,
  turn: Turn,
  { entry, by }: Asked,
  limit: number,
  before: string | undefined,
): Promise<readonly Logged[]> {
  const filter = { project_id: turn.project.id, ...(by ? { by: by.id } : {}) };
  if (!entry) return parts.documents.log(filter, limit, before);
  const changes = await parts.bible.history({ ...filter, entry_id: entry.id }, limit, before);
  return changes.map((change) => ({ type: "change", change }));
}

function olderOffer({ entry, by }: Asked, limit: number, last: Logged | undefined): Offer {
  return {
    label: "Older",
    description: "Shows the changes before these",
    category: "manual",
    action: {
      type: "command",
      command: "history",
      options: {
        ...(entry ? { entry: entry.id } : {}),
        ...(by ? { by: by.id } : {}),
        limit,
        before: last?.change.id,
      },
    },
  };
}

const ofWhat = ({ entry, by }: Asked): string =>
  `${entry ? ` to ${entry.name}` : by ? "" : " in this project"}${by ? ` by ${by.name}` : ""}`;

function nothing(asked: Asked, { before }: HistoryQuery): Outcome {
  const plain = asked.entry === undefined && asked.by === undefined;
  const text = before
    ? "There is nothing older."
    : plain
      ? "Nothing has been written to this bible yet. Say who the film is about."
      : `There is no change${ofWhat(asked)} yet.`;
  return { blocks: [{ type: "text", text }] };
}

const unknown = (name: string): UserError =>
  new UserError(
    "not_found",
    `I find nothing called ${name.slice(0, 60)} in this project’s history.`,
    "Type /history for the latest changes, or a name after it: /history Sarah, /history by Ana",
  );
