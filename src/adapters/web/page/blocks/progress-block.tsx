import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { progressLine } from "../../../../chat/plain-text.ts";
import type { BlockOf, OfferedChoice } from "../api/wire.ts";
import { isMoving, isOver, latestProgress } from "../state/progress.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { timeLeft } from "../text/format.ts";
import css from "./progress-block.module.css";

type Progress = BlockOf<"progress">;

interface Props {
  readonly block: Progress;
  /** The buttons that the message has under its progress. */
  readonly controls: readonly OfferedChoice[];
}

/** Bulk work while it runs and how it ended. Quiet to screen readers: the page announces it in steps. */
export function ProgressBlock({ block, controls }: Props): ReactNode {
  const { operations } = useTalkTools();
  const shown = latestProgress(block, operations[block.operation_id]);
  const { completed, total, failed, cancelled, status } = shown;
  const share = total === 0 ? 0 : (completed + failed + cancelled) / total;
  return (
    <div className={css.progress} data-status={status} aria-live="off">
      <div className={css.head}>
        <p className={css.label}>{progressLine(shown)}</p>
        <Controls progress={shown} controls={controls} />
      </div>
      <div
        className={css.bar}
        role="progressbar"
        aria-label={block.label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={completed}
        aria-valuetext={`${completed} of ${total} done`}
      >
        <div
          className={`stripes ${css.done}`}
          style={{ width: `${share * 100}%` }}
          data-moving={isMoving(status) || undefined}
        />
      </div>
      {!isOver(status) && <p className={css.counts}>{restOf(shown)}</p>}
      {shown.names.length > 0 && (
        <ul className={css.names} aria-label="Made so far">
          {shown.names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {shown.failures.length > 0 && (
        <ul className={css.failures} aria-label="Failed">
          {shown.failures.map(({ name, error, count = 1 }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a failure may have no name, and the same error may come twice.
            <li key={index}>
              {name === undefined ? error : `${name}: ${error}`}
              {count > 1 ? ` (${count})` : ""}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The server's own buttons when the message has them; else the interface's calls for the same. */
function Controls({
  progress,
  controls,
}: {
  readonly progress: Progress;
  readonly controls: readonly OfferedChoice[];
}): ReactNode {
  const { cancel, retry, press } = useTalkTools();
  const [busy, setBusy] = useState<string>();
  const run = (name: string, act: () => Promise<unknown>) => async (): Promise<void> => {
    setBusy(name);
    await act();
    setBusy(undefined);
  };
  const over = isOver(progress.status);
  const offered = controls
    .filter(({ state }) => state === "open")
    .map(({ id, label }) => ({ label, act: () => press(id) }));
  const own = over
    ? progress.failed > 0
      ? [{ label: "Retry failed", act: () => retry(progress.operation_id) }]
      : []
    : [{ label: "Cancel", act: () => cancel(progress.operation_id) }];
  return (
    <div className={css.controls}>
      {(offered.length > 0 ? offered : own).map(({ label, act }) => (
        <Button
          key={label}
          variant="default"
          size="compact-sm"
          loading={busy === label}
          onClick={run(label, act)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

/** What the label does not say while it runs. */
function restOf({ failed, seconds_left }: Progress): string {
  const parts = [
    failed > 0 ? `${failed} failed` : "",
    seconds_left === undefined ? "" : timeLeft(seconds_left),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}
