import { type Counts, NO_COUNTS } from "../../../../src/domain/bible/kinds.ts";
import { addTallies, NO_TALLIES, type Tallies, talliesOf } from "../../../../src/domain/bible/tallies.ts";
import type { Branch, DocumentKind, FilmFormat, Project, StepMark } from "../../../../src/domain/project.ts";
import type { WorkflowDefinition } from "../../../../src/domain/workflow/definition.ts";
import type { Film } from "../../../../src/domain/workflow/film.ts";
import { AT, entry } from "../bible/bible-maker.ts";
import { KINDS, type Kind } from "./any-workflow.ts";

/** What an entry may be like, as far as needs and guards can tell. */
export interface Profile {
  readonly kind: Kind;
  readonly confirmed: boolean;
  readonly lead: boolean;
  readonly facts: number;
  readonly evidenced: number;
  readonly tallies: Tallies;
}

const evidence = { quote: "q", message_id: "m", start: 0, end: 1 };
const profile = (kind: Kind, confirmed: boolean, lead: boolean): Profile => {
  const made = entry(kind, "X", lead ? { role: "lead" } : {}, { status: confirmed ? "confirmed" : "draft" });
  const proven =
    lead && made.facts.name ? { ...made.facts, name: { ...made.facts.name, evidence } } : made.facts;
  return {
    kind,
    confirmed,
    lead,
    facts: lead ? 2 : 1,
    evidenced: lead ? 1 : 0,
    tallies: talliesOf({ ...made, facts: proven }),
  };
};

export const PROFILES: readonly Profile[] = [
  ...KINDS.flatMap((kind) => [profile(kind, false, false), profile(kind, true, false)]),
  profile("character", false, true),
  profile("character", true, true),
];

/** How many entries there are of each profile. */
export type Stock = readonly number[];
export const NO_STOCK: Stock = PROFILES.map(() => 0);

/** What a test keeps beside the film by itself: all that a person put into it. */
export interface Aside {
  readonly marks: Readonly<Record<string, StepMark>>;
  readonly texts: Readonly<Partial<Record<DocumentKind, string>>>;
  readonly stock: Stock;
}

export interface World {
  readonly workflow: WorkflowDefinition;
  readonly project: Project;
  readonly stock: Stock;
  /** By branch. */
  readonly aside: ReadonlyMap<string, Aside>;
}

export const newWorld = (workflow: WorkflowDefinition, format: FilmFormat): World => ({
  workflow,
  project: frozen({
    id: "prj_1",
    workspace_id: "wsp_1",
    title: "Night Shift",
    workflow: workflow.name,
    workflow_version: 1,
    format,
    documents: {},
    step_marks: {},
    created_by: "ana",
    created_at: AT,
    version: 1,
  }),
  stock: NO_STOCK,
  aside: new Map(),
});

/** As the stores would count it. */
export function filmOf({ workflow, project, stock }: World): Film {
  const counts: Record<string, number> = { ...NO_COUNTS };
  let tallies: Tallies = NO_TALLIES;
  for (const [at, { kind, tallies: each }] of PROFILES.entries()) {
    counts[kind] = (counts[kind] ?? 0) + (stock[at] ?? 0);
    for (let number = 0; number < (stock[at] ?? 0); number += 1) tallies = addTallies(tallies, each);
  }
  return { workflow, project, counts: counts as Counts, tallies };
}

/** Nothing may write to what it was given. */
export function frozen(project: Project): Project {
  for (const part of [project.documents, project.step_marks, project.branches ?? []]) Object.freeze(part);
  return Object.freeze(project);
}

export const branchesOf = ({ project }: World): readonly Branch[] => project.branches ?? [];
