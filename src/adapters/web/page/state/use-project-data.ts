import { useCallback } from "react";
import type { Change, Entry, Frame, Point, ProjectSummary, StaleMark, Workflow } from "../api/wire.ts";
import { useApp } from "./app-context.ts";
import { type Resource, useResource } from "./use-resource.ts";

export interface ProjectData {
  readonly bible: Resource<readonly Entry[]>;
  readonly workflow: Resource<Workflow>;
  readonly history: Resource<readonly Change[]>;
  /** What waits for an answer. */
  readonly points: Resource<readonly Point[]>;
  /** What may be out of date. */
  readonly stale: Resource<readonly StaleMark[]>;
  /** The project's settings, its own kinds and fields. */
  readonly project: Resource<ProjectSummary>;
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
  const points = useResource(project_id, (signal) => client.points(id, signal));
  const stale = useResource(project_id, (signal) => client.stale(id, signal));
  const project = useResource(project_id, (signal) => client.project(id, signal));

  const refreshState = useCallback(() => {
    for (const each of [workflow.refresh, points.refresh, stale.refresh, project.refresh]) each();
  }, [workflow.refresh, points.refresh, stale.refresh, project.refresh]);
  const refresh = useCallback(() => {
    bible.refresh();
    history.refresh();
    refreshState();
  }, [bible.refresh, history.refresh, refreshState]);
  const onFrame = useCallback(
    (frame: Frame) => {
      if (frame.type === "change" || frame.type === "hello") refresh();
      else if (frame.type === "message.updated" || isReply(frame)) refreshState();
    },
    [refresh, refreshState],
  );
  return { bible, workflow, history, points, stale, project, onFrame, refresh };
}

/** A turn ends with Backlot's reply. Beside the bible it may change what waits, what is stale, and the project itself. */
const isReply = (frame: Frame): boolean =>
  frame.type === "message.created" && frame.message.role === "backlot";
