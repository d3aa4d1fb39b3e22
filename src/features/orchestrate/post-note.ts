import { ownMessage } from "../../chat/own-message.ts";
import { AppError, ConflictError } from "../../domain/errors.ts";
import { EMPTY_MEMORY, type Session } from "../../domain/session.ts";
import type { HookRun } from "../../domain/workflow/hook-run.ts";
import type { OrchestrateParts } from "./parts.ts";

/**
 * Posts a note into a channel of the same film. A channel of another film, or of none, is as good as unknown: the
 * answer must not tell which. The message's id follows from the run's, so that a second try posts nothing twice.
 */
export async function postNote(
  parts: OrchestrateParts,
  run: HookRun,
  hook: HookRun["hook"] & { type: "notify" },
): Promise<void> {
  const here = await parts.sessions.get(run.session_id);
  if (here?.project_id !== run.project_id)
    throw new AppError("not_found", "the place where the step was completed works on another film now");
  const session = hook.channel === "here" ? here : await channelOf(parts, here, hook.channel);
  const deliver = parts.sends(session.place.platform);
  await parts.messages.post(
    ownMessage({
      id: run.id.replace(/^hkr_/, "msg_"),
      session_id: session.id,
      text: hook.text,
      at: parts.clock.now().toISOString(),
      blocks: [{ type: "text", text: hook.text }],
    }),
    deliver,
  );
  parts.bus.publish(`session:${session.id}`, undefined);
  if (deliver) parts.kickDelivery();
}

async function channelOf(parts: OrchestrateParts, here: Session, channel: string): Promise<Session> {
  const { platform, workspace } = here.place;
  const found = await parts.sessions.inChannel({ platform, workspace, channel });
  if (found?.project_id !== here.project_id || found.workspace_id !== here.workspace_id)
    throw new AppError("not_found", `the channel ${channel.slice(0, 40)} does not work on this film`);
  return found.place.thread === undefined ? found : openChannel(parts, found);
}

/** Only a thread of the channel has been talked in: the note belongs into the channel itself. */
async function openChannel(parts: OrchestrateParts, thread: Session): Promise<Session> {
  const { thread: _below, ...place } = thread.place;
  const { last_message_at: _then, ...rest } = thread;
  const session: Session = {
    ...rest,
    id: parts.ids.next("session"),
    title: "Channel",
    place,
    memory: EMPTY_MEMORY,
    created_at: parts.clock.now().toISOString(),
  };
  try {
    await parts.sessions.create(session);
    return session;
  } catch (error) {
    if (error instanceof ConflictError)
      throw new AppError("conflict", "the channel was opened at the same time", { retryable: true });
    throw error;
  }
}
