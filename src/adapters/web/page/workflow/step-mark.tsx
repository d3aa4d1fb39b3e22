import type { ReactNode } from "react";
import { lookOf } from "./step-look.ts";
import css from "./step-mark.module.css";

/** A step's state as a round mark. Words beside it say the same. */
export function StepMark({ state }: { readonly state: string }): ReactNode {
  const { icon: Icon } = lookOf(state);
  return (
    <span className={css.mark} data-state={state}>
      <Icon size={13} strokeWidth={2.5} aria-hidden="true" />
    </span>
  );
}
