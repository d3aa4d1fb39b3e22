import type { ItemRunner } from "./item-runner.ts";
import { parseJobId } from "./job-id.ts";
import type { BulkParts } from "./parts.ts";
import { untilStopped } from "./stops.ts";

type Carried = NonNullable<ReturnType<typeof parseJobId>>;

/**
 * Runs a job for as long as its operation wants it: not while it is paused, not of an earlier round, whose items another
 * job carries now, and no longer than until it is cancelled. A job that is not run has ended: Resume queues what is left.
 */
export function whileWanted(parts: Pick<BulkParts, "operations" | "bus">, runner: ItemRunner): ItemRunner {
  return {
    run: async (job, run) => {
      const id = parseJobId(job.id);
      if (!id) return;
      // What runs when it is paused is finished.
      const goesOn = () => isWanted(parts, id, ["pending", "processing", "paused"]);
      const until = untilStopped(parts.bus, id.operation_id, run.signal, goesOn);
      try {
        if (await isWanted(parts, id, ["pending", "processing"]))
          await runner.run(job, { ...run, signal: until.signal });
      } finally {
        until.end();
      }
    },
    lost: async (jobId, reason) => {
      const id = parseJobId(jobId);
      if (id && (await isWanted(parts, id, ["pending", "processing", "paused"])))
        await runner.lost(jobId, reason);
    },
  };
}

async function isWanted(
  { operations }: Pick<BulkParts, "operations">,
  { operation_id, round }: Carried,
  standing: readonly string[],
): Promise<boolean> {
  const operation = await operations.get(operation_id);
  return operation !== undefined && operation.round === round && standing.includes(operation.status);
}
