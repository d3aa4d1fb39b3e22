import type { MouseEvent, ReactNode } from "react";
import css from "./skip-links.module.css";

export interface SkipTarget {
  readonly label: string;
  readonly go: () => void;
}

/** The first stops of the Tab key, seen only there. The address is the session's, so these are buttons, not anchors. */
export function SkipLinks({ targets }: { readonly targets: readonly SkipTarget[] }): ReactNode {
  const follow =
    (go: () => void) =>
    (event: MouseEvent): void => {
      event.preventDefault();
      go();
    };
  return (
    <nav className={css.links} aria-label="Skip">
      {targets.map(({ label, go }) => (
        <button key={label} type="button" className={css.link} onClick={follow(go)}>
          {label}
        </button>
      ))}
    </nav>
  );
}
