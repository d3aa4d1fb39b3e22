import { z } from "zod";
import { DocumentKind, type Project } from "./project.ts";

/** One rewriting of a project's paper. A missing text: the project had none. */
export const DocumentChange = z.object({
  id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  turn_id: z.string(),
  document: DocumentKind,
  before: z.string().optional(),
  after: z.string().optional(),
  /** The change this one reverses. */
  undoes: z.string().optional(),
  /** When it reverses an undo: the change that stands again with it. */
  redoes: z.string().optional(),
  undone: z.boolean(),
  by: z.string(),
  by_name: z.string().optional(),
  at: z.iso.datetime(),
});
export type DocumentChange = z.infer<typeof DocumentChange>;

export interface DocumentAuthor {
  readonly session_id: string;
  readonly turn_id: string;
  readonly by: string;
  readonly at: string;
  readonly nextId: (kind: "change") => string;
}

/** What differs between a project's papers before and after a turn, so that every text that was written is kept. */
export function rewrittenDocuments(
  before: Project,
  after: Project,
  author: DocumentAuthor,
): readonly DocumentChange[] {
  return DocumentKind.options.flatMap((document) => {
    const [old, now] = [before.documents[document], after.documents[document]];
    return old === now ? [] : [documentChange(before.id, document, old, now, author)];
  });
}

export type DocumentsUndone =
  | {
      readonly ok: true;
      readonly project: Project;
      readonly documents: readonly DocumentChange[];
      readonly undone: readonly string[];
    }
  | { readonly ok: false; readonly reason: string; readonly hint: string };

/** Takes rewritings back, all or none; `changes` newest first. Refused for a paper that was written again since. */
export function undoDocuments(
  changes: readonly DocumentChange[],
  project: Project,
  author: DocumentAuthor,
): DocumentsUndone {
  const open = changes.filter((change) => !change.undone);
  const papers = { ...project.documents };
  const documents: DocumentChange[] = [];
  for (const change of open) {
    const { id, document, before, after, undoes, redoes } = change;
    if (papers[document] !== after) {
      const reason = `The ${document} was written again later`;
      return { ok: false, reason, hint: `Undo that first, or type /history ${document} to see them all.` };
    }
    if (before === undefined) delete papers[document];
    else papers[document] = before;
    const marks = redoes ? { undoes: redoes } : undoes ? { undoes: id, redoes: undoes } : { undoes: id };
    documents.push({ ...documentChange(project.id, document, after, before, author), ...marks });
  }
  const undone = open.flatMap((change) => (change.redoes ? [change.id, change.redoes] : change.id));
  return { ok: true, project: { ...project, documents: papers }, documents, undone };
}

function documentChange(
  projectId: string,
  document: DocumentKind,
  before: string | undefined,
  after: string | undefined,
  { session_id, turn_id, by, at, nextId }: DocumentAuthor,
): DocumentChange {
  return {
    id: nextId("change"),
    project_id: projectId,
    session_id,
    turn_id,
    document,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    undone: false,
    by,
    at,
  };
}
