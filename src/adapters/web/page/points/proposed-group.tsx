import type { ReactNode } from "react";
import { KindMark } from "../blocks/kind-mark.tsx";
import type { FlatItem } from "./flat-item.ts";
import css from "./points.module.css";
import { ProposedItem } from "./proposed-item.tsx";
import type { Answering } from "./use-answer.ts";

interface Props {
  readonly entry: {
    readonly kind: string;
    readonly name: string;
    readonly lines: readonly FlatItem[];
  };
  /** Undefined where there is nothing to choose between. */
  readonly marked: ReadonlySet<string> | undefined;
  readonly onMark: (id: string, on: boolean) => void;
  readonly message_id: string | undefined;
  readonly answering: Answering;
}

/** What a proposal says of one entry, a row a part. */
export function ProposedGroup({ entry, marked, onMark, message_id, answering }: Props): ReactNode {
  const { kind, name, lines } = entry;
  const values = Object.fromEntries(lines.map(({ field, after }) => [field ?? "", after]));
  return (
    <fieldset className={css.group} aria-label={name}>
      <KindMark kind={kind} fields={{ heading: name, ...values }} />
      <div className={css.groupBody}>
        <p className={css.groupName} data-kind={kind}>
          {name}
        </p>
        {lines.map((item) => (
          <ProposedItem
            key={item.id}
            item={item}
            marked={marked?.has(item.id)}
            onMark={(on) => onMark(item.id, on)}
            message_id={message_id}
            answering={answering}
          />
        ))}
      </div>
    </fieldset>
  );
}
