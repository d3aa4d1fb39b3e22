import { z } from "zod";

export const MAX_TITLE_CHARS = 120;
export const MAX_DOCUMENT_CHARS = 20_000;

/** The written papers of a film's early steps, by the trade's order. */
export const DOCUMENT_KINDS = ["concept", "logline", "synopsis", "beats", "treatment", "outline"] as const;
export const DocumentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const WorkflowName = z.enum(["film", "short", "free"]);
export type WorkflowName = z.infer<typeof WorkflowName>;

/** Recorded by a person for steps whose result Backlot cannot see in its data. */
export const StepMark = z.object({
  state: z.enum(["completed", "skipped"]),
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string().optional(),
});
export type StepMark = z.infer<typeof StepMark>;

/** One film. A channel is bound to one project. */
export const Project = z.object({
  id: z.string(),
  workspace_id: z.string(),
  title: z.string().min(1).max(MAX_TITLE_CHARS),
  workflow: WorkflowName,
  documents: z.partialRecord(DocumentKind, z.string().max(MAX_DOCUMENT_CHARS)),
  step_marks: z.record(z.string(), StepMark),
  created_by: z.string(),
  created_at: z.iso.datetime(),
  version: z.int().positive(),
});
export type Project = z.infer<typeof Project>;
