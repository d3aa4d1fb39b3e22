import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import type { Entry } from "../api/wire.ts";
import { clockTime } from "../text/format.ts";
import { useNow } from "../text/use-now.ts";
import { useBible } from "./bible-context.ts";
import css from "./lock-note.module.css";

/** Why an entry cannot be edited. */
export function LockNote({ locked }: { readonly locked: Entry["locked"] }): ReactNode {
  const { personName } = useBible();
  const now = useNow();
  const person = locked === undefined ? undefined : personName(locked.by);
  const name = person === locked?.by ? (locked?.name ?? person) : person;
  return (
    <p className={css.note}>
      <Lock size={14} aria-hidden="true" />
      <span>
        {locked === undefined
          ? "Locked"
          : `Locked by ${name === "You" ? "you" : name}, ${clockTime(locked.at, now)}`}
        : nothing changes it until it is unlocked.
      </span>
    </p>
  );
}
