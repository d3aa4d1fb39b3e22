import { Button } from "@mantine/core";
import { History, Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Entry } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import css from "./entry-facts.module.css";
import { VersionsDialog } from "./versions-dialog.tsx";

const WAY = { variant: "subtle", color: "gray", size: "compact-xs" } as const;

export function EntryActions({ entry }: { readonly entry: Entry }): ReactNode {
  const { editorOf } = useTalkTools();
  const [comparing, setComparing] = useState(false);
  const edit = entry.status === "locked" ? undefined : editorOf(entry.kind);
  return (
    <div className={css.ways}>
      {edit !== undefined && (
        <Button
          {...WAY}
          leftSection={<Pencil size={13} />}
          onClick={() => edit(entry)}
          aria-label={`Edit ${entry.name}`}
        >
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
