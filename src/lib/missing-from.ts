import { isAfter } from "./watermarks.ts";

/** What was read of a line: everything after `after`, up to and with `upTo` where that is given. */
export interface ReadPart {
  readonly ids: readonly string[];
  readonly after: string;
  readonly upTo?: string | undefined;
}

/**
 * Of ids that stood in a line before it was read, those that stand there no more. What was not read says nothing; nor
 * does what is newer than `settled`, which may not be told of yet.
 */
export function missingFrom(stood: readonly string[], read: ReadPart, settled: string): string[] {
  const { ids, after, upTo = settled } = read;
  const there = new Set(ids);
  return stood.filter(
    (id) => isAfter(id, after) && !isAfter(id, upTo) && !isAfter(id, settled) && !there.has(id),
  );
}
