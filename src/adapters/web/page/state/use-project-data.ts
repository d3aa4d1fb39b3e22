import { useCallback } from "react";
import type { Change, Entry, Frame, Workflow } from "../api/wire.ts";
import { useApp } from "./app-context.ts";
import { type Resource, useResource } from "./use-resource.ts";

export interface ProjectData {
  readonly bible: Resource<readonly Entry[]>;
  readonly workflow: Resource<Workflow>;
  readonly history: Resource<readonly Change[]>;
  /** Reads again what a frame has made old. */
  readonly onFrame: (frame: Frame) => void;
  /** Reads all of it again. */
  readonly refresh: () => void;
}

/** What the right side shows of a project. */
export function useProjectData(project_id: string | undefined): ProjectData {
  const { client } = useApp();
  const id = project_id ?? "";
  const bible = useResource(project_id, (signal) => client.bible(id, signal));
  const workflow = useResource(project_id, (signal) => client.workflow(id, signal));
  const history = useResource(project_id, (signal) => client.history(id, signal));

  const refresh = useCallback(() => {
    bible.refresh();
    workflow.refresh();
    history.refresh();
  }, [bible.refresh, workflow.refresh, history.refresh]);
  const onFrame = useCallback(
    ({ type }: Frame) => {
      if (type === "change" || type === "hello") refresh();
      else if (type === "message.created" || type === "message.updated") workflow.refresh();
    },
    [refresh, workflow.refresh],
  );
  return { bible, workflow, history, onFrame, refresh };
}
