import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { PointOf } from "../api/wire.ts";
import { bareTitle, groupLines } from "../blocks/proposed-lines.ts";
import { AnswerButton } from "./answer-button.tsx";
import { CardTitle } from "./card-title.tsx";
import { flatItem } from "./flat-item.ts";
import css from "./points.module.css";
import { ProposedGroup } from "./proposed-group.tsx";
import type { Answering } from "./use-answer.ts";

const FOLDED_ITEMS = 8;

interface Props {
  readonly point: PointOf<"proposal">;
  readonly answering: Answering;
}

/** Changes that wait for a yes, each with a box to choose it by. Nothing chosen: the buttons mean them all. */
export function ProposalCard({ point, answering }: Props): ReactNode {
  const [opened, setOpened] = useState(false);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const { title, items, open, total } = point.asks;
  const chosen = items.filter(({ id, state }) => state === "open" && marked.has(id)).map(({ id }) => id);
  const shown = opened || items.length <= FOLDED_ITEMS + 2 ? items : items.slice(0, FOLDED_ITEMS);
  const lines = shown.map(flatItem);
  const mark = (id: string, on: boolean): void =>
    setMarked((known) => new Set(on ? [...known, id] : [...known].filter((each) => each !== id)));
  return (
    <>
      <CardTitle point_id={point.id}>{bareTitle(title)}</CardTitle>
      {groupLines(lines).map((entry) => (
        <ProposedGroup
          key={`${entry.kind} ${entry.name}`}
          entry={entry}
          marked={total > 1 ? marked : undefined}
          onMark={mark}
          message_id={point.message_id}
          answering={answering}
        />
      ))}
      {shown.length < items.length && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setOpened(true)}>
          Show {items.length - shown.length} more
        </Button>
      )}
      {opened && total > items.length && (
        <p className={css.waits}>And {total - items.length} more, which go with all of them.</p>
      )}
      <Decisions chosen={chosen} open={open} answering={answering} />
    </>
  );
}

interface DecisionsProps {
  readonly chosen: readonly string[];
  readonly open: number;
  readonly answering: Answering;
}

function Decisions({ chosen, open, answering }: DecisionsProps): ReactNode {
  const all = open === 1 ? "" : ` all ${open}`;
  const some = chosen.length > 0 && chosen.length < open;
  return (
    <div className={css.actions}>
      {some ? (
        <>
          <AnswerButton
            main
            label={`Accept ${chosen.length} selected`}
            given={{ accept: [...chosen] }}
            answering={answering}
          />
          <AnswerButton
            label={`Decline ${chosen.length}`}
            given={{ decline: [...chosen] }}
            answering={answering}
          />
        </>
      ) : (
        <>
          <AnswerButton main label={`Accept${all}`} given={{ accept: "all" }} answering={answering} />
          <AnswerButton label={`Decline${all}`} given={{ decline: "all" }} answering={answering} />
        </>
      )}
    </div>
  );
}
