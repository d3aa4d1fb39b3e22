import type { DraftBlock, ImageBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { type FileRecord, fileUrl, recordKey } from "../../domain/file-record.ts";
import { ID_PREFIXES } from "../../domain/ids.ts";
import type { WorkflowView } from "../../domain/workflow/workflow-view.ts";
import { contentHash } from "../../lib/content-hash.ts";
import { pngSize } from "../../lib/png-size.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Pictures } from "../../ports/pictures.ts";
import { timelineAlt } from "./picture/timeline-alt.ts";
import { timelineSvg } from "./picture/timeline-svg.ts";

export interface TimelineParts {
  readonly pictures: Pictures;
  readonly blobs: Blobs;
  readonly logger: Logger;
}

/** The workflow as a picture: one image block; none when it could not be drawn or kept, so that words alone answer. */
export type ShowTimeline = (turn: Turn, view: WorkflowView) => Promise<DraftBlock[]>;

export function createTimeline({ pictures, blobs, logger }: TimelineParts): ShowTimeline {
  return async (turn, view) => {
    const { title } = turn.project;
    try {
      const png = await pictures.render(timelineSvg(view, { title }));
      const file = await keep(blobs, turn, png);
      return [{ type: "image", ...file, alt: timelineAlt(view, { title }) }];
    } catch (error) {
      logger.warn({ err: error, turn_id: turn.id }, "the workflow's picture could not be drawn");
      return [];
    }
  };
}

/** Under a name made of what it shows: the same picture is kept once a workspace, and no workspace learns of another's. */
async function keep(
  blobs: Blobs,
  { session, event }: Turn,
  png: Uint8Array,
): Promise<Omit<ImageBlock, "type" | "alt">> {
  const size = pngSize(png);
  if (!size) throw new Error("what was drawn is no PNG");
  const id = `${ID_PREFIXES.file}_${contentHash(session.workspace_id, png)}`;
  const file = {
    name: "workflow.png",
    media_type: "image/png" as const,
    size: png.byteLength,
    url: fileUrl(id),
  };
  const known = await blobs.open(recordKey(id));
  known?.destroy();
  if (!known) {
    const { workspace_id } = session;
    const record: FileRecord = { id, ...file, workspace_id, by: "backlot", at: event.at };
    await blobs.put(id, png);
    await blobs.put(recordKey(id), new TextEncoder().encode(JSON.stringify(record)));
  }
  return { ...file, file_id: id, ...size };
}
