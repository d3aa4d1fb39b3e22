import type { ReactNode } from "react";
import type { Change } from "../api/wire.ts";
import { Loading } from "../shell/loading.tsx";
import { ProblemNote } from "../shell/problem-note.tsx";
import type { Resource } from "../state/use-resource.ts";
import { ChangeRow } from "./change-row.tsx";
import css from "./history-panel.module.css";

export function HistoryPanel({ history }: { readonly history: Resource<readonly Change[]> }): ReactNode {
  const { data, problem, refresh } = history;
  if (data === undefined)
    return problem === undefined ? (
      <Loading label="Loading the history" />
    ) : (
      <ProblemNote problem={problem} onRetry={refresh} />
    );
  if (data.length === 0)
    return (
      <p className={css.none}>
        Nothing was changed yet. Every change to the bible will be listed here, and can be undone.
      </p>
    );
  return (
    <ol className={`scroll ${css.list}`} aria-label="Changes, newest first">
      {data.map((change) => (
        <ChangeRow key={change.id} change={change} />
      ))}
    </ol>
  );
}
