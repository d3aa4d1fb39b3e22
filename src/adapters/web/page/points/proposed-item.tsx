import { ActionIcon } from "@mantine/core";
import { Check, Pencil, X } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { deedOf } from "../blocks/proposed-entry.tsx";
import { useTalkTools } from "../state/talk-context.ts";
import { fieldText } from "../text/format.ts";
import type { FlatItem } from "./flat-item.ts";
import { telling } from "./point-words.ts";
import css from "./points.module.css";
import { ProposedEdit } from "./proposed-edit.tsx";
import { QuoteLine } from "./quote-line.tsx";
import type { Answering } from "./use-answer.ts";

interface Props {
  readonly item: FlatItem;
  /** Undefined where there is nothing to choose between. */
  readonly marked: boolean | undefined;
  readonly onMark: (on: boolean) => void;
  readonly message_id: string | undefined;
  readonly answering: Answering;
}

/** One part: a box to choose it, what it would write over what, the words that say so, and a way to change it first. */
export function ProposedItem({ item, marked, onMark, message_id, answering }: Props): ReactNode {
  const { labelOf } = useTalkTools();
  const [editing, setEditing] = useState(false);
  const boxId = useId();
  const { kind, name, field, before, after, state, action } = item;
  const label = field === undefined ? deedOf(action, kind) : labelOf(field, kind);
  const [was, becomes] = [fieldText(before), fieldText(after)];
  const quote = telling(item.quote, field === undefined ? name : becomes);
  return (
    <div className={css.item} data-state={state} data-single={marked === undefined || undefined}>
      {marked !== undefined && state === "open" && (
        <input
          id={boxId}
          type="checkbox"
          className={css.box}
          checked={marked}
          aria-label={`${name}, ${label}: ${[was, becomes].filter(Boolean).join(" becomes ")}`}
          onChange={({ currentTarget }) => onMark(currentTarget.checked)}
        />
      )}
      {state !== "open" && <Settled state={state} />}
      <div className={css.itemBody}>
        <label className={css.itemText} htmlFor={boxId}>
          <span className="label" id={`${boxId}-label`}>
            {label}
            {state !== "open" && ` · ${state}`}
          </span>
          {(was !== "" || becomes !== "") && (
            <span className={css.values}>
              {was !== "" && <del>{was}</del>}
              {was !== "" && becomes !== "" && <span aria-hidden="true"> → </span>}
              {becomes !== "" && <ins>{becomes}</ins>}
            </span>
          )}
        </label>
        {quote !== undefined && !editing && <QuoteLine quote={quote} message_id={message_id} />}
        {editing && item.input !== undefined && (
          <ProposedEdit
            item={item}
            labelledBy={`${boxId}-label`}
            answering={answering}
            onClose={() => setEditing(false)}
          />
        )}
      </div>
      {item.input !== undefined && !editing && (
        <ActionIcon
          size="sm"
          aria-label={`Edit before accepting: ${name}, ${label}`}
          onClick={() => setEditing(true)}
        >
          <Pencil size={13} />
        </ActionIcon>
      )}
    </div>
  );
}

function Settled({ state }: { readonly state: FlatItem["state"] }): ReactNode {
  const Icon = state === "accepted" ? Check : X;
  return (
    <span className={css.box}>
      <Icon size={14} aria-hidden="true" />
    </span>
  );
}
