import { undoOffer } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { refused } from "../../chat/refused.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import { aPaper, arePlural, paperSaying } from "../../domain/paper-words.ts";
import { DOCUMENT_KINDS, type DocumentKind, MAX_DOCUMENT_CHARS } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { canWritePaper } from "../../domain/workflow/paper-gate.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Model } from "../../ports/model.ts";
import { bibleLines } from "./bible-lines.ts";

/** What of the bible a writer is given: enough for a film, bounded for a large one. */
const MAX_BIBLE_LINES = 80;

export interface DocumentParts {
  readonly bible: BibleStore;
  readonly model: Model;
  readonly ids: Ids;
}

export interface Documents {
  /** Backlot writes a paper of the early steps from what the bible knows, and keeps it as the project's. */
  write(turn: Turn, document: string, brief: string): Promise<Outcome>;
  /** Keeps a person's own words as the paper. */
  keep(turn: Turn, document: DocumentKind, text: string): Promise<Outcome>;
}

export function createDocuments(parts: DocumentParts): Documents {
  return {
    write: async (turn, name, brief) => {
      mayWrite(turn);
      const document = documentKind(name);
      const early = beforeItsTime(turn, document);
      if (early) return early;
      const entries = await parts.bible.list(turn.project.id, { limit: MAX_BIBLE_LINES });
      const { title, documents } = turn.project;
      let notice = "";
      const text = await parts.model.write(
        {
          document,
          brief,
          film: { title, documents },
          bible: bibleLines(entries),
          seed: parts.ids.seed(),
        },
        {
          signal: turn.signal,
          onText: turn.stream,
          onNotice: (words) => {
            notice = `${words} `;
          },
        },
      );
      return kept(turn, document, text, `${notice}${draftedWords(document)}`);
    },
    keep: async (turn, document, text) => {
      mayWrite(turn);
      return kept(
        turn,
        document,
        text,
        `${arePlural(document) ? "Those are" : "That is"} the ${document} now.`,
      );
    },
  };
}

const mayWrite = ({ person }: Turn) => requireRole(person.role, "writer", "write the film's papers");

const draftedWords = (document: DocumentKind): string =>
  arePlural(document)
    ? `Here are the ${document}, in a draft. They are kept as the project's; say ${paperSaying(document)} to put your own in their place.`
    : `Here is ${aPaper(document)}. It is kept as the project's; say ${paperSaying(document)} to put your own in its place.`;

/** A paper is not written before its step is open. One that the film has may always be written anew. */
function beforeItsTime(turn: Turn, document: DocumentKind): Outcome | undefined {
  const verdict = canWritePaper(turn, document);
  return verdict.ok ? undefined : refused(verdict);
}

function documentKind(name: string): DocumentKind {
  const found = DOCUMENT_KINDS.find((kind) => kind === name.trim().toLowerCase());
  if (found) return found;
  throw new UserError(
    "invalid",
    `I cannot write "${name.slice(0, 40)}", only ${DOCUMENT_KINDS.join(", ")}.`,
    "Type for example: /workflow write logline",
  );
}

function kept(turn: Turn, document: DocumentKind, text: string, say: string): Outcome {
  if (text.length > MAX_DOCUMENT_CHARS) {
    throw new UserError(
      "too_large",
      `That ${document} has ${text.length} characters; at most ${MAX_DOCUMENT_CHARS} are kept.`,
      "Shorten it, or upload it as a file.",
    );
  }
  const project = { ...turn.project, documents: { ...turn.project.documents, [document]: text } };
  const before = turn.project.documents[document];
  const { next } = evaluateWorkflow({ ...turn, project });
  const blocks: DraftBlock[] = [
    { type: "text", text: say },
    {
      type: "card",
      title: document.charAt(0).toUpperCase() + document.slice(1),
      fields: [{ name: document, value: text }],
    },
    ...(before === undefined
      ? []
      : [
          {
            type: "text" as const,
            text: `_Before: ${before.slice(0, 300)}${before.length > 300 ? " …" : ""}_\n/history ${document} shows every text it had.`,
          },
        ]),
    { type: "offers", offers: [...next, undoOffer(turn.id)], next: next.length },
  ];
  return { project, blocks };
}
