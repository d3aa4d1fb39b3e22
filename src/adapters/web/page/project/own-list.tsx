import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { type ReactNode, useId } from "react";
import css from "./own-list.module.css";

interface Props {
  readonly title: string;
  readonly none: string;
  readonly add: string;
  readonly empty: boolean;
  readonly onAdd: () => void;
  /** One `li` each. */
  readonly children: ReactNode;
}

/** A headed list of what a film has of its own, and the way to add to it. */
export function OwnList({ title, none, add, empty, onAdd, children }: Props): ReactNode {
  const id = useId();
  return (
    <section className={css.own} aria-labelledby={id}>
      <h3 id={id} className={css.title}>
        {title}
      </h3>
      {empty ? (
        <p className={css.none}>{none}</p>
      ) : (
        <ul className={css.list} aria-labelledby={id}>
          {children}
        </ul>
      )}
      <Button variant="default" size="compact-sm" leftSection={<Plus size={14} />} onClick={onAdd}>
        {add}
      </Button>
    </section>
  );
}
