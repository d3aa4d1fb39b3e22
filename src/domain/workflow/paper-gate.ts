import type { DocumentKind } from "../project.ts";
import type { Film } from "./film.ts";
import { paperHolder } from "./paper-holder.ts";
import type { Verdict } from "./refusal.ts";
import { canAdvanceToStep } from "./transitions.ts";

/** Whether a paper may be written: not before a step that wants it is open. One that the film has may always be written anew. */
export function canWritePaper(film: Film, document: DocumentKind): Verdict {
  const holder = paperHolder(film, document);
  return holder ? canAdvanceToStep(film, holder.step.id) : { ok: true };
}
