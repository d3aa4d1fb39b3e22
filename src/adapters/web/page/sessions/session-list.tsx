import type { ReactNode } from "react";
import type { SessionSummary } from "../api/wire.ts";
import { shortAgo } from "../text/format.ts";
import { useNow } from "../text/use-now.ts";
import { byProject } from "./by-project.ts";
import css from "./session-list.module.css";

interface Props {
  readonly sessions: readonly SessionSummary[];
  readonly current: string | undefined;
  readonly onPick: (session_id: string) => void;
}

export function SessionList({ sessions, current, onPick }: Props): ReactNode {
  const now = useNow();
  return (
    <nav aria-label="Sessions" className={`scroll ${css.list}`}>
      {byProject(sessions).map(({ id, title, sessions: own }) => (
        <section key={id} className={css.project} aria-label={title}>
          <h2 className={css.title}>{title}</h2>
          <ul className={css.sessions}>
            {own.map((session) => (
              <li key={session.id}>
                <button
                  type="button"
                  className={css.session}
                  aria-current={session.id === current ? "page" : undefined}
                  onClick={() => onPick(session.id)}
                >
                  <span className={css.name}>{session.title}</span>
                  <span className={css.when}>
                    {shortAgo(session.last_message_at ?? session.created_at, now)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
