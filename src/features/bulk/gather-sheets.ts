import { gatheredSheets } from "../../domain/bible/sheet-text.ts";
import { recordKey, textFile, titleInFileName } from "../../domain/file-record.ts";
import type { Operation } from "../../domain/operation.ts";
import { schemaOf } from "../../domain/project.ts";
import type { ShownBlock } from "./kinds/kind.ts";
import type { BulkParts } from "./parts.ts";

/** Where an item's page waits for the others. */
export const sheetKey = (operationId: string, index: number): string => `sheets/${operationId}/${index}.md`;

/** The pages of an operation that has ended as one file, in the order of its items. None when no page was made. */
export async function gatherSheets(parts: BulkParts, operation: Operation): Promise<readonly ShownBlock[]> {
  const { id, project_id, ended_at } = operation;
  const project = await parts.projects.get(project_id);
  const items = await parts.operations.items(id, { status: ["completed"] });
  const pages: string[] = [];
  for (const { index } of items) {
    const page = await parts.blobs.open(sheetKey(id, index));
    if (page) pages.push(await textOf(page));
  }
  if (!project || pages.length === 0) return [];
  const at = ended_at ?? parts.clock.now().toISOString();
  const { title, workspace_id } = project;
  const text = gatheredSheets({ title, kind: "character", pages, more: 0, own: schemaOf(project), at });
  const name = `${titleInFileName(title)} - character sheets.md`;
  const { file, record, bytes } = textFile(text, {
    name,
    media_type: "text/markdown",
    workspace_id,
    by: operation.by,
    at,
  });
  await parts.blobs.put(file.id, bytes);
  await parts.blobs.put(recordKey(file.id), new TextEncoder().encode(JSON.stringify(record)));
  return [{ type: "file", name, url: file.url, media_type: file.media_type, size: file.size }];
}

async function textOf(page: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of page) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
