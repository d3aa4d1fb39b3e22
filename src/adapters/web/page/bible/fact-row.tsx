import type { ReactNode } from "react";
import type { Fact } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { fieldText } from "../text/format.ts";
import { useBible } from "./bible-context.ts";
import css from "./fact-row.module.css";
import { SaidWords } from "./said-words.tsx";

interface Props {
  readonly kind: string;
  readonly name: string;
  readonly fact: Fact;
  /** It is said once for the whole entry that nothing of it is confirmed. */
  readonly draft: boolean;
}

/** One fact, with who said so, and what it becomes later in the story. */
export function FactRow({ kind, name, fact, draft }: Props): ReactNode {
  const { labelOf } = useTalkTools();
  const { entryName } = useBible();
  const label = labelOf(name, kind);
  const isOpen = fact.status === "proposed";
  return (
    <div className={css.fact}>
      <dt className="label">
        {label}
        {isOpen && !draft && <span className={css.open}> not confirmed yet</span>}
      </dt>
      <dd className={css.value} data-open={isOpen || undefined}>
        {draft && fact.evidence === undefined ? (
          fieldText(fact.value)
        ) : (
          <SaidWords label={label} words={fieldText(fact.value)} said={fact} />
        )}
      </dd>
      {(fact.later ?? []).map((later) => (
        <dd key={`${later.from_id} ${later.at}`} className={css.later}>
          <SaidWords
            label={`${label}, later`}
            words={`${fieldText(later.value)} from ${entryName(later.from_id) ?? later.from} on`}
            said={later}
          />
        </dd>
      ))}
    </div>
  );
}
