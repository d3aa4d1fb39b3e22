import type { HookRun } from "../../domain/workflow/hook-run.ts";
import type { OrchestrateParts } from "./parts.ts";

/** Tells a stranger's server that a step is complete. The run's id lets it know a second call for the first one again. */
export async function callWebhook(
  parts: OrchestrateParts,
  run: HookRun,
  { url }: HookRun["hook"] & { type: "webhook" },
  signal: AbortSignal,
): Promise<void> {
  const project = await parts.projects.get(run.project_id);
  await parts.webhook.call(
    {
      url,
      id: run.id,
      project_id: run.project_id,
      body: {
        event: "step.completed",
        id: run.id,
        project: { id: run.project_id, title: project?.title ?? "" },
        step: { id: run.step, name: run.step_name },
        by: run.by,
        at: run.at,
      },
    },
    signal,
  );
}
