import { Check, CircleDashed, Lock } from "lucide-react";
import type { ReactNode } from "react";
import css from "./status-mark.module.css";

const ICONS = { draft: CircleDashed, confirmed: Check, locked: Lock } as const;

export function StatusMark({ status }: { readonly status: string }): ReactNode {
  const Icon = ICONS[status as keyof typeof ICONS] ?? CircleDashed;
  return (
    <span className={css.status} data-status={status}>
      <Icon size={13} aria-hidden="true" /> {status}
    </span>
  );
}
