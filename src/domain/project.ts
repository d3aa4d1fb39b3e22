import { z } from "zod";
import { Access } from "./access.ts";
import { EMPTY_SCHEMA, ProjectSchema } from "./bible/project-schema.ts";

export const MAX_TITLE_CHARS = 120;
export const MAX_DOCUMENT_CHARS = 20_000;

/** The written papers of a film's early steps, by the trade's order. */
export const DOCUMENT_KINDS = ["concept", "logline", "synopsis", "beats", "treatment", "outline"] as const;
export const DocumentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** The workflows that Backlot ships. A project may have one of its own instead. */
export const WorkflowName = z.enum(["film", "short", "free"]);
export type WorkflowName = z.infer<typeof WorkflowName>;

/** What kind of film it is: a workflow's branches go by it. */
export const FILM_FORMATS = ["feature", "short", "series", "documentary"] as const;
export const FilmFormat = z.enum(FILM_FORMATS);
export type FilmFormat = z.infer<typeof FilmFormat>;

/** Who said it, when, and why. */
const Said = z.object({
  by: z.string(),
  by_name: z.string().optional(),
  at: z.iso.datetime(),
  reason: z.string().optional(),
});

/** Recorded by a person for steps whose result Backlot cannot see in its data. "opened": a producer lets the team work on it before its time. */
export const StepMark = Said.extend({ state: z.enum(["completed", "skipped", "opened"]) });
export type StepMark = z.infer<typeof StepMark>;

export const MAX_BRANCHES = 50;

/** What a roll-back put aside: everything the steps after `to` had made, kept so that it can be compared and brought back. */
export const Branch = Said.extend({
  id: z.string(),
  /** The turn of the roll-back, whose changes hold what was put aside. */
  turn_id: z.string(),
  to: z.string(),
  steps: z.array(z.string()),
  marks: z.record(z.string(), StepMark),
  documents: z.array(DocumentKind),
  /** How many entries of each kind. */
  entries: z.record(z.string(), z.int()),
  /** The step that was worked on before. */
  active_step: z.string().optional(),
});
export type Branch = z.infer<typeof Branch>;

export const MAX_VOTES = 20;

/**
 * Who takes the choices that change the course of the film: anyone who writes, a producer, or so many votes of those who
 * write. A producer may always take one at once.
 */
export const Decisions = z.discriminatedUnion("by", [
  z.object({ by: z.literal("anyone") }),
  z.object({ by: z.literal("producer") }),
  z.object({ by: z.literal("vote"), votes: z.int().min(2).max(MAX_VOTES) }),
]);
export type Decisions = z.infer<typeof Decisions>;

/**
 * How a project takes what people say. `saving`: "receipt" writes at once and shows what was written, "propose" shows it
 * first and writes what is accepted. `corrections`: with "reviewed", what corrects a fact that somebody else stated waits
 * for that person or a producer.
 */
export const ProjectSettings = z.object({
  saving: z.enum(["receipt", "propose"]),
  corrections: z.enum(["open", "reviewed"]),
  decisions: Decisions.optional(),
  /** Whether what people say is marked: waits, taken, saved, failed. */
  receipts: z.enum(["on", "off"]).optional(),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

/** One film. A channel is bound to one project. */
export const Project = z.object({
  id: z.string(),
  workspace_id: z.string(),
  title: z.string().min(1).max(MAX_TITLE_CHARS),
  /** The name of its workflow: one that Backlot ships, or its own. */
  workflow: z.string(),
  /** The version of its own definition; absent while it follows one that Backlot ships. */
  workflow_version: z.int().positive().optional(),
  format: FilmFormat.optional(),
  documents: z.partialRecord(DocumentKind, z.string().max(MAX_DOCUMENT_CHARS)),
  step_marks: z.record(z.string(), StepMark),
  /** The step people chose to work on now. */
  active_step: z.string().optional(),
  /** Gates that a producer has opened for good, by the kind of entry they guard. */
  waived_gates: z.record(z.string(), Said).optional(),
  branches: z.array(Branch).max(MAX_BRANCHES).optional(),
  /** Absent: the default settings, and the trade's kinds and fields alone. */
  settings: ProjectSettings.optional(),
  schema: ProjectSchema.optional(),
  access: Access.optional(),
  created_by: z.string(),
  created_at: z.iso.datetime(),
  version: z.int().positive(),
});
export type Project = z.infer<typeof Project>;

export const settingsOf = (project: Project): ProjectSettings =>
  project.settings ?? { saving: "receipt", corrections: "open" };

export const decisionsOf = (project: Project): Decisions => settingsOf(project).decisions ?? { by: "anyone" };

export const receiptsOf = (project: Project): "on" | "off" => settingsOf(project).receipts ?? "on";

export const schemaOf = (project: Project): ProjectSchema => project.schema ?? EMPTY_SCHEMA;

export const formatOf = (project: Project): FilmFormat =>
  project.format ?? (project.workflow === "short" ? "short" : "feature");
