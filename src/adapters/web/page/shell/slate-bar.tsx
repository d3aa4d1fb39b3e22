import { ActionIcon } from "@mantine/core";
import { Menu, PanelRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Point, Workflow } from "../api/wire.ts";
import type { Talk } from "../state/use-talk.ts";
import { ConnectionMark } from "./connection-mark.tsx";
import { CountBadge } from "./count-badge.tsx";
import css from "./slate-bar.module.css";

interface Props {
  readonly talk: Talk;
  /** What the film is called now. */
  readonly production: string | undefined;
  readonly workflow: Workflow | undefined;
  readonly points: readonly Point[] | undefined;
  /** Undefined where the panel stands beside the talk. */
  readonly onLeft: (() => void) | undefined;
  readonly onRight: (() => void) | undefined;
}

/** The head of a session, ruled like a slate: production, session, where the workflow stands. */
export function SlateBar({ talk, production, workflow, points, onLeft, onRight }: Props): ReactNode {
  const current = workflow?.steps.find(({ id }) => id === workflow.current);
  return (
    <header className={css.bar}>
      <title>{production === undefined ? "Backlot" : `${production} – Backlot`}</title>
      {onLeft !== undefined && (
        <ActionIcon className={css.button} aria-label="Sessions" aria-haspopup="dialog" onClick={onLeft}>
          <Menu size={18} />
        </ActionIcon>
      )}
      <div className={css.cell} data-grow>
        <span className="label">Production</span>
        <h1 className={css.value}>{production ?? " "}</h1>
      </div>
      <div className={css.cell} data-second>
        <span className="label">Session</span>
        <span className={css.value}>{talk.session?.title ?? " "}</span>
      </div>
      {workflow !== undefined && (
        <div className={css.cell} data-third>
          <span className="label">Step</span>
          <span className={css.value}>
            {current?.name ?? "All done"} <span className={css.percent}>{workflow.percent} %</span>
          </span>
        </div>
      )}
      <div className={css.lamp}>
        <ConnectionMark live={talk.live} present={talk.state.present.length} />
      </div>
      {onRight !== undefined && (
        <span className={css.right}>
          <ActionIcon
            className={css.button}
            aria-label={`Bible and workflow${waiting(points)}`}
            aria-haspopup="dialog"
            onClick={onRight}
          >
            <PanelRight size={18} />
          </ActionIcon>
          <span className={css.badge} aria-hidden="true">
            <CountBadge points={points} />
          </span>
        </span>
      )}
    </header>
  );
}

const waiting = (points: readonly Point[] | undefined): string =>
  points === undefined || points.length === 0 ? "" : `, ${points.length} waiting for you`;
