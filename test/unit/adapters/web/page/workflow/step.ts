import type { WorkflowStep } from "../../../../../../src/adapters/web/page/api/wire.ts";

/** A step as the server sends it, with what a test is about in it. */
export const stepView = (id: string, over: Partial<WorkflowStep> = {}): WorkflowStep => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  state: "available",
  missing: [],
  requires: [],
  unlocks: [],
  skippable: true,
  minutes: 10,
  difficulty: "easy",
  impact: "high",
  ...over,
});
