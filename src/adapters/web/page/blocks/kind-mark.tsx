import type { ReactNode } from "react";
import { stripOf } from "../text/kinds.ts";
import css from "./kind-mark.module.css";

interface Props {
  readonly kind: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** A strip of colour: a scene's board colour, or the breakdown colour of its kind. Says nothing that words beside it do not say. */
export function KindMark({ kind, fields = {} }: Props): ReactNode {
  const strip =
    kind === "scene" ? stripOf(fields.int_ext ?? fields.heading, fields.time_of_day ?? fields.heading) : kind;
  return <span className={css.mark} data-strip={strip} aria-hidden="true" />;
}
