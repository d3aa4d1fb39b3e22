import { ActionIcon } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { NextChoices } from "../next-choices.tsx";
import { StepDetails } from "../step-details.tsx";
import { lookOf } from "../step-look.ts";
import { StepMark } from "../step-mark.tsx";
import type { WorkflowViewProps } from "../workflow-list.tsx";
import css from "./map-view.module.css";
import { StepMap, type StepMapHandle } from "./step-map.tsx";

export interface MapViewProps extends WorkflowViewProps {
  /** Whether a step's details stand beside the map, or below it. */
  readonly beside: boolean;
}

/** The map, and beside or below it what is known of the step that was opened. */
export function MapView(props: MapViewProps): ReactNode {
  const { workflow, selected, onSelect, beside } = props;
  const detailsId = useId();
  const map = useRef<StepMapHandle>(null);
  const details = useRef<HTMLElement>(null);
  const { ref, width, height } = useElementSize();
  const byKeys = useRef(false);
  const step = workflow.steps.find(({ id }) => id === selected);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is what moves the focus.
  useEffect(() => {
    if (!byKeys.current) return;
    byKeys.current = false;
    details.current?.focus();
  }, [selected]);
  const open = (id: string, keys: boolean): void => {
    byKeys.current = keys;
    if (id === selected && keys) details.current?.focus();
    onSelect(id === selected && !keys ? undefined : id);
  };
  const close = (): void => {
    if (selected !== undefined) map.current?.focusStep(selected);
    onSelect(undefined);
  };
  return (
    <div className={css.view} data-beside={beside || undefined}>
      <div ref={ref} className={css.map}>
        {width > 0 && height > 0 && (
          <StepMap
            ref={map}
            workflow={workflow}
            selected={selected}
            onOpen={open}
            detailsId={detailsId}
            screen={{ width, height }}
            overview={beside}
          />
        )}
      </div>
      {step === undefined ? (
        <Hint {...props} />
      ) : (
        <Details
          {...props}
          step={step}
          id={detailsId}
          onClose={close}
          onGo={(id) => open(id, true)}
          at={details}
        />
      )}
    </div>
  );
}

function Hint({ workflow, beside }: MapViewProps): ReactNode {
  return (
    <aside className={`scroll ${css.side}`} data-hint aria-label="About the map">
      <p className={css.hint}>Press a step to see what it asks for and what can be done.</p>
      {beside && workflow.next.length > 0 && <NextChoices choices={workflow.next} />}
    </aside>
  );
}

interface DetailsProps extends MapViewProps {
  readonly step: WorkflowViewProps["workflow"]["steps"][number];
  readonly id: string;
  readonly at: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly onGo: (id: string) => void;
}

function Details({ step, workflow, id, at, onClose, onGo, onAnswered, onTalk }: DetailsProps): ReactNode {
  const titleId = `${id}-title`;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    // A dialog around it would close, too.
    event.stopPropagation();
    onClose();
  };
  return (
    <section
      ref={at}
      id={id}
      className={`scroll ${css.side}`}
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
    >
      <header className={css.head}>
        <StepMark state={step.state} />
        <h3 id={titleId} className={css.title}>
          {step.name} <span className={css.word}>{lookOf(step.state).word}</span>
        </h3>
        <ActionIcon aria-label="Back to the map" size="md" onClick={onClose}>
          <X size={16} />
        </ActionIcon>
      </header>
      <StepDetails
        step={step}
        steps={workflow.steps}
        onSelect={onGo}
        onAnswered={onAnswered}
        onTalk={onTalk}
      />
    </section>
  );
}
