import { ActionIcon, Tooltip } from "@mantine/core";
import { List, Map as MapIcon, Maximize2 } from "lucide-react";
import type { ReactNode } from "react";
import type { Workflow } from "../api/wire.ts";
import { isPassed } from "./step-look.ts";
import css from "./workflow-head.module.css";

export const VIEWS = ["list", "map"] as const;
export type View = (typeof VIEWS)[number];

interface Props {
  readonly workflow: Workflow;
  readonly view: View;
  readonly onView: (view: View) => void;
  /** Shows the map in front of the page. */
  readonly onLarge: () => void;
}

/** How far the film is, and how its steps are shown. */
export function WorkflowHead({ workflow, view, onView, onLarge }: Props): ReactNode {
  const { percent, steps } = workflow;
  return (
    <header className={css.head}>
      <p className={css.percent}>
        {percent}
        <span className={css.sign}>%</span>
        <span className={css.of}>
          {steps.filter(isPassed).length} of {steps.length} steps done
        </span>
      </p>
      <div
        className={css.bar}
        role="progressbar"
        aria-label="Workflow"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className="stripes" style={{ width: `${percent}%` }} />
      </div>
      <div className={css.row}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one strip. */}
        <div className={css.views} role="group" aria-label="Show the steps as">
          {VIEWS.map((each) => (
            <button
              key={each}
              type="button"
              className={css.view}
              aria-pressed={view === each}
              onClick={() => onView(each)}
            >
              {each === "list" ? (
                <List size={15} aria-hidden="true" />
              ) : (
                <MapIcon size={15} aria-hidden="true" />
              )}
              {each === "list" ? "List" : "Map"}
            </button>
          ))}
        </div>
        <Tooltip label="Large map">
          <ActionIcon aria-label="Large map" aria-haspopup="dialog" onClick={onLarge}>
            <Maximize2 size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
