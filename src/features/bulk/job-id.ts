export const BULK_JOB = "bulk-item";

/** A job's identity: operation, round, item. A retry is a new round, so that its job is not taken for the old one. */
export const jobId = (operationId: string, round: number, index: number): string =>
  `${operationId}.${round}.${index}`;

export function parseJobId(id: string): { operation_id: string; round: number; index: number } | undefined {
  const [operation_id, round, index] = id.split(".");
  if (!operation_id || round === undefined || index === undefined) return undefined;
  return { operation_id, round: Number(round), index: Number(index) };
}
