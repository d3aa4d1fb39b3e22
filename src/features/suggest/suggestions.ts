import type { Asking, Suggestion } from "../../chat/completion.ts";
import { firstUpper, kindLabel, pluralOf } from "../../domain/bible/kind-words.ts";
import { ENTRY_KINDS, type EntryKind } from "../../domain/bible/kinds.ts";
import type { Operation } from "../../domain/operation.ts";
import { type Branch, DOCUMENT_KINDS, type Project, schemaOf } from "../../domain/project.ts";
import type { WorkflowDefinition } from "../../domain/workflow/definition.ts";
import { ago } from "../../lib/ago.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { matchLetters } from "../../lib/match-letters.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { OperationStore } from "../../ports/operation-store.ts";
import type { ProjectStore } from "../../ports/project-store.ts";
import type { SessionStore } from "../../ports/session-store.ts";

/** As many as a platform shows at once. */
export const MAX_SUGGESTED = 25;
/** Read to be matched: the newest. */
const MAX_READ = 100;
const MAX_BRIEF = 40;
/** What is sent is never cut: a longer name goes by its id. */
const MAX_VALUE = 100;

export interface SuggestParts {
  readonly bible: Pick<BibleStore, "startingWith">;
  readonly projects: Pick<ProjectStore, "list">;
  readonly sessions: Pick<SessionStore, "list">;
  readonly operations: Pick<OperationStore, "list">;
  readonly workflowOf: (project: Project) => WorkflowDefinition | Promise<WorkflowDefinition>;
  readonly clock: Clock;
}

/** What people may mean by the letters they have typed: of this project, or of its workspace, alone. One bounded read each. */
export interface Suggestions {
  /** Of one kind, or of all. */
  entries(asking: Asking, kind?: EntryKind): Promise<Suggestion[]>;
  /** The film's own kinds, too. */
  kinds(asking: Asking): Suggestion[];
  steps(asking: Asking): Promise<Suggestion[]>;
  /** What a roll-back put aside. */
  branches(asking: Asking): Promise<Suggestion[]>;
  documents(asking: Asking): Suggestion[];
  /** The newest first. */
  operations(asking: Asking): Promise<Suggestion[]>;
  projects(asking: Asking): Promise<Suggestion[]>;
  /** Those of this project, latest talk first. */
  sessions(asking: Asking): Promise<Suggestion[]>;
  /** Words that stand for themselves. */
  words(asking: Pick<Asking, "typed">, words: readonly string[]): Suggestion[];
}

export const createSuggestions = (parts: SuggestParts): Suggestions => ({
  ...fromFilm(parts),
  ...fromLists(parts),
  documents: ({ typed }) =>
    among(
      typed,
      DOCUMENT_KINDS.map((kind) => ({ label: firstUpper(kind), value: kind })),
    ),
  words: ({ typed }, words) =>
    among(
      typed,
      words.map((word) => ({ label: word, value: word })),
    ),
});

/** From the bible and the workflow. */
function fromFilm({
  bible,
  workflowOf,
  clock,
}: SuggestParts): Pick<Suggestions, "entries" | "kinds" | "steps" | "branches"> {
  return {
    entries: async ({ typed, project }, kind) => {
      const filter = { letters: typed, ...(kind === undefined ? {} : { kind }) };
      const entries = await bible.startingWith(project.id, filter, MAX_SUGGESTED);
      const moreOf = (each: EntryKind) => (kind === undefined ? kindLabel(each, schemaOf(project)) : "");
      return byName(entries.map((entry) => ({ ...entry, more: moreOf(entry.kind) })));
    },
    kinds: ({ typed, project }) => {
      const own = schemaOf(project);
      const kinds = [...ENTRY_KINDS, ...own.kinds.map(({ name }) => name)];
      return among(
        typed,
        kinds.map((kind) => ({ label: firstUpper(pluralOf(kind, own)), value: kind })),
      );
    },
    steps: async ({ typed, project }) => {
      const { steps } = await workflowOf(project);
      return among(
        typed,
        steps.map(({ id, name }) => ({ label: name, value: id })),
      );
    },
    branches: async ({ typed, project }) => {
      const { steps } = await workflowOf(project);
      const nameOf = (id: string) => steps.find((step) => step.id === id)?.name ?? id;
      const label = ({ to, at }: Branch) =>
        `What came after ${nameOf(to)}, ${ago(new Date(at), clock.now())}`;
      return among(
        typed,
        (project.branches ?? []).toReversed().map((branch) => ({ label: label(branch), value: branch.id })),
      );
    },
  };
}

/** From lists that are read as far as people look back, and matched here. */
function fromLists(parts: SuggestParts): Pick<Suggestions, "operations" | "projects" | "sessions"> {
  const agoOf = (at: string) => ago(new Date(at), parts.clock.now());
  const operationLine = ({ id, type, status, brief, progress, started_at }: Operation) =>
    [`${progress.total} ${type}`, status, agoOf(started_at), ellipsis(brief, MAX_BRIEF), id]
      .filter(Boolean)
      .join(" · ");
  return {
    operations: async ({ typed, project }) => {
      const operations = await parts.operations.list(project.id, MAX_READ);
      return among(
        typed,
        operations.map((operation) => ({ label: operationLine(operation), value: operation.id })),
      );
    },
    projects: async ({ typed, workspace_id }) => {
      const projects = await parts.projects.list(workspace_id, MAX_READ);
      const named = projects.map(({ id, title, created_at }) => ({
        id,
        name: title,
        more: agoOf(created_at),
      }));
      return byName(matchLetters(typed, named, ({ name }) => name));
    },
    sessions: async ({ typed, workspace_id, project: { id: project_id } }) => {
      const sessions = await parts.sessions.list({ workspace_id, project_id }, MAX_READ);
      const named = sessions.map(({ id, title, last_message_at, created_at }) => ({
        id,
        name: title,
        more: agoOf(last_message_at ?? created_at),
      }));
      return byName(matchLetters(typed, named, ({ name }) => name));
    },
  };
}

/** By what they are called, and by what a command calls them. */
const among = (typed: string, all: readonly Suggestion[]): Suggestion[] =>
  matchLetters(typed, all, ({ label, value }) => `${label} ${value}`).slice(0, MAX_SUGGESTED);

/** Things go by their names; by their ids where several have the same one, and then say more of themselves. */
function byName(found: readonly { id: string; name: string; more: string }[]): Suggestion[] {
  const shown = found.slice(0, MAX_SUGGESTED);
  return shown.map(({ id, name, more }) => {
    const alone = shown.every((other) => other.id === id || other.name !== name);
    const label = more === "" ? name : `${name} · ${more}`;
    return { label, value: alone && name.length <= MAX_VALUE ? name : id };
  });
}
