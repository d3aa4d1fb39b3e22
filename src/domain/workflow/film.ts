import type { Change } from "../bible/change.ts";
import { countsAfter } from "../bible/count-changes.ts";
import type { Counts } from "../bible/kinds.ts";
import { type Tallies, talliesAfter } from "../bible/tallies.ts";
import type { Project } from "../project.ts";
import type { WorkflowDefinition } from "./definition.ts";

/** All that the workflow knows of a film: its definition, the project, and what the stores count. A turn is one. */
export interface Film {
  readonly workflow: WorkflowDefinition;
  readonly project: Project;
  readonly counts: Counts;
  readonly tallies: Tallies;
  /** Rises with every change of the bible, an undo too, and never returns. */
  readonly revision?: number;
}

/** What the stores count of a project. */
export type Totals = Pick<Film, "counts" | "tallies" | "revision">;

/** The film once the changes are written. */
export const filmAfter = <F extends Film>(film: F, changes: readonly Change[]): F => ({
  ...film,
  counts: countsAfter(film.counts, changes),
  tallies: talliesAfter(film.tallies, changes),
});
