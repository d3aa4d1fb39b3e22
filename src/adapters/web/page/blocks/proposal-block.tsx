import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { BlockOf } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import css from "./proposal-block.module.css";
import { ProposedEntry } from "./proposed-entry.tsx";
import { bareTitle, groupLines, latestLines } from "./proposed-lines.ts";

const FOLDED_ENTRIES = 6;

/** Changes that wait for a yes: drawn as the receipt they would become, with a broken edge. Nothing of it is written. */
export function ProposalBlock({ block }: { readonly block: BlockOf<"proposal"> }): ReactNode {
  const { points } = useTalkTools();
  const [opened, setOpened] = useState(false);
  const title = bareTitle(block.title);
  const { lines, waits } = latestLines(block, points);
  const entries = groupLines(lines);
  const shown = opened || entries.length <= FOLDED_ENTRIES + 1 ? entries : entries.slice(0, FOLDED_ENTRIES);
  const more = entries.length - shown.length;
  return (
    <section className={css.proposal} data-waits={waits || undefined} aria-label={title}>
      <header className={css.head}>
        <p className={css.title}>{title}</p>
        <span className={css.state}>{waits ? "not saved yet" : "settled"}</span>
      </header>
      <ul className={css.lines}>
        {shown.map((entry) => (
          <ProposedEntry key={`${entry.kind} ${entry.name}`} entry={entry} />
        ))}
      </ul>
      {more > 0 && (
        <div className={css.foot}>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setOpened(true)}>
            Show {more} more
          </Button>
        </div>
      )}
      {block.note !== undefined && <p className={css.note}>{block.note}</p>}
    </section>
  );
}
