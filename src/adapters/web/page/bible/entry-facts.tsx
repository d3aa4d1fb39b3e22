import type { ReactNode } from "react";
import type { Entry } from "../api/wire.ts";
import { useBible } from "./bible-context.ts";
import { DraftNote } from "./draft-note.tsx";
import { EntryActions } from "./entry-actions.tsx";
import css from "./entry-facts.module.css";
import { FactRow } from "./fact-row.tsx";
import { LockNote } from "./lock-note.tsx";
import { StaleNote } from "./stale-note.tsx";

export function EntryFacts({ entry }: { readonly entry: Entry }): ReactNode {
  const { marksOf } = useBible();
  const marks = marksOf(entry.id);
  const facts = Object.entries(entry.facts).filter(
    ([name, { status, value }]) => name !== "name" && value !== entry.name && status !== "superseded",
  );
  const draft = entry.status === "draft" && facts.every(([, { status }]) => status === "proposed");
  return (
    <div className={css.facts}>
      {entry.status === "locked" && <LockNote locked={entry.locked} />}
      {marks.length > 0 && <StaleNote entry={entry} marks={marks} />}
      {draft && <DraftNote entry={entry} />}
      {facts.length > 0 && (
        <dl className={css.list}>
          {facts.map(([name, fact]) => (
            <FactRow key={name} kind={entry.kind} name={name} fact={fact} draft={draft} />
          ))}
        </dl>
      )}
      <EntryActions entry={entry} />
    </div>
  );
}
