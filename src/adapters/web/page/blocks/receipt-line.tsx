import { Button } from "@mantine/core";
import { Pencil, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { BlockOf } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { fieldText } from "../text/format.ts";
import { FieldChange } from "./field-change.tsx";
import { KindMark } from "./kind-mark.tsx";
import css from "./receipt-block.module.css";

type Line = BlockOf<"receipt">["lines"][number];

interface Props {
  readonly line: Line;
  readonly undone: boolean;
  readonly word: "Undo" | "Redo";
  readonly onBack: () => Promise<unknown>;
}

export function ReceiptLine({ line, undone, word, onBack }: Props): ReactNode {
  const { showEntry, labelOf } = useTalkTools();
  const values = Object.fromEntries(line.fields.map(({ name, after }) => [name, after]));
  const fields = line.fields.filter((field) => !repeatsName(field, line));
  const gone = undone || line.action === "removed";
  return (
    <li className={css.line} data-undone={undone || undefined}>
      <KindMark kind={line.kind} fields={{ heading: line.name, ...values }} />
      <div className={css.body}>
        <div className={css.head}>
          <span className="label">
            {line.action} {line.kind}
            {undone && <strong className={css.undone}> · {word === "Undo" ? "undone" : "redone"}</strong>}
          </span>
          {!undone && <LineActions line={line} word={word} onBack={onBack} />}
        </div>
        {gone ? (
          <p className={css.name} data-kind={line.kind}>
            {line.name}
          </p>
        ) : (
          <button
            type="button"
            className={css.name}
            data-kind={line.kind}
            onClick={() => showEntry(line.entry_id, line.kind)}
          >
            {line.name}
          </button>
        )}
        {fields.length > 0 && (
          <dl className={css.fields}>
            {fields.map(({ name, before, after }) => (
              <FieldChange
                key={name}
                label={labelOf(name, line.kind)}
                before={fieldText(before)}
                after={fieldText(after)}
              />
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

/** The name stands above; a field that only says it again (name, a scene's heading) is left out. */
function repeatsName({ before, after }: Line["fields"][number], { name }: Line): boolean {
  return before === undefined && after === name;
}

function LineActions({ line, word, onBack }: Omit<Props, "undone">): ReactNode {
  const { editorOf } = useTalkTools();
  const edit = editorOf(line.kind);
  const [busy, setBusy] = useState(false);
  const undoOne = async (): Promise<void> => {
    setBusy(true);
    await onBack();
    setBusy(false);
  };
  return (
    <span className={css.actions}>
      {line.action !== "removed" && edit !== undefined && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          onClick={() => edit({ id: line.entry_id, name: line.name })}
          leftSection={<Pencil size={13} />}
          aria-label={`Edit ${line.name}`}
        >
          Edit
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        loading={busy}
        onClick={undoOne}
        leftSection={<Undo2 size={13} />}
        aria-label={`${word}: ${line.action} ${line.name}`}
      >
        {word}
      </Button>
    </span>
  );
}
