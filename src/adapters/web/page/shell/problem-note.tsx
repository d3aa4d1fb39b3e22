import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Problem } from "../api/problem.ts";
import css from "./problem-note.module.css";

interface Props {
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** In place of what could not be read: why, and what to do. */
export function ProblemNote({ problem, onRetry }: Props): ReactNode {
  return (
    <div className={css.note} role="alert">
      <p className={css.message}>{problem.message}</p>
      {problem.hint !== undefined && <p className="quiet">{problem.hint}</p>}
      {problem.reference !== undefined && <p className="quiet">Reference {problem.reference}</p>}
      <Button variant="default" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
