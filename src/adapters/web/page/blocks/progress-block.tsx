import { Button } from "@mantine/core";
import { RotateCcw, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { BlockOf } from "../api/wire.ts";
import { isOver, latestProgress } from "../state/progress.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { timeLeft } from "../text/format.ts";
import css from "./progress-block.module.css";

/** Bulk work while it runs and how it ended. Quiet to screen readers but for its label, which the page announces in steps. */
export function ProgressBlock({ block }: { readonly block: BlockOf<"progress"> }): ReactNode {
  const { operations } = useTalkTools();
  const shown = latestProgress(block, operations[block.operation_id]);
  const { completed, total, failed, cancelled, status } = shown;
  const share = total === 0 ? 0 : (completed + failed + cancelled) / total;
  return (
    <div className={css.progress} data-status={status} aria-live="off">
      <div className={css.head}>
        <p className={css.label}>{labelOf(shown)}</p>
        <Controls progress={shown} />
      </div>
      <div className={css.bar} role="progressbar" aria-label={block.label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={completed} aria-valuetext={`${completed} of ${total} done`}>
        <div className={`stripes ${css.done}`} style={{ width: `${share * 100}%` }} data-moving={!isOver(status) || undefined} />
      </div>
      <p className={css.counts}>{countsOf(shown)}</p>
      {shown.names.length > 0 && (
        <ul className={css.names} aria-label="Made so far">
          {shown.names.map((name) => <li key={name}>{name}</li>)}
        </ul>
      )}
      {shown.failures.length > 0 && (
        <ul className={css.failures} aria-label="Failed">
          {shown.failures.map(({ name, error }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a failure may have no name, and the same error may come twice.
            <li key={index}>{name === undefined ? error : `${name}: ${error}`}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Controls({ progress }: { readonly progress: BlockOf<"progress"> }): ReactNode {
  const { cancel, retry } = useTalkTools();
  const [busy, setBusy] = useState(false);
  const run = (act: (id: string) => Promise<void>) => async (): Promise<void> => {
    setBusy(true);
    await act(progress.operation_id);
    setBusy(false);
  };
  if (!isOver(progress.status)) {
    return <Button variant="default" size="compact-sm" loading={busy} onClick={run(cancel)} leftSection={<X size={14} />}>Cancel</Button>;
  }
  if (progress.failed === 0) return null;
  return (
    <Button variant="default" size="compact-sm" loading={busy} onClick={run(retry)} leftSection={<RotateCcw size={14} />}>
      Retry failed
    </Button>
  );
}

/** The server's words count as far as the block's last edit; while it runs the bar may know more. */
function labelOf({ label, completed, total, status }: BlockOf<"progress">): string {
  return isOver(status) ? label : label.replace(/\b\d+ of \d+\b/, `${completed} of ${total}`);
}

function countsOf({ completed, total, failed, cancelled, seconds_left, status }: BlockOf<"progress">): string {
  const parts = [`${completed} of ${total} done`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (cancelled > 0) parts.push(`${cancelled} cancelled`);
  if (seconds_left !== undefined && !isOver(status)) parts.push(timeLeft(seconds_left));
  return parts.join(" · ");
}
