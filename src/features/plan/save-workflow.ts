import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import type { Project } from "../../domain/project.ts";
import type { WorkflowDefinition } from "../../domain/workflow/definition.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";
import { wordList } from "../../lib/word-list.ts";
import { sentence } from "./plan-words.ts";
import { problemList } from "./problem-list.ts";
import { fitsForm, workflowForm } from "./show-workflow.ts";
import { compileFor, currentSource, type WorkflowParts } from "./workflow-parts.ts";

/** Steps that are named; how many more there are is counted. */
const MAX_NAMED = 6;

/**
 * Makes a text the project's workflow, as its next version. `expected`: the version it was changed from, 0 for a shipped
 * one; when somebody saved another one since, nothing is written.
 */
export async function saveWorkflow(
  parts: WorkflowParts,
  turn: Turn,
  source: string,
  expected?: number,
): Promise<Outcome> {
  const [now, [newest]] = await Promise.all([
    currentSource(parts, turn),
    parts.workflows.list(turn.project.id, 1),
  ]);
  const base = turn.project.workflow_version ?? 0;
  if (expected !== undefined && expected !== base) throw changedMeanwhile(expected, base);
  const version = (newest?.version ?? 0) + 1;
  const compiled = compileFor(turn, source, version);
  if (!compiled.ok) {
    // Nobody types it again for a slip: what they wrote comes back to be put right.
    const again = fitsForm(turn, source) ? [workflowForm(source, base)] : [];
    return problemList(compiled.problems, "The workflow is not saved.", again);
  }
  if (source.trim() === now.source.trim())
    return { blocks: [{ type: "text", text: "That is how the workflow is already; nothing was changed." }] };
  const { definition } = compiled;
  const project = { ...turn.project, workflow: definition.name, workflow_version: version };
  const said = `Version ${version} of the workflow is in force: **${definition.title}**.`;
  return {
    project,
    definition: { version, name: definition.name, source },
    blocks: [
      { type: "text", text: [said, ...inForce(turn, definition, project)].join(" ") },
      { type: "offers", offers: [seeDifference(base, version), backTo(turn.project, turn.workflow.title)] },
    ],
  };
}

function changedMeanwhile(expected: number, now: number): UserError {
  const what = now === 0 ? "took the project back to a shipped workflow" : `made version ${now} the workflow`;
  return new UserError(
    "conflict",
    `Somebody ${what} while you changed ${expected === 0 ? "the shipped one" : `version ${expected}`}.`,
    "Type /workflow edit to start from what it is now; your text is still in the form you sent.",
  );
}

/** Which steps of this film came and went, whose marks are now of no step, and where the film stands. */
export function inForce(turn: Turn, definition: WorkflowDefinition, project: Project): string[] {
  const names = new Map(turn.workflow.steps.map(({ id, name }) => [id, name]));
  const ids = new Set(definition.steps.map(({ id }) => id));
  const view = evaluateWorkflow({ ...turn, workflow: definition, project });
  const before = evaluateWorkflow(turn).steps;
  const added = view.steps.filter(({ id }) => !names.has(id));
  const removed = before.filter(({ id }) => !ids.has(id));
  const lost = Object.keys(project.step_marks).filter((id) => !ids.has(id));
  return [
    ...(added.length > 0 ? [`New: ${some(added.map(({ name }) => name))}.`] : []),
    ...(removed.length > 0 ? [`Left out: ${some(removed.map(({ name }) => name))}.`] : []),
    ...(lost.length > 0
      ? [`What was said of ${some(lost.map((id) => names.get(id) ?? id))} is kept for when it comes back.`]
      : []),
    sentence(view),
  ];
}

const some = (names: readonly string[]): string =>
  wordList(
    names.length > MAX_NAMED
      ? [...names.slice(0, MAX_NAMED - 1), `${names.length - MAX_NAMED + 1} more`]
      : names,
  );

const seeDifference = (from: number, to: number): Offer => ({
  label: "See what changed",
  description: "The workflow before and now, step by step",
  category: "alternative",
  action: {
    type: "command",
    command: "workflow",
    options: { action: "diff", ...(from === 0 ? {} : { step: String(from), reason: String(to) }) },
  },
});

/** The way back to what the project followed. `title`: what people call a shipped one. */
export const backTo = ({ workflow, workflow_version: version }: Project, title = workflow): Offer => {
  const what = version === undefined ? title : `version ${version}`;
  return {
    label: `Back to ${what}`.slice(0, 80),
    description: "Makes the workflow what it was before; nothing that was written is lost",
    category: "manual",
    action: {
      type: "command",
      command: "workflow",
      options: { action: "use", step: version === undefined ? workflow : String(version) },
    },
  };
};
