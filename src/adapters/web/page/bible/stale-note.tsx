import { Button } from "@mantine/core";
import { RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import type { Entry, StaleMark } from "../api/wire.ts";
import { useBible } from "./bible-context.ts";
import { quotedName } from "./entry-line.ts";
import css from "./stale-note.module.css";

const MOST_REASONS = 4;

interface Props {
  readonly entry: Entry;
  readonly marks: readonly StaleMark[];
}

/** What changed since an entry was written from it, and the two ways to settle that. */
export function StaleNote({ entry, marks }: Props): ReactNode {
  const { send, idFor } = useBible();
  const reasons = [...new Set(marks.map(({ reason }) => reason))];
  const which = idFor(entry) ?? quotedName(entry.name);
  return (
    <section className={css.note} aria-label={`${entry.name} may be out of date`}>
      <p className={css.title}>
        <RefreshCw size={13} aria-hidden="true" /> May be out of date
      </p>
      <ul className={css.reasons}>
        {reasons.slice(0, MOST_REASONS).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        {reasons.length > MOST_REASONS && <li>and {reasons.length - MOST_REASONS} more</li>}
      </ul>
      <div className={css.ways}>
        <Button size="compact-sm" onClick={() => send(`/stale update ${which}`)}>
          Bring up to date
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => send(`/stale fine ${which}`)}>
          Fine as it is
        </Button>
      </div>
    </section>
  );
}
