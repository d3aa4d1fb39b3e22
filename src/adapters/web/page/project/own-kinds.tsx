import type { ReactNode } from "react";
import type { Schema } from "../api/wire.ts";
import { counted } from "../text/format.ts";
import css from "./own-list.module.css";
import { OwnList } from "./own-list.tsx";

interface Props {
  readonly schema: Schema | undefined;
  readonly counts: Readonly<Record<string, number>> | undefined;
  readonly onAdd: () => void;
}

/** The kinds of entries that this film has beside the trade's. */
export function OwnKinds({ schema, counts, onAdd }: Props): ReactNode {
  const kinds = schema?.kinds ?? [];
  return (
    <OwnList
      title="Its own kinds"
      none="None yet. Vehicles, animals, songs: what this film tells apart."
      add="Add a kind"
      empty={kinds.length === 0}
      onAdd={onAdd}
    >
      {kinds.map(({ name, label, plural }) => {
        const fields = schema?.fields.filter(({ kind }) => kind === name).length ?? 0;
        const count = counts?.[name] ?? 0;
        return (
          <li key={name} className={css.item}>
            <span className={css.name}>{plural}</span>
            <span className={css.about}>
              {count === 1 ? `1 ${label}` : count === 0 ? "none yet" : `${count} ${plural}`}
              {fields > 0 && `, ${counted(fields, "field")}`}
            </span>
          </li>
        );
      })}
    </OwnList>
  );
}
