import { z } from "zod";
import { DOCUMENT_KINDS, type DocumentKind, type Project } from "../project.ts";

/**
 * Something made from an entry (a scene with that character, a document that tells of it) whose entry changed since.
 * `dependant_id` is an entry's id, "<project id>:<document>" for a document, or "<project id>:step:<step>" for a step that
 * somebody marked done. It stays until somebody brings the
 * dependant up to date, says it is fine as it is, or takes the change back.
 */
export const StaleMark = z.object({
  project_id: z.string(),
  dependant_id: z.string(),
  cause_id: z.string(),
  change_id: z.string(),
  reason: z.string(),
  /** The name of the entry that took the cause in. */
  into: z.string().optional(),
  at: z.iso.datetime(),
});
export type StaleMark = z.infer<typeof StaleMark>;

type Mark = Omit<StaleMark, "dependant_id">;

/** Marks every living scene that is linked to all of `linked` (the cause itself when absent), but those the same turn makes or writes anew. */
export type StaleCause = Mark & { readonly linked?: readonly string[] };

/** What a turn does to the marks. Those of the changes it undoes and redoes follow by themselves. */
export interface StaleWrite {
  readonly causes: readonly StaleCause[];
  readonly marks: readonly StaleMark[];
  /** A change is taken back: what was brought up to date with `undoes` since is behind now. */
  readonly reversals: readonly (Mark & { readonly undoes: string })[];
  /** Written anew by the change `by`: up to date, until that is undone. */
  readonly rewritten: readonly { readonly dependant_id: string; readonly by: string }[];
  /** Ids of dependants that somebody says are fine as they are. */
  readonly fine: readonly string[];
}

export const NO_STALE: StaleWrite = { causes: [], marks: [], reversals: [], rewritten: [], fine: [] };

export const joinStale = (a: StaleWrite, b: StaleWrite): StaleWrite => ({
  causes: [...a.causes, ...b.causes],
  marks: [...a.marks, ...b.marks],
  reversals: [...a.reversals, ...b.reversals],
  rewritten: [...a.rewritten, ...b.rewritten],
  fine: [...a.fine, ...b.fine],
});

export const changesMarks = (stale: StaleWrite): boolean =>
  Object.values(stale).some((part) => part.length > 0);

export const documentId = (projectId: string, document: DocumentKind): string => `${projectId}:${document}`;

/** Ids of the documents that a project has. */
export const documentIds = (project: Project): string[] =>
  DOCUMENT_KINDS.flatMap((kind) => (project.documents[kind] ? documentId(project.id, kind) : []));

/** The document of that project which a dependant is; undefined for an entry. */
export const documentOf = (projectId: string, dependantId: string): DocumentKind | undefined =>
  DOCUMENT_KINDS.find((kind) => documentId(projectId, kind) === dependantId);

export const stepMarkId = (projectId: string, step: string): string => `${projectId}:step:${step}`;

/** The step of that project which a dependant is; undefined for what is none. */
export const stepOf = (projectId: string, dependantId: string): string | undefined =>
  dependantId.startsWith(`${projectId}:step:`) ? dependantId.slice(projectId.length + 6) : undefined;
