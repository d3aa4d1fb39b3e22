import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { progressLine } from "../../../../chat/plain-text.ts";
import type { BlockOf, Message, Operation } from "../api/wire.ts";
import { isOver, latestProgress } from "../state/progress.ts";

const STEPS = 4;

interface Props {
  readonly messages: readonly Message[];
  readonly operations: Readonly<Record<string, Operation>>;
}

/** Reads out the newest bulk work at its quarters and at its end, not at each of a thousand items. */
export function ProgressAnnouncer({ messages, operations }: Props): ReactNode {
  const block = messages.findLast(hasProgress)?.blocks.find((each) => each.type === "progress");
  return (
    <VisuallyHidden role="status">
      {block === undefined ? "" : said(latestProgress(block, operations[block.operation_id]))}
    </VisuallyHidden>
  );
}

const hasProgress = ({ blocks }: Message): boolean => blocks.some(({ type }) => type === "progress");

function said(block: BlockOf<"progress">): string {
  if (isOver(block.status)) return progressLine(block);
  const { completed, failed, total } = block;
  const step = Math.max(1, Math.ceil(total / STEPS));
  return progressLine({ ...block, completed: Math.floor((completed + failed) / step) * step, failed: 0 });
}
