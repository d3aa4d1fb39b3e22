import type { ReactNode } from "react";
import css from "./slate-form.module.css";

interface Props {
  readonly label: string;
  readonly wide?: boolean;
  readonly large?: boolean;
  readonly children: ReactNode;
}

/** One ruled field of the slate, its name printed small above what is written. */
export function SlateCell({ label, wide, large, children }: Props): ReactNode {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what it wraps.
    <label className={css.cell} data-wide={wide || undefined} data-large={large || undefined}>
      <span className="label">{label}</span>
      {children}
    </label>
  );
}
