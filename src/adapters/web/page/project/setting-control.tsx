import { type ReactNode, useId, useState } from "react";
import css from "./setting-control.module.css";

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly ways: readonly { readonly value: T; readonly label: string; readonly about: string }[];
  readonly onChange: (value: T) => Promise<void>;
}

/** A few ways of which one holds. They are buttons and not radios, because each is said in the talk: arrows must not press them. */
export function SettingControl<T extends string>({ label, value, ways, onChange }: Props<T>): ReactNode {
  const id = useId();
  const [pressed, setPressed] = useState<T>();
  const press = async (next: T): Promise<void> => {
    if (pressed !== undefined || next === value) return;
    setPressed(next);
    await onChange(next);
    setPressed(undefined);
  };
  return (
    <section className={css.setting} aria-labelledby={id}>
      <h3 id={id} className={css.label}>
        {label}
      </h3>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be the heading above. */}
      <div className={css.ways} role="group" aria-labelledby={id} aria-busy={pressed !== undefined}>
        {ways.map((way) => (
          <button
            key={way.value}
            type="button"
            className={css.way}
            aria-pressed={way.value === value}
            data-pressed={way.value === pressed || undefined}
            onClick={() => void press(way.value)}
          >
            {way.label}
          </button>
        ))}
      </div>
      <p className={css.about} aria-live="polite">
        {ways.find((way) => way.value === value)?.about}
      </p>
    </section>
  );
}
