import type { Range } from "../../lib/ranges.ts";

export const BULK_JOB = "bulk-items";

/**
 * A job's identity: operation, round, the items it carries. A retry is a new round, so that its job is not taken for
 * the old one. An item's own identity is its row: two jobs that carry it still make one entry.
 */
export const jobId = (operationId: string, round: number, { first, last }: Range): string =>
  `${operationId}.${round}.${first}-${last}`;

export function parseJobId(id: string): { operation_id: string; round: number; items: Range } | undefined {
  const match = /^(opn_[^.]+)\.(\d+)\.(\d+)-(\d+)$/.exec(id);
  const [, operation_id, round, first, last] = match ?? [];
  if (operation_id === undefined) return undefined;
  return { operation_id, round: Number(round), items: { first: Number(first), last: Number(last) } };
}
