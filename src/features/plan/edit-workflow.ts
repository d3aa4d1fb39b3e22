import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { requireRole } from "../../domain/role.ts";
import { compareWorkflows } from "./compare-workflows.ts";
import { problemList } from "./problem-list.ts";
import { saveWorkflow } from "./save-workflow.ts";
import { sentDefinition } from "./sent-definition.ts";
import { showWorkflow } from "./show-workflow.ts";
import { useWorkflow, workflowVersions } from "./use-workflow.ts";
import { compileFor, currentSource, type WorkflowParts } from "./workflow-parts.ts";

/** A team's own workflow: written in YAML, checked before it counts, kept in versions. Changes take a producer. */
export interface WorkflowEditing {
  /** The text to change, as a form or a file; with a file or a text sent beside the command, that is saved. */
  show(turn: Turn): Promise<Outcome>;
  /** Makes a text the next version and the workflow of the project. What is wrong comes back by its lines, and nothing is written. */
  save(turn: Turn, source: string, expectedVersion?: number): Promise<Outcome>;
  /** Says whether a text would do; without one, what was sent beside the command, else the workflow as it is. */
  validate(turn: Turn, source?: string): Promise<Outcome>;
  /** How two workflows differ: versions ("2") or shipped ones ("film"). */
  diff(turn: Turn, a?: string, b?: string): Promise<Outcome>;
  /** Follows a shipped workflow ("film") or an earlier version ("2") from now on. */
  use(turn: Turn, what: string): Promise<Outcome>;
  versions(turn: Turn): Promise<Outcome>;
}

export function createWorkflowEditing(parts: WorkflowParts): WorkflowEditing {
  const mayEdit = (turn: Turn) => requireRole(turn.person.role, "producer", "change the workflow");
  return {
    show: async (turn) => {
      mayEdit(turn);
      const sent = await sentDefinition(parts.blobs, turn);
      if (sent !== undefined) return saveWorkflow(parts, turn, sent);
      const current = await currentSource(parts, turn);
      return { blocks: await showWorkflow(parts.blobs, turn, current, current.version ?? 0) };
    },
    save: async (turn, source, expectedVersion) => {
      mayEdit(turn);
      return saveWorkflow(parts, turn, source, expectedVersion);
    },
    validate: async (turn, source = "") => validate(parts, turn, source),
    diff: (turn, a, b) => compareWorkflows(parts, turn, a, b),
    use: async (turn, what) => {
      mayEdit(turn);
      return useWorkflow(parts, turn, what);
    },
    versions: (turn) => workflowVersions(parts, turn),
  };
}

async function validate(parts: WorkflowParts, turn: Turn, given: string): Promise<Outcome> {
  const sent = given.trim() === "" ? await sentDefinition(parts.blobs, turn) : given;
  const source = sent ?? (await currentSource(parts, turn)).source;
  const compiled = compileFor(turn, source);
  if (!compiled.ok) return problemList(compiled.problems, "This workflow cannot be used.");
  const { title, steps, gates } = compiled.definition;
  const what = `**${title}** is right: ${count(steps.length, "step")}, ${count(gates.length, "gate")}.`;
  const next = sent === undefined ? "" : " Nothing was changed; /workflow edit with the same text saves it.";
  return { blocks: [{ type: "text", text: `${what}${next}` }] };
}

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
