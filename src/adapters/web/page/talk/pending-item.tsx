import { Button } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Pending } from "../state/talk-state.ts";
import { LongText } from "../text/long-text.tsx";
import css from "./message-item.module.css";
import own from "./pending-item.module.css";

interface Props {
  readonly pending: Pending;
  readonly name: string;
  readonly onRetry: () => void;
  readonly onEdit: () => void;
}

/** Words on their way, or refused with the reason and a way on. */
export function PendingItem({ pending, name, onRetry, onEdit }: Props): ReactNode {
  const { problem } = pending;
  return (
    <article
      className={css.message}
      data-role="person"
      aria-label={`${name}, ${problem === undefined ? "sending" : "not sent"}`}
    >
      <header className={css.cue}>
        <span className={css.name}>{name}</span>
        <span className={css.time}>{problem === undefined ? "sending" : "not sent"}</span>
      </header>
      <div className={css.body}>
        <LongText className={`${css.words} ${own.waiting}`} text={pending.text} />
        {problem !== undefined && (
          <div role="alert" className={own.problem}>
            <CircleAlert size={16} aria-hidden="true" />
            <p>
              {problem.message} {problem.hint}
            </p>
            <div className={own.actions}>
              <Button variant="default" size="compact-sm" onClick={onRetry}>
                Send again
              </Button>
              <Button variant="subtle" color="gray" size="compact-sm" onClick={onEdit}>
                Change it
              </Button>
            </div>
          </div>
        )}
      </div>
    </article>
  );
}
