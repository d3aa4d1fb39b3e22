import type { ReactNode } from "react";
import type { BlockOf } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import css from "./card-block.module.css";
import { FieldChange } from "./field-change.tsx";
import { KindMark } from "./kind-mark.tsx";

export function CardBlock({ block }: { readonly block: BlockOf<"card"> }): ReactNode {
  const { showEntry, labelOf } = useTalkTools();
  const { entry_id, kind, title, subtitle, fields } = block;
  // "character, confirmed" says the kind already.
  const label = kind !== undefined && subtitle?.startsWith(kind) === true ? subtitle : kind;
  const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  return (
    <section className={css.card} aria-label={title}>
      <KindMark kind={kind ?? ""} fields={{ heading: title, ...values }} />
      <div className={css.body}>
        {label !== undefined && <span className="label">{label}</span>}
        {entry_id === undefined || kind === undefined ? (
          <p className={css.title}>{title}</p>
        ) : (
          <button type="button" className={css.title} onClick={() => showEntry(entry_id, kind)}>
            {title}
          </button>
        )}
        {subtitle !== undefined && subtitle !== label && <p className={css.subtitle}>{subtitle}</p>}
        {fields.length > 0 && (
          <dl className={css.fields}>
            {fields.map(({ name, value }) => (
              <FieldChange key={name} label={labelOf(name, kind)} before="" after={value} />
            ))}
          </dl>
        )}
      </div>
    </section>
  );
}
