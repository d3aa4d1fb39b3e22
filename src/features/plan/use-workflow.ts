import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { ago } from "../../lib/ago.ts";
import { problemList } from "./problem-list.ts";
import { backTo, inForce } from "./save-workflow.ts";
import { compileFor, findSource, type NamedSource, type WorkflowParts } from "./workflow-parts.ts";

const MAX_LISTED = 20;
const MAX_OFFERED = 3;

/** Follows a shipped workflow, or a version of the project's own, from now on. */
export async function useWorkflow(parts: WorkflowParts, turn: Turn, words: string): Promise<Outcome> {
  const found = await findSource(parts, turn, words);
  const { workflow_version: _version, ...rest } = turn.project;
  const same = turn.project.workflow === found.name && turn.project.workflow_version === found.version;
  if (same)
    return { blocks: [{ type: "text", text: `This film follows ${nameOf(found, turn.workflow)} already.` }] };
  const compiled = compileFor(turn, found.source, found.version);
  if (!compiled.ok) return problemList(compiled.problems, `I cannot go to ${found.label}.`);
  const { definition } = compiled;
  const project = {
    ...rest,
    workflow: found.name,
    ...(found.version === undefined ? {} : { workflow_version: found.version }),
  };
  const said = `This film follows ${nameOf(found, definition)} from now on.`;
  return {
    project,
    blocks: [
      { type: "text", text: [said, ...inForce(turn, definition, project)].join(" ") },
      { type: "offers", offers: [backTo(turn.project, turn.workflow.title)] },
    ],
  };
}

/** The versions of the project's own workflow, newest first, with who wrote them and when. */
export async function workflowVersions(parts: WorkflowParts, turn: Turn): Promise<Outcome> {
  const { project } = turn;
  const versions = await parts.workflows.list(project.id, MAX_LISTED + 1);
  if (versions.length === 0) return { blocks: [{ type: "text", text: none(turn.workflow.title) }] };
  const now = parts.clock.now();
  const items = versions.slice(0, MAX_LISTED).map(({ version, name, by, by_name, at, note }) => {
    const current = version === project.workflow_version ? " (in force)" : "";
    return `Version ${version}: ${name}, by ${by_name ?? by}, ${ago(new Date(at), now)}${note ? `, ${note}` : ""}${current}`;
  });
  if (versions.length > MAX_LISTED) items.push("and older ones: /workflow use and the number");
  const others = versions.filter(({ version }) => version !== project.workflow_version).slice(0, MAX_OFFERED);
  const offers = others.map(({ version, name }) =>
    backTo({ ...project, workflow: name, workflow_version: version }),
  );
  return {
    blocks: [
      { type: "list", title: "Versions of this film's workflow", items },
      ...(offers.length > 0 ? [{ type: "offers" as const, offers }] : []),
    ],
  };
}

/** "the steps of **Short film**", "version 2, **Our way**". */
const nameOf = ({ version }: NamedSource, { title }: { readonly title: string }): string =>
  version === undefined ? `the steps of **${title}**` : `version ${version}, **${title}**,`;

const none = (title: string): string =>
  `This film follows the steps of **${title}** and has no workflow of its own. Type /workflow edit to make one.`;
