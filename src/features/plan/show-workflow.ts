import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { recordKey, textFile } from "../../domain/file-record.ts";
import type { Blobs } from "../../ports/blobs.ts";

/** What a text input holds on every chat platform (Slack's holds least). The web page's holds any definition. */
const MAX_FORM_CHARS = 3_000;
const MEDIA_TYPE = "application/yaml";

/** The text as a form to change and save; as a file where no form can hold it. `version`: what the change is based on, 0 for none. */
export async function showWorkflow(
  blobs: Blobs,
  turn: Turn,
  { name, source }: { readonly name: string; readonly source: string },
  version: number,
): Promise<DraftBlock[]> {
  if (fitsForm(turn, source)) return [workflowForm(source, version)];
  const file = await keepFile(blobs, turn, `${name}.yaml`, source);
  const text = `**${name}** is too long for a form here. Change the file and send it back with the words “/workflow edit”.`;
  return [{ type: "text", text }, file];
}

export const fitsForm = ({ session }: Turn, source: string): boolean =>
  session.place.platform === "web" || source.length <= MAX_FORM_CHARS;

export const workflowForm = (source: string, version: number): DraftBlock => ({
  type: "ask_form",
  title: "Edit the workflow",
  fields: [
    { name: "source", label: "The workflow, in YAML", input: "paragraph", required: true, value: source },
  ],
  action: {
    type: "command",
    command: "workflow",
    options: { action: "save", version: String(version) },
  },
});

/** Under a name made of what is in it, so that the same text is kept once a workspace. */
async function keepFile(
  blobs: Blobs,
  { session, event }: Turn,
  name: string,
  source: string,
): Promise<DraftBlock> {
  const { workspace_id } = session;
  const about = { name, media_type: MEDIA_TYPE, workspace_id, by: "backlot", at: event.at };
  const { file, record, bytes } = textFile(source, about);
  const { id, ...shown } = file;
  await blobs.put(id, bytes);
  await blobs.put(recordKey(id), new TextEncoder().encode(JSON.stringify(record)));
  return { type: "file", ...shown };
}
