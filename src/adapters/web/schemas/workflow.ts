import { z } from "zod";
import { Choice } from "../../../domain/choice.ts";
import { WorkflowView } from "../../../domain/workflow/workflow-view.ts";

/** A choice as people see it: what pressing does stays inside. */
export const PublicChoice = Choice.pick({
  id: true,
  label: true,
  description: true,
  details: true,
  category: true,
  difficulty: true,
  minutes: true,
  impact: true,
}).meta({ id: "Choice" });
export type PublicChoice = z.infer<typeof PublicChoice>;

export const WorkflowAnswer = WorkflowView.extend({ next: z.array(PublicChoice) }).meta({ id: "Workflow" });
export type WorkflowAnswer = z.infer<typeof WorkflowAnswer>;
