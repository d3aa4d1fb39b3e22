import { Button } from "@mantine/core";
import { Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { BlockOf } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import css from "./receipt-block.module.css";
import type { WayBack } from "./receipt-choices.ts";
import { ReceiptLine } from "./receipt-line.tsx";

/** Longer receipts are folded to this many lines. */
const FOLDED_LINES = 6;

interface Props {
  readonly block: BlockOf<"receipt">;
  readonly back: WayBack;
}

/** What a turn wrote to the bible: a line an entry, each with Edit and Undo, and one Undo for all of several. */
export function ReceiptBlock({ block, back }: Props): ReactNode {
  const { undo, undone, press } = useTalkTools();
  const [opened, setOpened] = useState(false);
  const { lines } = block;
  const left = lines.filter((line) => !undone.has(line.change_id)).map((line) => line.change_id);
  const whole = back.choice_id !== undefined && left.length === lines.length ? back.choice_id : undefined;
  const takeBack = (change_ids: readonly string[]): Promise<unknown> =>
    whole !== undefined && change_ids.length === lines.length ? press(whole) : undo(change_ids);

  const shown = opened || lines.length <= FOLDED_LINES + 1 ? lines : lines.slice(0, FOLDED_LINES);
  const more = lines.length - shown.length;
  return (
    <div className={css.receipt}>
      <ul className={css.lines}>
        {shown.map((line) => (
          <ReceiptLine
            key={line.change_id}
            line={line}
            undone={undone.has(line.change_id)}
            word={back.word}
            onBack={() => takeBack([line.change_id])}
          />
        ))}
      </ul>
      {lines.length > 1 && (more > 0 || left.length > 1) && (
        <div className={css.foot}>
          {more > 0 && (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setOpened(true)}>
              Show {more} more
            </Button>
          )}
          {left.length > 1 && (
            <TakeBackAll
              label={`${back.word} all ${left.length}`}
              onBack={() => takeBack(left.toReversed())}
            />
          )}
        </div>
      )}
    </div>
  );
}

interface TakeBackAllProps {
  readonly label: string;
  readonly onBack: () => Promise<unknown>;
}

function TakeBackAll({ label, onBack }: TakeBackAllProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    await onBack();
    setBusy(false);
  };
  return (
    <Button
      className={css.all}
      variant="subtle"
      color="gray"
      size="compact-sm"
      loading={busy}
      onClick={run}
      leftSection={<Undo2 size={14} />}
    >
      {label}
    </Button>
  );
}
