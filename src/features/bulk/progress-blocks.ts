import type { ProgressBlock } from "../../chat/reply.ts";
import type { ItemFailure, Operation } from "../../domain/operation.ts";
import { controlsOf } from "./controls.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import type { ShownBlock } from "./kinds/kind.ts";

const MAX_NAMES = 12;

export interface ProgressDetail {
  /** Names made so far, oldest first. */
  readonly names: readonly string[];
  /** Why items failed, the most frequent reason first. */
  readonly failures: readonly ItemFailure[];
  /** Missing until it is known. */
  readonly secondsLeft?: number | undefined;
  /** How it was made otherwise than people may think. */
  readonly note?: string | undefined;
  /** Which steps of the workflow may be out of date with it. */
  readonly outdated?: string | undefined;
  /** What came of it beside entries: a file. */
  readonly results?: readonly ShownBlock[];
}

/** What the one progress message of an operation shows at this moment. */
export function progressBlocks(operation: Operation, detail: ProgressDetail): ShownBlock[] {
  const { completed, total, failed, cancelled } = operation.progress;
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
    failures: detail.failures.map(({ error, count }) => ({ error, count })),
    ...(detail.secondsLeft === undefined || operation.status !== "processing"
      ? {}
      : { seconds_left: detail.secondsLeft }),
  };
  const ending = endingText(operation);
  return [
    progress,
    ...[ending, detail.note, detail.outdated].flatMap((text) =>
      text ? [{ type: "text" as const, text }] : [],
    ),
    ...(detail.results ?? []),
    controlsOf(operation),
  ];
}

function endingText(operation: Operation): string | undefined {
  const { completed, failed, cancelled, total } = operation.progress;
  const noun = operation.type;
  const { past, done, writes } = BULK_KINDS[noun];
  const back = completed > 0 && writes ? " Undo all takes them back." : "";
  switch (operation.status) {
    case "paused":
      return `Paused. ${total - completed - failed - cancelled} wait; Resume goes on where it stopped.`;
    case "cancelled":
      if (completed === 0) return `Cancelled: none of the ${total} ${noun} was ${past}.`;
      return `Cancelled: ${completed} of ${total} ${noun} were ${past} and are kept, ${cancelled} were not begun.${back}`;
    case "failed":
      return `None of the ${total} ${noun} could be ${past}. Retry failed tries them again.`;
    case "completed":
      return failed > 0
        ? `${completed} of ${total} ${noun} ${past}, ${failed} failed. Retry failed tries only ${failed === 1 ? "that one" : "those"} again; what is ${past} stays.`
        : `Done: ${done(completed)}.`;
    default:
      return undefined;
  }
}
