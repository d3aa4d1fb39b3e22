import { undoOffer } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { refused } from "../../chat/refused.ts";
import type { Turn } from "../../chat/turn.ts";
import { countWords as countKind } from "../../domain/bible/describe.ts";
import { focusAfter } from "../../domain/bible/focus.ts";
import { schemaOf } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { filmAfter } from "../../domain/workflow/film.ts";
import { countWords } from "../../domain/workflow/needs.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";
import { fingerprint } from "../../lib/fingerprint.ts";
import { wordList } from "../../lib/word-list.ts";
import { asideLabel, asideWords, branchOffers, markWords, nameOfStep } from "./aside-words.ts";
import { type PlannedRollback, planRollback } from "./plan-rollback.ts";
import { sentence } from "./plan-words.ts";
import type { RollbackParts } from "./rollback-parts.ts";
import { stepsBack } from "./rollback-refusals.ts";

const NAMES = 5;
const MOVED_ON = "The project has moved on since that was offered, so nothing was done.";

export interface RollbackWords {
  /** Empty: asks which. */
  readonly step: string;
  readonly reason: string;
  /** What the button of a preview carries. Empty: nothing is done but shown. */
  readonly confirm: string;
}

/** Shows what going back to a step would put aside; with a confirmation of that very preview, goes back. */
export async function goBack(parts: RollbackParts, turn: Turn, words: RollbackWords): Promise<Outcome> {
  requireRole(turn.person.role, "producer", "go back to an earlier step");
  if (words.step.trim() === "") return whereTo(turn);
  const planned = await planRollback(parts, turn, words.step, words.reason);
  const late = words.confirm !== "" && !(planned.ok && words.confirm === sealOf(turn, planned));
  if (!planned.ok) return refused(late ? { ...planned, reason: `${MOVED_ON} ${planned.reason}` } : planned);
  return words.confirm === "" || late ? preview(turn, planned, late) : carryOut(turn, planned);
}

function whereTo(turn: Turn): Outcome {
  const ids = turn.workflow.steps.map(({ id }) => id);
  const offers = stepsBack(turn, ids).toReversed();
  if (offers.length === 0)
    return {
      blocks: [
        {
          type: "text",
          text: "Nothing was made after any step yet, so there is nowhere to go back to. Type /workflow to see where the film stands.",
        },
      ],
    };
  return { blocks: [{ type: "offers", prompt: "Back to which step?", offers: offers.slice(0, 10) }] };
}

function preview(turn: Turn, planned: PlannedRollback, late: boolean): Outcome {
  const { branch } = planned;
  const own = schemaOf(turn.project);
  const name = nameOfStep(branch.to, turn.workflow);
  const head = `Going back to **${name}** puts aside what was made after it. It is kept as a branch, which can be compared and brought back. Nothing is done yet.`;
  return {
    blocks: [
      { type: "text", text: late ? `${MOVED_ON} As it stands now: ${head}` : head },
      { type: "list", title: "Put aside", items: itemsOf(turn, planned) },
      {
        type: "offers",
        offers: [
          {
            label: asideLabel(branch, own),
            description: `Goes back to ${name}; Undo takes it back`,
            category: "recommended",
            action: {
              type: "command",
              command: "workflow",
              options: {
                action: "rollback",
                step: branch.to,
                reason: branch.reason ?? "",
                confirm: sealOf(turn, planned),
              },
            },
          },
          {
            label: "Leave it as it is",
            description: "Nothing is put aside",
            category: "alternative",
            action: { type: "prompt", text: "Everything stays as it is." },
          },
        ],
      },
    ],
  };
}

function carryOut(turn: Turn, { project, branch, changes }: PlannedRollback): Outcome {
  const own = schemaOf(turn.project);
  const name = nameOfStep(branch.to, turn.workflow);
  const view = evaluateWorkflow({ ...filmAfter(turn, changes), project });
  return {
    project,
    changes,
    put_aside: true,
    blocks: [
      {
        type: "text",
        text: `Back at **${name}**. Put aside, as a branch: ${asideWords(branch, own)}. ${sentence(view)}`,
      },
      {
        type: "offers",
        prompt: "What next?",
        offers: [...view.next, ...branchOffers(branch, turn.workflow), undoOffer(turn.id)],
      },
    ],
    memory: { focus: focusAfter(turn.session.memory.focus, changes, []) },
  };
}

/** "12 scenes: INT. DINER - NIGHT, … and 7 more", "The treatment (840 words)", "Breakdown, marked done by Ada". */
function itemsOf(turn: Turn, { branch, changes }: PlannedRollback): string[] {
  const own = schemaOf(turn.project);
  const removed = changes.filter(({ action }) => action === "removed");
  const kept = changes.filter(({ action }) => action !== "removed");
  const named = (some: typeof changes) =>
    wordList(
      some.map((change) => change.name),
      NAMES,
    );
  return [
    ...[...Map.groupBy(removed, ({ kind }) => kind)].map(
      ([kind, some]) => `${countKind(some.length, kind, own)}: ${named(some)}`,
    ),
    ...branch.documents.map(
      (document) => `The ${document} (${countWords(turn.project.documents[document] ?? "")} words)`,
    ),
    ...Object.entries(branch.marks).map(([step, mark]) => markWords(step, mark, turn.workflow)),
    ...(kept.length > 0 ? [`What ${named(kept)} ${kept.length === 1 ? "says" : "say"} of them`] : []),
  ];
}

/** Tells one preview from another: what is shown, and for which state of the project. */
const sealOf = ({ project }: Turn, { branch }: PlannedRollback): string =>
  fingerprint(JSON.stringify([project.id, project.version, branch.to, branch.entries]));
