import type { FileSource } from "../../chat/inbound-event.ts";
import type { Turn } from "../../chat/turn.ts";
import { AppError, UserError } from "../../domain/errors.ts";
import type { StoredFile } from "../../domain/message.ts";
import { backoffMs } from "../../lib/backoff.ts";
import { retry } from "../../lib/retry.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Platform } from "../../ports/platform.ts";
import { keepFile, keptFile, tooLarge } from "./keep-file.ts";

const ATTEMPTS = 3;
const WITHIN_MS = 120_000;
/** Of one message; Discord takes no more either. */
const MAX_FILES = 10;
const MAX_FILE_BYTES = 50 * 1024 * 1024;

export interface CollectParts {
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly platform: (name: string) => Platform | undefined;
  readonly maxFileBytes?: number;
}

type Refused = Pick<UserError, "code" | "message" | "hint">;

export interface Collected {
  /** With the files that are here now. */
  readonly turn: Turn;
  /** Why not, and what to do, for each file that is not. */
  readonly refused: readonly Refused[];
}

/**
 * Fetches what people posted with a message, file after file, before anybody looks into it. Safe to repeat: a file that
 * is here already is not fetched again.
 */
export async function collectFiles(parts: CollectParts, turn: Turn): Promise<Collected> {
  const { event } = turn;
  if (event.type !== "message" || !event.files || !event.sources) return { turn, refused: [] };
  const kept: StoredFile[] = [];
  const refused: Refused[] = [];
  for (const [index, file] of event.files.entries()) {
    const source = event.sources.find(({ file_id }) => file_id === file.id);
    try {
      if (index >= MAX_FILES) throw tooMany(file);
      kept.push(source ? await collect(parts, turn, file, source) : file);
    } catch (error) {
      if (turn.signal.aborted) throw error;
      const { code, message, hint } = error instanceof UserError ? error : notNow(parts, turn, file, error);
      refused.push({ code, message, hint });
    }
  }
  const { files: _files, ...words } = event;
  return { turn: { ...turn, event: kept.length > 0 ? { ...words, files: kept } : words }, refused };
}

async function collect(
  { blobs, clock, platform, maxFileBytes = MAX_FILE_BYTES }: CollectParts,
  { event, session, signal }: Turn,
  file: StoredFile,
  source: FileSource,
): Promise<StoredFile> {
  const record = await keptFile(blobs, file);
  if (record) return { ...file, size: record.size, media_type: record.media_type };
  if (file.size > maxFileBytes) throw tooLarge(file, maxFileBytes);
  const from = platform(event.place.platform);
  const message_id = event.type === "message" ? (event.platform_id ?? "") : "";
  const known = { workspace_id: session.workspace_id, by: event.person.id, at: event.at };
  const once = async () => {
    const within = AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]);
    const ref = { place: event.place, message_id, name: file.name, source };
    const content = await from?.openFile?.(ref, within);
    if (!content) throw new AppError("unavailable", `${event.place.platform} opens no files`);
    return keepFile(blobs, file, content, { ...known, maxBytes: maxFileBytes });
  };
  return retry(once, {
    attempts: ATTEMPTS,
    pause: (attempt) => new Promise<void>((resolve) => clock.after(backoffMs(attempt), resolve)),
    hopeless: (error) => signal.aborted || (error instanceof AppError && !error.retryable),
  });
}

const tooMany = ({ name }: StoredFile) =>
  new UserError("invalid", `I take ${MAX_FILES} files at once, and left ${name}.`, "Post it by itself.");

function notNow({ logger }: CollectParts, turn: Turn, { id, name }: StoredFile, error: unknown): UserError {
  logger.warn({ err: error, turn_id: turn.id, file_id: id }, "a posted file could not be fetched");
  return new UserError("unavailable", `I could not get ${name} just now.`, "Post it again in a moment.");
}
