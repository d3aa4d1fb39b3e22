import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { MOST_POINTS } from "../api/client.ts";
import type { Entry, Point } from "../api/wire.ts";
import { Loading } from "../shell/loading.tsx";
import { ProblemNote } from "../shell/problem-note.tsx";
import type { Resource } from "../state/use-resource.ts";
import { MarkdownView } from "../text/markdown-view.tsx";
import { PointCard } from "./point-card.tsx";
import { bySession, countText } from "./point-words.ts";
import css from "./points.module.css";
import { useNextFocus } from "./use-next-focus.ts";

interface Props {
  readonly points: Resource<readonly Point[]>;
  readonly scenes: readonly Entry[];
  readonly session_id: string;
}

/** All that waits for the people of this film, what was asked in this session first. */
export function PointsPanel({ points, scenes, session_id }: Props): ReactNode {
  const { data, problem, refresh } = points;
  const { heading, said, watch } = useNextFocus(data, session_id);
  if (data === undefined)
    return problem === undefined ? (
      <Loading label="Loading what waits" />
    ) : (
      <ProblemNote problem={problem} onRetry={refresh} />
    );
  const { here, elsewhere } = bySession(data, session_id);
  const cards = (some: readonly Point[]): ReactNode => (
    <ul className={css.list}>
      {some.map((point) => (
        <PointCard key={point.id} point={point} scenes={scenes} watch={watch} />
      ))}
    </ul>
  );
  return (
    <div className={`scroll ${css.panel}`}>
      <h2 ref={heading} tabIndex={-1} className={css.heading}>
        {data.length === 0
          ? "Nothing waits for you"
          : `${countText(data.length, MOST_POINTS)} waiting for you`}
      </h2>
      <div role="status">
        {said.elsewhere ? (
          <div className={css.said}>
            <MarkdownView text={said.text} />
          </div>
        ) : (
          <VisuallyHidden>{said.text}</VisuallyHidden>
        )}
      </div>
      {data.length === 0 && (
        <p className={css.none}>
          Contradictions, questions and proposals gather here until somebody answers them.
        </p>
      )}
      {here.length > 0 && cards(here)}
      {elsewhere.length > 0 && (
        <>
          <h2 className={css.part}>Asked in other sessions of this film</h2>
          {cards(elsewhere)}
        </>
      )}
    </div>
  );
}
