import { Button } from "@mantine/core";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import type { Entry } from "../api/wire.ts";
import { useBible } from "./bible-context.ts";
import css from "./draft-note.module.css";
import { entryLine } from "./entry-line.ts";

/** Said once above an entry of which nothing is confirmed, with the way to confirm it all. */
export function DraftNote({ entry }: { readonly entry: Entry }): ReactNode {
  const { send, idFor, personName } = useBible();
  const writers = [...new Set(Object.values(entry.facts).map(({ by }) => by))];
  const [writer] = writers;
  return (
    <div className={css.note}>
      <p className={css.words}>
        {writer !== undefined && writers.length === 1
          ? `Written by ${personName(writer) === "You" ? "you" : personName(writer)}, not confirmed yet.`
          : "Not confirmed yet."}
      </p>
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<Check size={13} />}
        onClick={() => send(entryLine(entry, "confirm", { id: idFor(entry) }))}
        aria-label={`Confirm ${entry.name}`}
      >
        Confirm
      </Button>
    </div>
  );
}
