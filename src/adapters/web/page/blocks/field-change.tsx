import type { ReactNode } from "react";
import css from "./field-change.module.css";

interface Props {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** What became of a change that was only proposed. */
  readonly settled?: "accepted" | "declined" | undefined;
}

/** One field's value, with the one it replaced struck through before it. */
export function FieldChange({ label, before, after, settled }: Props): ReactNode {
  return (
    <div
      className={css.field}
      data-long={before.length + after.length > 22 || undefined}
      data-settled={settled}
    >
      <dt className="label">
        {label}
        {settled !== undefined && <span className={css.settled}> {settled}</span>}
      </dt>
      <dd className={css.value}>
        {before !== "" && <del className={css.before}>{before}</del>}
        {before !== "" && after !== "" && <span aria-hidden="true"> → </span>}
        {after !== "" && <ins className={css.after}>{after}</ins>}
      </dd>
    </div>
  );
}
