import type { InboundEvent } from "../../chat/inbound-event.ts";
import { AppError } from "../../domain/errors.ts";
import type { Place } from "../../domain/session.ts";
import type { HookRun } from "../../domain/workflow/hook-run.ts";
import type { OrchestrateParts } from "./parts.ts";

/**
 * Starts bulk work as the person who completed the step: as if they had typed the command, so that gate, limits and
 * permissions are the same. The event's id follows from the run's round, and an event is answered once. A later round
 * asks the earlier ones first: one that waited too long for its answer may have started the work after all.
 */
export async function startBulk(
  parts: OrchestrateParts,
  run: HookRun,
  hook: HookRun["hook"] & { type: "bulk" },
): Promise<void> {
  const session = await parts.sessions.get(run.session_id);
  if (session?.project_id !== run.project_id)
    throw new AppError("not_found", "the place where the step was completed works on another film now");
  let reason: string | undefined;
  for (let round = 0; round <= run.round; round += 1) {
    const view = await parts.ask(commandOf(parts, { ...run, round }, hook, session.place));
    if (view?.operation) return;
    if (!view)
      throw new AppError("unavailable", "the talk here is busy with something else", { retryable: true });
    reason = view.error?.message;
  }
  throw new AppError("blocked", reasonOf(reason));
}

const commandOf = (
  { clock }: OrchestrateParts,
  { id, round, by, by_name, role }: HookRun,
  { kind, count, selection, brief }: HookRun["hook"] & { type: "bulk" },
  place: Place,
): InboundEvent => ({
  type: "command",
  id: `hook:${id}.${round}`,
  place,
  person: { id: by, role, ...(by_name === undefined ? {} : { name: by_name }) },
  at: clock.now().toISOString(),
  command: "bulk",
  options: { kind, count: String(count ?? ""), brief, ...(selection ? { selection } : {}) },
  text: ["/bulk", kind, selection, count, brief].filter(Boolean).join(" "),
});

const reasonOf = (message: string | undefined): string =>
  message?.replace(/[.\s]+$/, "") ?? "it waits for a yes; the answer above has the button";
