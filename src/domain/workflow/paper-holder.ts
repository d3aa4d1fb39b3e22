import type { DocumentKind } from "../project.ts";
import type { Film } from "./film.ts";
import { type Standing, survey } from "./survey.ts";

/** The step that a paper waits for: all that want it are locked or blocked. None for a paper that the film has, or that no step wants. */
export function paperHolder(film: Film, document: DocumentKind): Standing | undefined {
  if (film.project.documents[document]) return undefined;
  const wanting = [...survey(film).values()].filter(({ step }) =>
    step.needs.some((need) => need.type === "document" && need.document === document),
  );
  return wanting.every(({ state }) => state === "locked" || state === "blocked") ? wanting[0] : undefined;
}
