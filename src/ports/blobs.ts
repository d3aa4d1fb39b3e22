import type { Readable } from "node:stream";

export interface Blobs {
  readonly provider: string;
  /** Writes to a temporary name and renames, so that a half-written file is never seen. Answers the size in bytes. */
  put(key: string, content: AsyncIterable<Uint8Array> | Uint8Array): Promise<number>;
  open(key: string): Promise<Readable | undefined>;
  remove(key: string): Promise<void>;
  ping(): Promise<void>;
}
