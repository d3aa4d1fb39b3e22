import type { ChoiceAction } from "../choice.ts";
import { type Decisions, decisionsOf, type Project } from "../project.ts";

const COURSE: ReadonlySet<unknown> = new Set([
  "advance",
  "complete",
  "skip",
  "override",
  "rollback",
  "restore",
  "reopen",
  "write",
]);
/** What only a producer may do, whoever else is for it. */
const PRODUCERS: ReadonlySet<unknown> = new Set(["override", "rollback", "restore"]);
const READS: ReadonlySet<unknown> = new Set(["list", "cancel", "retry"]);

/**
 * Whether an action changes the course of the film, so that the project may say who takes it: what moves the workflow,
 * and bulk work. Going back is decided once it is confirmed; before that it only shows what it would do.
 */
export function decides(action: ChoiceAction): boolean {
  if (action.type === "prompt") return false;
  const { command, options } = action;
  if (command === "workflow")
    return COURSE.has(options.action) && (options.action !== "rollback" || Boolean(options.confirm));
  return command === "bulk" && !READS.has(options.action) && !READS.has(options.kind);
}

/** Who takes such an action: votes do not make up for the role that some of them need. */
export function ruleFor(action: ChoiceAction, project: Project): Decisions {
  const rule = decisionsOf(project);
  const producers = action.type === "command" && PRODUCERS.has(action.options.action);
  return rule.by === "vote" && producers ? { by: "producer" } : rule;
}

/** What such an action does, as a button says it: "Skip synopsis". Undefined for one that decides nothing. */
export function decisionLabel(action: ChoiceAction): string | undefined {
  if (action.type === "prompt" || !decides(action)) return undefined;
  const { options } = action;
  if (action.command === "bulk") return cut(`Make ${word(options.count)} ${word(options.kind)}`);
  const verb = VERBS[word(options.action)] ?? word(options.action);
  return cut(`${verb} ${word(options.step).replaceAll("_", " ")}`);
}

const VERBS: Readonly<Record<string, string>> = {
  advance: "Work on",
  complete: "Mark done:",
  skip: "Skip",
  override: "Open anyway:",
  rollback: "Go back to",
  restore: "Bring back",
  reopen: "Reopen",
  write: "Write the",
};

const word = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? `${value}` : "";

const cut = (label: string): string => label.replace(/\s+/g, " ").trim().slice(0, 80);
