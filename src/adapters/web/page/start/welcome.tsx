import type { ReactNode } from "react";
import type { NewSession } from "../api/client.ts";
import { Notices } from "../shell/notices.tsx";
import { SchemeSwitch } from "../shell/scheme-switch.tsx";
import { SlateForm } from "./slate-form.tsx";
import css from "./welcome.module.css";

/** The first visit: nothing to list yet, so the slate is the page. */
export function Welcome({ onStart }: { readonly onStart: (wanted: NewSession) => Promise<void> }): ReactNode {
  return (
    <main className={`scroll ${css.welcome}`}>
      <div className={css.column}>
        <header className={css.head}>
          <h1 className={css.mark}>Backlot</h1>
          <SchemeSwitch />
        </header>
        <p className={css.line}>
          Talk about a film. Backlot keeps its bible, minds its workflow, and shows the line that proves each
          fact.
        </p>
        <SlateForm projects={[]} onStart={onStart} />
        <Notices />
      </div>
    </main>
  );
}
