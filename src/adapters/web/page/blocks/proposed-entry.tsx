import type { ReactNode } from "react";
import { useTalkTools } from "../state/talk-context.ts";
import { fieldText } from "../text/format.ts";
import { FieldChange } from "./field-change.tsx";
import { KindMark } from "./kind-mark.tsx";
import css from "./proposal-block.module.css";
import type { ProposedEntryLines, ProposedLine } from "./proposed-lines.ts";

const DEEDS = {
  created: "new",
  updated: "change",
  merged: "merge",
  removed: "remove",
  restored: "bring back",
} as const satisfies Record<ProposedLine["action"], string>;

/** "new character", "remove prop": what a proposal would do with an entry. */
export const deedOf = (action: ProposedLine["action"], kind: string): string =>
  `${DEEDS[action]} ${kind.replaceAll("_", " ")}`;

/** What a proposal says of one entry. Every part keeps its own state. */
export function ProposedEntry({ entry }: { readonly entry: ProposedEntryLines }): ReactNode {
  const { labelOf } = useTalkTools();
  const { kind, name, action, lines } = entry;
  const fields = lines.filter(({ field }) => field !== undefined);
  const whole = lines.filter(({ field }) => field === undefined);
  const settled = lines.every(({ state }) => state !== "open") ? lines[0]?.state : undefined;
  const values = Object.fromEntries(lines.map(({ field, after }) => [field ?? "", after]));
  return (
    <li className={css.line} data-state={settled}>
      <KindMark kind={kind} fields={{ heading: name, ...values }} />
      <div className={css.body}>
        <span className="label">
          {deedOf(action, kind)}
          {settled !== undefined && <span className={css.settled}> {settled}</span>}
        </span>
        <p className={css.name} data-kind={kind}>
          {name}
        </p>
        {whole.map(({ id, after }) => after !== undefined && <p key={id}>{fieldText(after)}</p>)}
        {fields.length > 0 && (
          <dl className={css.fields}>
            {fields.map(({ id, field = "", before, after, state }) => (
              <FieldChange
                key={id}
                label={labelOf(field, kind)}
                before={fieldText(before)}
                after={fieldText(after)}
                settled={settled === undefined && state !== "open" ? state : undefined}
              />
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}
