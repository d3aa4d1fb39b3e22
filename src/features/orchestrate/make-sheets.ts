import type { Entry } from "../../domain/bible/entry.ts";
import { kindLabel, pluralOf } from "../../domain/bible/kind-words.ts";
import { countOf, EntryKind } from "../../domain/bible/kinds.ts";
import { sheetText } from "../../domain/bible/sheet-text.ts";
import { AppError } from "../../domain/errors.ts";
import { recordKey, textFile, titleInFileName } from "../../domain/file-record.ts";
import type { StoredFile } from "../../domain/message.ts";
import { schemaOf } from "../../domain/project.ts";
import type { HookRun } from "../../domain/workflow/hook-run.ts";
import type { OrchestrateParts } from "./parts.ts";

const MAX_ENTRIES = 500;
const PAGE = 100;

/** Writes the sheets of a kind into one file, named after its content: only the film's own workspace may fetch it. */
export async function makeSheets(
  parts: OrchestrateParts,
  run: HookRun,
  hook: HookRun["hook"] & { type: "sheets" },
  signal: AbortSignal,
): Promise<StoredFile> {
  const kind = EntryKind.parse(hook.kind);
  const [project, counts] = await Promise.all([
    parts.projects.get(run.project_id),
    parts.projects.counts(run.project_id),
  ]);
  if (!project) throw new AppError("not_found", "the film is gone");
  const own = schemaOf(project);
  const entries = await entriesOf(parts, run.project_id, kind, signal);
  if (entries.length === 0) throw new AppError("not_found", `there are no ${pluralOf(kind, own)} yet`);
  const at = parts.clock.now().toISOString();
  const more = Math.max(0, countOf(counts, kind) - entries.length);
  const text = sheetText({ title: project.title, kind, entries, more, own, at });
  const { file, record, bytes } = textFile(text, {
    name: `${titleInFileName(project.title)} - ${kindLabel(kind, own)} sheets.md`,
    media_type: "text/markdown",
    workspace_id: project.workspace_id,
    by: run.by,
    at,
  });
  await parts.blobs.put(file.id, bytes);
  await parts.blobs.put(recordKey(file.id), new TextEncoder().encode(JSON.stringify(record)));
  return file;
}

async function entriesOf(
  { bible }: OrchestrateParts,
  projectId: string,
  kind: EntryKind,
  signal: AbortSignal,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  while (entries.length < MAX_ENTRIES) {
    signal.throwIfAborted();
    const after = entries.at(-1)?.id;
    const page = await bible.list(projectId, { kind, limit: PAGE, ...(after ? { after } : {}) });
    entries.push(...page);
    if (page.length < PAGE) break;
  }
  return entries;
}
