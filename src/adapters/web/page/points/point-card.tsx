import type { ReactNode } from "react";
import type { Entry, Point, PointOf } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { shortAgo } from "../text/format.ts";
import { useNow } from "../text/use-now.ts";
import { pointHeading } from "./card-title.tsx";
import { ConflictCard } from "./conflict-card.tsx";
import { InputCard } from "./input-card.tsx";
import { pointLabel, waitsFor } from "./point-words.ts";
import css from "./points.module.css";
import { ProposalCard } from "./proposal-card.tsx";
import { type Answering, useAnswer, type Watch } from "./use-answer.ts";
import { WhichCard } from "./which-card.tsx";

interface Props {
  readonly point: Point;
  readonly scenes: readonly Entry[];
  readonly watch: Watch;
}

/** One thing that waits: what it is about, who said it, and its answers. */
export function PointCard({ point, scenes, watch }: Props): ReactNode {
  const { nameOf } = useTalkTools();
  const now = useNow();
  const answering = useAnswer(point, watch);
  const waits = waitsFor(point, nameOf);
  return (
    <li className={css.card} data-type={point.asks.type} aria-labelledby={pointHeading(point.id)}>
      <p className={css.kicker}>
        <span className="label">{pointLabel(point)}</span>
        <span className={css.who}>
          {nameOf(point.by)}, {shortAgo(point.at, now)}
        </span>
      </p>
      <CardBody point={point} scenes={scenes} answering={answering} />
      {waits !== "" && <p className={css.waits}>{waits}</p>}
    </li>
  );
}

interface BodyProps {
  readonly point: Point;
  readonly scenes: readonly Entry[];
  readonly answering: Answering;
}

function CardBody({ point, scenes, answering }: BodyProps): ReactNode {
  switch (point.asks.type) {
    case "conflict":
      return <ConflictCard point={point as PointOf<"conflict">} scenes={scenes} answering={answering} />;
    case "which":
      return <WhichCard point={point as PointOf<"which">} answering={answering} />;
    case "missing":
      return <InputCard point={point} field={point.asks.input} answering={answering} />;
    case "name":
      return <InputCard point={point} field={NAME} answering={answering} />;
    case "proposal":
      return <ProposalCard point={point as PointOf<"proposal">} answering={answering} />;
  }
}

const NAME = { name: "name", label: "Name", input: "text" } as const;
