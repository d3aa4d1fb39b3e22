import type { ReactNode } from "react";
import { fieldLabel } from "../text/format.ts";
import css from "./field-change.module.css";

interface Props {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** One field's value, with the one it replaced struck through before it. */
export function FieldChange({ name, before, after }: Props): ReactNode {
  return (
    <div className={css.field} data-long={before.length + after.length > 22 || undefined}>
      <dt className="label">{fieldLabel(name)}</dt>
      <dd className={css.value}>
        {before !== "" && <del className={css.before}>{before}</del>}
        {before !== "" && after !== "" && <span aria-hidden="true"> → </span>}
        {after !== "" && <ins className={css.after}>{after}</ins>}
      </dd>
    </div>
  );
}
