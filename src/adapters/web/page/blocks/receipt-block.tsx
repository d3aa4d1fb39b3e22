import { Button } from "@mantine/core";
import { Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { BlockOf } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import css from "./receipt-block.module.css";
import { ReceiptLine } from "./receipt-line.tsx";

interface Props {
  readonly block: BlockOf<"receipt">;
  /** What taking a line back is called: a receipt of an undo is redone. */
  readonly back: "Undo" | "Redo";
}

/** What a turn wrote to the bible: a line an entry, each with Edit and Undo, and one Undo for all of several. */
export function ReceiptBlock({ block, back }: Props): ReactNode {
  const { undo, undone } = useTalkTools();
  const [busy, setBusy] = useState(false);
  const left = block.lines.filter((line) => !undone.has(line.change_id)).map((line) => line.change_id);

  const undoAll = async (): Promise<void> => {
    setBusy(true);
    await undo(left.toReversed());
    setBusy(false);
  };
  return (
    <div className={css.receipt}>
      <ul className={css.lines}>
        {block.lines.map((line) => (
          <ReceiptLine key={line.change_id} line={line} undone={undone.has(line.change_id)} back={back} />
        ))}
      </ul>
      {block.lines.length > 1 && left.length > 1 && (
        <div className={css.all}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            loading={busy}
            onClick={undoAll}
            leftSection={<Undo2 size={14} />}
          >
            {back} all {left.length}
          </Button>
        </div>
      )}
    </div>
  );
}
