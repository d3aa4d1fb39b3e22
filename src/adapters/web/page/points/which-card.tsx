import type { ReactNode } from "react";
import type { PointOf } from "../api/wire.ts";
import { AnswerButton } from "./answer-button.tsx";
import { CardTitle } from "./card-title.tsx";
import css from "./points.module.css";
import { QuoteLine } from "./quote-line.tsx";
import type { Answering } from "./use-answer.ts";

interface Props {
  readonly point: PointOf<"which">;
  readonly answering: Answering;
}

/** A name that several have: each is a button with what tells it from the others. */
export function WhichCard({ point, answering }: Props): ReactNode {
  const { name, candidates, evidence } = point.asks;
  return (
    <>
      <CardTitle point_id={point.id}>Which {name}?</CardTitle>
      {evidence !== undefined && <QuoteLine quote={evidence.quote} message_id={evidence.message_id} />}
      <ul className={css.candidates}>
        {candidates.map(({ entry_id, name: theirs, label }) => (
          <li key={entry_id}>
            <button
              type="button"
              className={css.candidate}
              aria-disabled={answering.busy !== undefined || undefined}
              onClick={() => void answering.answer(entry_id, { value: entry_id })}
            >
              <span className={css.candidateName}>{theirs}</span>
              {label !== "" && <span className={css.candidateLabel}>{label}</span>}
            </button>
          </li>
        ))}
      </ul>
      <div className={css.actions}>
        <AnswerButton label="Skip" given={{ decline: "all" }} answering={answering} quiet />
      </div>
    </>
  );
}
