import { z } from "zod";
import { ENTRY_KINDS, EntryKind } from "../../../domain/bible/kinds.ts";
import { DocumentKind, MAX_TITLE_CHARS, Project, WorkflowName } from "../../../domain/project.ts";
import { cleanLine } from "./text.ts";

const MAX_LOGLINE_CHARS = 1_000;

export const NewProject = z.object({
  title: cleanLine(MAX_TITLE_CHARS),
  logline: cleanLine(MAX_LOGLINE_CHARS).optional(),
  workflow: WorkflowName.optional(),
});
export type NewProject = z.infer<typeof NewProject>;

const Counts = z.record(EntryKind, z.int().nonnegative());

export const ProjectAnswer = Project.omit({ workspace_id: true, access: true })
  .extend({
    logline: z.string().optional(),
    documents: z.partialRecord(DocumentKind, z.string()),
    counts: Counts.describe(`Living entries of each kind: ${ENTRY_KINDS.join(", ")}.`),
  })
  .meta({ id: "Project" });
export type ProjectAnswer = z.infer<typeof ProjectAnswer>;
