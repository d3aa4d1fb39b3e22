import { ownMessage } from "../../chat/own-message.ts";
import { plainText } from "../../chat/plain-text.ts";
import type { Block } from "../../chat/reply.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { schemaOf } from "../../domain/project.ts";
import { type HookRun, hasEnded } from "../../domain/workflow/hook-run.ts";
import type { OrchestrateParts } from "./parts.ts";
import { retryChoices } from "./retry-choice.ts";
import { lineOf } from "./words.ts";

/** How often a message is drawn anew because another run of the same completion ended meanwhile. */
const MAX_DRAWS = 10;

/** Tells how the hooks of one completion ended: one message, edited as they end. */
export async function showNotice(parts: OrchestrateParts, origin: string): Promise<void> {
  for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
    const runs = await parts.hooks.ofOrigin(origin);
    const [first] = runs;
    if (!first || (await tell(parts, first, runs))) {
      for (const run of runs) if (hasEnded(run) && !run.told) await parts.hooks.put({ ...run, told: true });
      return;
    }
  }
}

/** Answers false when somebody else wrote the message since it was read. */
async function tell(
  parts: OrchestrateParts,
  { session_id, project_id, origin, turn_id }: HookRun,
  runs: readonly HookRun[],
): Promise<boolean> {
  const [session, project] = await Promise.all([
    parts.sessions.get(session_id),
    parts.projects.get(project_id),
  ]);
  // The place works on another film by now, whose people have nothing to do with this one.
  if (!session || !project || session.project_id !== project_id) return true;
  const blocks = blocksOf(runs, schemaOf(project));
  if (blocks.length === 0) return true;
  const id = `msg_${origin.replace(/^[a-z]+_/, "")}_hooks`;
  const now = parts.clock.now().toISOString();
  const known = await parts.messages.get(id);
  const said = { text: plainText(blocks), blocks };
  const deliver = parts.sends(session.place.platform);
  const fresh = ownMessage({
    id,
    session_id,
    turn_id,
    at: now,
    ...said,
  });
  const written = known
    ? await parts.messages.update({ ...known, ...said, version: known.version + 1, edited_at: now }, deliver)
    : await parts.messages.post(fresh, deliver);
  if (!written) return false;
  parts.bus.publish(`session:${session_id}`, undefined);
  if (deliver) parts.kickDelivery();
  return true;
}

function blocksOf(runs: readonly HookRun[], own: ProjectSchema): Exclude<Block, { type: "form" }>[] {
  const lines = runs.flatMap((run) => lineOf(run, own) ?? []);
  if (lines.length === 0) return [];
  const [only = ""] = lines;
  const files = runs.flatMap(({ file }) => (file ? [file] : []));
  const retry = retryChoices(runs);
  return [
    lines.length === 1 ? { type: "text", text: only } : { type: "list", items: lines },
    ...files.map(({ name, url, media_type, size }) => ({
      type: "file" as const,
      name,
      url,
      media_type,
      size,
    })),
    ...(retry ? [retry] : []),
  ];
}
