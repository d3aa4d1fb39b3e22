import type { ProgressBlock } from "../../chat/reply.ts";
import type { Operation } from "../../domain/operation.ts";
import { controlsOf } from "./controls.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import type { ShownBlock } from "./kinds/kind.ts";

const MAX_NAMES = 12;
const MAX_FAILURES = 5;

export interface ProgressDetail {
  /** Names made so far, oldest first. */
  readonly names: readonly string[];
  readonly failures: readonly { readonly name?: string | undefined; readonly error: string }[];
  /** What came of it beside entries: a file. */
  readonly results?: readonly ShownBlock[];
}

/** What the one progress message of an operation shows at this moment. `now` is in milliseconds. */
export function progressBlocks(operation: Operation, detail: ProgressDetail, now: number): ShownBlock[] {
  const { completed, total, failed, cancelled } = operation.progress;
  const left = secondsLeft(operation, now);
  const progress: ProgressBlock = {
    type: "progress",
    operation_id: operation.id,
    label: operation.type,
    status: operation.status,
    completed,
    total,
    failed,
    cancelled,
    names: detail.names.slice(-MAX_NAMES),
    failures: detail.failures
      .slice(0, MAX_FAILURES)
      .map(({ name, error }) => (name === undefined ? { error } : { name, error })),
    ...(left === undefined ? {} : { seconds_left: left }),
  };
  const ending = endingText(operation);
  const controls = controlsOf(operation);
  return [
    progress,
    ...(ending ? [{ type: "text" as const, text: ending }] : []),
    ...(detail.results ?? []),
    ...(controls ? [controls] : []),
  ];
}

function secondsLeft(operation: Operation, now: number): number | undefined {
  const { completed, failed, total } = operation.progress;
  const done = completed + failed;
  if (done === 0 || done >= total || operation.status !== "processing") return undefined;
  const elapsed = (now - Date.parse(operation.started_at)) / 1000;
  return Math.max(1, Math.round((elapsed / done) * (total - done)));
}

function endingText(operation: Operation): string | undefined {
  const { completed, failed, cancelled, total } = operation.progress;
  const noun = operation.type;
  const { past, done } = BULK_KINDS[operation.type];
  switch (operation.status) {
    case "cancelled":
      return `Cancelled: ${completed} of ${total} ${noun} were ${past} and are kept, ${cancelled} were not begun.`;
    case "failed":
      return `None of the ${total} ${noun} could be ${past}. Retry failed tries them again.`;
    case "completed":
      return failed > 0
        ? `${completed} of ${total} ${noun} ${past}, ${failed} failed. Retry failed tries only those again.`
        : `Done: ${done(completed)}.`;
    default:
      return undefined;
  }
}
