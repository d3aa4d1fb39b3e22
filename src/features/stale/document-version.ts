import { undoOffer } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import { fineOffer, staleAction } from "../../chat/stale-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import { firstUpper } from "../../domain/bible/kind-words.ts";
import { documentId } from "../../domain/bible/stale.ts";
import { UserError } from "../../domain/errors.ts";
import { DocumentKind, MAX_DOCUMENT_CHARS } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { fingerprint } from "../../lib/fingerprint.ts";

/** Longer texts are shown by what changes in them, when that can be told line by line. */
const WHOLE_CHARS = 1_200;
const MAX_LINES = 12;

/** A new version of a document, which is kept only once somebody says so. */
export function versionBlocks(
  turn: Turn,
  document: DocumentKind,
  before: string,
  now: string,
  recommended: boolean,
): DraftBlock[] {
  const id = documentId(turn.project.id, document);
  const lines = now.length > WHOLE_CHARS ? changedLines(before, now) : undefined;
  const keep = { name: document, text: now, was: fingerprint(before) };
  return [
    lines
      ? { type: "list", title: `The ${document}, brought up to date: what changes`, items: lines }
      : {
          type: "card",
          title: `The ${document}, brought up to date`,
          fields: [{ name: firstUpper(document), value: now }],
        },
    {
      type: "offers",
      offers: [
        {
          label: "Keep this version",
          description: `It becomes the ${document}; the old one stays in the history`,
          category: recommended ? "recommended" : "alternative",
          action: staleAction("keep", keep),
        },
        {
          label: "Leave as it was",
          description: "It stays on the list of what may be out of date",
          category: "manual",
          action: {
            type: "prompt",
            text: `The ${document} stays as it was. It is still on the list: type /stale to see it, or say “the ${document} is: …” with words of your own.`,
          },
        },
        fineOffer(id, `The ${document}`),
      ],
    },
  ];
}

/** Each line that differs, before and after; undefined where lines came or went, or too many differ to be shown. */
function changedLines(before: string, now: string): string[] | undefined {
  const [old, fresh] = [before, now].map((text) => text.split(/(?<=[.!?…]["”’)]?)\s+|\n+/));
  if (old === undefined || fresh === undefined || old.length !== fresh.length) return undefined;
  const lines = old.flatMap((line, index) => (line === fresh[index] ? [] : `“${line}” → “${fresh[index]}”`));
  return lines.length <= MAX_LINES ? lines : undefined;
}

/** Makes the version that was shown the document, unless that was written anew since. */
export function keepVersion(turn: Turn, name: string, text: string, was: string): Outcome {
  requireRole(turn.person.role, "writer", "change the bible");
  const document = DocumentKind.safeParse(name).data;
  if (document === undefined || text === "" || text.length > MAX_DOCUMENT_CHARS)
    throw new UserError(
      "invalid",
      "There is no such version to keep.",
      "Type /stale to see what may be out of date.",
    );
  if (fingerprint(turn.project.documents[document] ?? "") !== was)
    throw new UserError(
      "conflict",
      `The ${document} was written anew since, so I left it as it is.`,
      "Type /stale to see whether it is still out of date.",
    );
  return {
    project: { ...turn.project, documents: { ...turn.project.documents, [document]: text } },
    blocks: [
      { type: "text", text: `Kept: that is the ${document} now.` },
      { type: "offers", offers: [undoOffer(turn.id)] },
    ],
  };
}
