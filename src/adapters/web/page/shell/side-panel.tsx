import { Tabs } from "@mantine/core";
import { Settings2 } from "lucide-react";
import { type ReactNode, useCallback } from "react";
import type { Entry } from "../api/wire.ts";
import { Bible } from "../bible/bible.tsx";
import { HistoryPanel } from "../history/history-panel.tsx";
import { PointsPanel } from "../points/points-panel.tsx";
import { ProjectPanel } from "../project/project-panel.tsx";
import type { ProjectData } from "../state/use-project-data.ts";
import type { WorkflowPanelProps } from "../workflow/workflow-panel.tsx";
import { CountBadge } from "./count-badge.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { SIDE_TABS, type Side } from "./side.ts";
import css from "./side-panel.module.css";

export const SIDE_FIRST_ID = "side-first";

const WorkflowPanel = lazyPart<WorkflowPanelProps>("the workflow", () =>
  import("../workflow/workflow-panel.tsx").then((module) => module.WorkflowPanel),
);

interface Props {
  readonly session_id: string;
  readonly data: ProjectData;
  readonly side: Side;
  readonly onSide: (change: Partial<Side>) => void;
}

export function SidePanel({ session_id, data, side, onSide }: Props): ReactNode {
  const onLeave = useCallback(() => onSide({ opened: false }), [onSide]);
  return (
    <Tabs
      value={side.tab}
      onChange={(next) => onSide({ tab: SIDE_TABS.find((each) => each === next) ?? "bible" })}
      className={css.side ?? ""}
      classNames={{ list: css.tabs ?? "", tab: css.tab ?? "", panel: css.panel ?? "" }}
      keepMounted={false}
      variant="unstyled"
    >
      <Tabs.List aria-label="Project">
        <Tabs.Tab value="bible" id={SIDE_FIRST_ID}>
          Bible
        </Tabs.Tab>
        <Tabs.Tab value="waiting">
          Waiting <CountBadge points={data.points.data} />
        </Tabs.Tab>
        <Tabs.Tab value="workflow">Workflow</Tabs.Tab>
        <Tabs.Tab value="history">History</Tabs.Tab>
        <Tabs.Tab value="project" aria-label="Project settings" data-narrow>
          <Settings2 size={16} aria-hidden="true" />
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="bible">
        <Bible
          data={data}
          kind={side.kind}
          onKind={(kind) => onSide({ kind })}
          focus={side.focus}
          onLeave={onLeave}
        />
      </Tabs.Panel>
      <Tabs.Panel value="waiting">
        <PointsPanel points={data.points} scenes={scenesOf(data.bible.data)} session_id={session_id} />
      </Tabs.Panel>
      <Tabs.Panel value="workflow">
        <WorkflowPanel workflow={data.workflow} onLeave={onLeave} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <HistoryPanel history={data.history} />
      </Tabs.Panel>
      <Tabs.Panel value="project">
        <ProjectPanel project={data.project} onLeave={onLeave} />
      </Tabs.Panel>
    </Tabs>
  );
}

const scenesOf = (entries: readonly Entry[] | undefined): readonly Entry[] =>
  (entries ?? []).filter(({ kind }) => kind === "scene");
