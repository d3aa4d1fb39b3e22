import { Button } from "@mantine/core";
import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import type { Entry } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import css from "./entry-facts.module.css";
import { FactRow } from "./fact-row.tsx";

export function EntryFacts({ entry }: { readonly entry: Entry }): ReactNode {
  const { editorOf } = useTalkTools();
  const edit = editorOf(entry.kind);
  const facts = Object.entries(entry.facts).filter(
    ([name, { status }]) => name !== "name" && status !== "superseded",
  );
  return (
    <div className={css.facts}>
      {facts.length > 0 && (
        <dl className={css.list}>
          {facts.map(([name, fact]) => (
            <FactRow key={name} name={name} fact={fact} />
          ))}
        </dl>
      )}
      {entry.status === "locked" && (
        <p className={css.locked}>Locked: nothing changes it until it is unlocked.</p>
      )}
      {entry.status !== "locked" && edit !== undefined && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<Pencil size={13} />}
          onClick={() => edit(entry)}
          aria-label={`Edit ${entry.name}`}
        >
          Edit
        </Button>
      )}
    </div>
  );
}
