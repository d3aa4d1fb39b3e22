import { z } from "zod";
import { DocumentKind, type Project } from "./project.ts";
import { planText, withPlan } from "./workflow/plan-state.ts";

/** What a project keeps every text of: its documents, and "plan", the state of its workflow as `planText` writes it. */
export const PaperKind = z.enum([...DocumentKind.options, "plan"]);
export type PaperKind = z.infer<typeof PaperKind>;

/** One rewriting of a project's paper. A missing text: the project had none. */
export const DocumentChange = z.object({
  id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  turn_id: z.string(),
  document: PaperKind,
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
  return PaperKind.options.flatMap((document) => {
    const [old, now] = [textOf(before, document), textOf(after, document)];
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
  let papers = project;
  const documents: DocumentChange[] = [];
  for (const change of open) {
    const { id, document, before, after, undoes, redoes } = change;
    if (textOf(papers, document) !== after) return writtenSince(document);
    papers = withText(papers, document, before);
    const marks = redoes ? { undoes: redoes } : undoes ? { undoes: id, redoes: undoes } : { undoes: id };
    documents.push({ ...documentChange(project.id, document, after, before, author), ...marks });
  }
  const undone = open.flatMap((change) => (change.redoes ? [change.id, change.redoes] : change.id));
  return { ok: true, project: papers, documents, undone };
}

const textOf = (project: Project, paper: PaperKind): string | undefined =>
  paper === "plan" ? planText(project) : project.documents[paper];

function withText(project: Project, paper: PaperKind, text: string | undefined): Project {
  if (paper === "plan") return withPlan(project, text ?? "{}");
  const { [paper]: _old, ...rest } = project.documents;
  return { ...project, documents: text === undefined ? rest : { ...rest, [paper]: text } };
}

const writtenSince = (paper: PaperKind): DocumentsUndone & { ok: false } =>
  paper === "plan"
    ? {
        ok: false,
        reason: "The workflow was changed again later",
        hint: "Undo that first, or type /workflow history to see it all.",
      }
    : {
        ok: false,
        reason: `The ${paper} was written again later`,
        hint: `Undo that first, or type /history ${paper} to see them all.`,
      };

function documentChange(
  projectId: string,
  document: PaperKind,
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
