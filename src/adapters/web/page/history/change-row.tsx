import { Button } from "@mantine/core";
import { Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Change } from "../api/wire.ts";
import { KindMark } from "../blocks/kind-mark.tsx";
import { useTalkTools } from "../state/talk-context.ts";
import { clockTime, fieldLabel } from "../text/format.ts";
import { useNow } from "../text/use-now.ts";
import css from "./history-panel.module.css";

const MOST_FIELDS = 4;

export function ChangeRow({ change }: { readonly change: Change }): ReactNode {
  const { undo, undone } = useTalkTools();
  const [busy, setBusy] = useState(false);
  const now = useNow();
  const gone = change.undone || undone.has(change.id);
  const undoOne = async (): Promise<void> => {
    setBusy(true);
    await undo([change.id]);
    setBusy(false);
  };
  return (
    <li className={css.change} data-undone={gone || undefined}>
      <KindMark kind={change.kind} fields={{ heading: change.name }} />
      <div className={css.words}>
        <p className={css.name}>{change.name}</p>
        <p className={css.about}>
          {change.action}
          {fieldsOf(change)}
          {change.by_name !== undefined && `, ${change.by_name}`}, {clockTime(change.at, now)}
          {gone && ", undone"}
        </p>
      </div>
      {!gone && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          loading={busy}
          onClick={undoOne}
          leftSection={<Undo2 size={13} />}
          aria-label={`Undo: ${change.action} ${change.name}`}
        >
          Undo
        </Button>
      )}
    </li>
  );
}

function fieldsOf({ action, fields }: Change): string {
  const names = Object.keys(fields).map((name) => fieldLabel(name).toLowerCase());
  if (action !== "updated" || names.length === 0) return "";
  const more = names.length > MOST_FIELDS ? ` and ${names.length - MOST_FIELDS} more` : "";
  return `: ${names.slice(0, MOST_FIELDS).join(", ")}${more}`;
}
