import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { Bible } from "../bible/bible.tsx";
import { HistoryPanel } from "../history/history-panel.tsx";
import type { ProjectData } from "../state/use-project-data.ts";
import { WorkflowPanel } from "../workflow/workflow-panel.tsx";
import { SIDE_TABS, type Side } from "./side.ts";
import css from "./side-panel.module.css";

export const SIDE_FIRST_ID = "side-first";

interface Props {
  readonly data: ProjectData;
  readonly side: Side;
  readonly onSide: (change: Partial<Side>) => void;
}

export function SidePanel({ data, side, onSide }: Props): ReactNode {
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
        <Tabs.Tab value="workflow">Workflow</Tabs.Tab>
        <Tabs.Tab value="history">History</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="bible">
        <Bible bible={data.bible} kind={side.kind} onKind={(kind) => onSide({ kind })} focus={side.focus} />
      </Tabs.Panel>
      <Tabs.Panel value="workflow">
        <WorkflowPanel workflow={data.workflow} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <HistoryPanel history={data.history} />
      </Tabs.Panel>
    </Tabs>
  );
}
