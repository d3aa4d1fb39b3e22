import { countWords } from "../../domain/bible/describe.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { Offer } from "../../domain/choice.ts";
import type { Branch, StepMark } from "../../domain/project.ts";
import type { WorkflowDefinition } from "../../domain/workflow/definition.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";

const LABEL_CHARS = 80;
const STEP_CHARS = 40;
const DONE: Readonly<Record<StepMark["state"], string>> = {
  completed: "marked done",
  skipped: "skipped",
  opened: "opened before its time",
};

/** "12 scenes, 3 props and the treatment"; of marks alone "what was said of 2 steps". */
export function asideWords({ entries, documents, marks }: Aside, own: ProjectSchema): string {
  const counts = Object.entries(entries).filter(([, count]) => count > 0);
  const things = [
    ...counts.map(([kind, count]) => countWords(count, kind as EntryKind, own)),
    ...documents.map((document) => `the ${document}`),
  ];
  if (things.length > 0) return wordList(things);
  const said = Object.keys(marks).length;
  return `what was said of ${said === 1 ? "1 step" : `${said} steps`}`;
}

type Aside = Pick<Branch, "entries" | "documents" | "marks">;

/** "Put aside 12 scenes and the treatment", as long as a button may be. */
export function asideLabel(aside: Aside, own: ProjectSchema): string {
  const whole = `Put aside ${asideWords(aside, own)}`;
  if (whole.length <= LABEL_CHARS) return whole;
  const total = Object.values(aside.entries).reduce((sum, count) => sum + count, 0);
  const papers = aside.documents.length;
  const parts = [
    ...(total > 0 ? [`${total} ${total === 1 ? "entry" : "entries"}`] : []),
    ...(papers > 0 ? [`${papers} ${papers === 1 ? "document" : "documents"}`] : []),
  ];
  return `Put aside ${wordList(parts)}`;
}

/** "Breakdown, marked done by Ada: the script came in finished". */
export function markWords(step: string, mark: StepMark, workflow: WorkflowDefinition): string {
  const why = mark.reason ? `: ${mark.reason}` : "";
  return `${nameOfStep(step, workflow)}, ${markState(mark)}${why}`;
}

export const markState = ({ state, by, by_name }: StepMark): string => `${DONE[state]} by ${by_name ?? by}`;

/** A step by its name, or by its id when the workflow has it no longer. */
export const nameOfStep = (id: string, { steps }: WorkflowDefinition): string =>
  steps.find((step) => step.id === id)?.name ?? id;

export function branchOffers(branch: Branch, workflow: WorkflowDefinition): Offer[] {
  const step = ellipsis(nameOfStep(branch.to, workflow), STEP_CHARS);
  return [
    {
      label: `Compare what came after ${step}`,
      description: "What was put aside beside what is there now",
      category: "alternative",
      action: branchAction("compare", branch.id),
    },
    {
      label: `Bring back what came after ${step}`,
      description: "Documents, entries and marks as they were; Undo takes it back",
      category: "alternative",
      action: branchAction("restore", branch.id),
    },
  ];
}

export const branchAction = (action: "compare" | "restore", id: string): Offer["action"] => ({
  type: "command",
  command: "workflow",
  options: { action, step: id },
});
