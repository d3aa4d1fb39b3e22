import { Button } from "@mantine/core";
import { History, Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Entry } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { useBible } from "./bible-context.ts";
import css from "./entry-facts.module.css";
import { entryLine } from "./entry-line.ts";
import { VersionsDialog } from "./versions-dialog.tsx";

const WAY = { variant: "subtle", color: "gray", size: "compact-xs" } as const;

export function EntryActions({ entry }: { readonly entry: Entry }): ReactNode {
  const { editorOf } = useTalkTools();
  const { send } = useBible();
  const [comparing, setComparing] = useState(false);
  const edit = (): void => {
    const open = editorOf(entry.kind);
    // A project's own kinds have no command of their own to look for.
    if (open === undefined) send(entryLine(entry, "edit", { id: entry.id }));
    else open(entry);
  };
  return (
    <div className={css.ways}>
      {entry.status !== "locked" && (
        <Button {...WAY} leftSection={<Pencil size={13} />} onClick={edit} aria-label={`Edit ${entry.name}`}>
          Edit
        </Button>
      )}
      <Button
        {...WAY}
        leftSection={<History size={13} />}
        onClick={() => setComparing(true)}
        aria-haspopup="dialog"
        aria-label={`Versions of ${entry.name}`}
      >
        Versions
      </Button>
      <VersionsDialog entry={entry} opened={comparing} onClose={() => setComparing(false)} />
    </div>
  );
}
