import type { z } from "zod";
import type { WebDeps } from "./deps.ts";
import { createLookup, missing } from "./lookup.ts";
import type { SessionPage } from "./schemas/session.ts";
import type { Caller } from "./security/caller.ts";
import { projectAnswer } from "./views/project-answer.ts";
import { sessionAnswer } from "./views/session-answer.ts";
import { workflowAnswer } from "./views/workflow-answer.ts";

/**
 * One page of a session. `seq` is read before the messages: what is said in between comes again over the WebSocket,
 * and nothing is missed. Throws UserError for a session or a `before` that is not there.
 */
export async function readSessionPage(
  deps: WebDeps,
  caller: Caller,
  id: string,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<z.infer<typeof SessionPage>> {
  const lookup = createLookup(deps, caller);
  const { session, project, ...totals } = await lookup.session(id);
  if (before !== undefined && (await lookup.message(before)).session_id !== id)
    throw missing("message", before);
  const seq = await deps.stores.messages.lastSeq(id);
  const messages = await deps.stores.messages.page(id, limit, before);
  const workflow = await workflowAnswer(deps, project, totals);
  return {
    session: sessionAnswer(session),
    project: projectAnswer(project, totals.counts),
    messages: [...messages],
    workflow,
    next: workflow.next,
    seq,
  };
}
