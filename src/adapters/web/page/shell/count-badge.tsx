import type { ReactNode } from "react";
import { MOST_POINTS } from "../api/client.ts";
import type { Point } from "../api/wire.ts";
import { countText } from "../points/point-words.ts";
import css from "./count-badge.module.css";

/** How much waits for an answer; nothing when nothing does. */
export function CountBadge({ points = [] }: { readonly points: readonly Point[] | undefined }): ReactNode {
  if (points.length === 0) return null;
  return <span className={css.badge}>{countText(points.length, MOST_POINTS)}</span>;
}
