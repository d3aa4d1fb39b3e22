import { useLocalStorage } from "@mantine/hooks";
import { type ReactNode, useCallback, useState } from "react";
import type { Workflow } from "../api/wire.ts";
import { Loading } from "../shell/loading.tsx";
import { ProblemNote } from "../shell/problem-note.tsx";
import type { Resource } from "../state/use-resource.ts";
import { LazyMap } from "./lazy-map.ts";
import { MapDialog } from "./map-dialog.tsx";
import { type View, WorkflowHead } from "./workflow-head.tsx";
import { WorkflowList } from "./workflow-list.tsx";
import css from "./workflow-panel.module.css";

const VIEW_KEY = "backlot.workflow-view";

export interface WorkflowPanelProps {
  readonly workflow: Resource<Workflow>;
  /** Makes room for the talk where the panel stands before it. */
  readonly onLeave: () => void;
}

/** Where the film stands: its steps as a list, which comes first, or as a map. */
export function WorkflowPanel({ workflow, onLeave }: WorkflowPanelProps): ReactNode {
  const { data, problem, refresh } = workflow;
  const [view, setView] = useLocalStorage<View>({
    key: VIEW_KEY,
    defaultValue: "list",
    getInitialValueInEffect: false,
    serialize: (value) => value,
    deserialize: (value) => (value === "map" ? "map" : "list"),
  });
  const [selected, setSelected] = useState<string>();
  const [large, setLarge] = useState(false);
  const leave = useCallback(() => {
    setLarge(false);
    onLeave();
  }, [onLeave]);
  if (data === undefined)
    return problem === undefined ? (
      <Loading label="Loading the workflow" />
    ) : (
      <ProblemNote problem={problem} onRetry={refresh} />
    );
  const shared = { workflow: data, selected, onSelect: setSelected, onAnswered: refresh, onTalk: leave };
  return (
    <div className={css.panel}>
      <WorkflowHead workflow={data} view={view} onView={setView} onLarge={() => setLarge(true)} />
      {view === "list" ? (
        <WorkflowList {...shared} />
      ) : (
        // One map at a time: behind the dialog there is nothing to see.
        !large && <LazyMap {...shared} beside={false} />
      )}
      <MapDialog {...shared} opened={large} onClose={() => setLarge(false)} />
    </div>
  );
}
