import type { ReactNode } from "react";
import type { LiveState } from "../api/live.ts";
import css from "./connection-mark.module.css";

const WORDS: Readonly<Record<LiveState, string>> = {
  connecting: "Connecting",
  live: "Live",
  lost: "Reconnecting",
};

interface Props {
  readonly live: LiveState;
  /** How many people watch this session, this page included. */
  readonly present: number;
}

export function ConnectionMark({ live, present }: Props): ReactNode {
  return (
    <span className={css.mark} data-live={live} role="status">
      <span className={css.lamp} aria-hidden="true" />
      {WORDS[live]}
      {live === "live" && present > 1 && <span className={css.present}>{present} here</span>}
    </span>
  );
}
