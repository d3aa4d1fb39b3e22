import { z } from "zod";
import { EMPTY_SCHEMA, ProjectSchema } from "./bible/project-schema.ts";

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

/**
 * How a project takes what people say. `saving`: "receipt" writes at once and shows what was written, "propose" shows it
 * first and writes what is accepted. `corrections`: with "reviewed", what corrects a fact that somebody else stated waits
 * for that person or a producer.
 */
export const ProjectSettings = z.object({
  saving: z.enum(["receipt", "propose"]),
  corrections: z.enum(["open", "reviewed"]),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

/** One film. A channel is bound to one project. */
export const Project = z.object({
  id: z.string(),
  workspace_id: z.string(),
  title: z.string().min(1).max(MAX_TITLE_CHARS),
  workflow: WorkflowName,
  documents: z.partialRecord(DocumentKind, z.string().max(MAX_DOCUMENT_CHARS)),
  step_marks: z.record(z.string(), StepMark),
  /** Absent: the default settings, and the trade's kinds and fields alone. */
  settings: ProjectSettings.optional(),
  schema: ProjectSchema.optional(),
  created_by: z.string(),
  created_at: z.iso.datetime(),
  version: z.int().positive(),
});
export type Project = z.infer<typeof Project>;

export const settingsOf = (project: Project): ProjectSettings =>
  project.settings ?? { saving: "receipt", corrections: "open" };

export const schemaOf = (project: Project): ProjectSchema => project.schema ?? EMPTY_SCHEMA;
