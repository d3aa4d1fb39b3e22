import type { ReactNode } from "react";
import css from "./examples.module.css";

const EXAMPLES = [
  "Create a character named Sarah, a 28-year-old journalist investigating corruption",
  "Sarah and John are siblings",
  "INT. DINER - NIGHT. Sarah meets John to trade what they know.",
  "/bulk characters 10",
  "Who is Sarah?",
] as const;

/** What an empty talk offers: sentences to try. Pressing one puts it into the composer, to be changed or sent. */
export function Examples({ onPick }: { readonly onPick: (text: string) => void }): ReactNode {
  return (
    <section className={css.empty} aria-labelledby="examples-title">
      <h2 id="examples-title" className={css.title}>
        Nothing said yet
      </h2>
      <p className={css.about}>
        Talk about the film as you would to a script supervisor. Who is in it, where it plays, what happens:
        Backlot writes it into the bible, and shows what it wrote. Try one of these:
      </p>
      <ul className={css.list}>
        {EXAMPLES.map((text) => (
          <li key={text}>
            <button type="button" className={css.example} onClick={() => onPick(text)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
