import type { ChoiceAction } from "../choice.ts";

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
const READS: ReadonlySet<unknown> = new Set(["list", "cancel", "retry"]);

/**
 * Whether an action changes the course of the film, so that the project may say who takes it: what moves the workflow,
 * and bulk work. A form's own values come with the action that it fills in.
 */
export function decides(action: ChoiceAction): boolean {
  if (action.type === "prompt") return false;
  const { command, options } = action;
  if (command === "workflow") return COURSE.has(options.action);
  return command === "bulk" && !READS.has(options.action) && !READS.has(options.kind);
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
