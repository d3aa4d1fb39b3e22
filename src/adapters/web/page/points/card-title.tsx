import type { ReactNode } from "react";
import css from "./points.module.css";

export const pointHeading = (point_id: string): string => `point-${point_id}`;

interface Props {
  readonly point_id: string;
  readonly children: ReactNode;
}

/** A card's heading takes the focus when the one before it is settled. */
export function CardTitle({ point_id, children }: Props): ReactNode {
  return (
    <h3 id={pointHeading(point_id)} tabIndex={-1} className={css.title}>
      {children}
    </h3>
  );
}
