import { undoOffer } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { authorOfTurn } from "../../chat/turn-author.ts";
import type { Change } from "../../domain/bible/change.ts";
import { focusAfter } from "../../domain/bible/focus.ts";
import { kindLabel } from "../../domain/bible/kind-words.ts";
import { isBuiltIn } from "../../domain/bible/kinds.ts";
import { loadForUndo } from "../../domain/bible/load-undo.ts";
import { bringBack } from "../../domain/bible/put-aside.ts";
import { UserError } from "../../domain/errors.ts";
import { type Branch, type DocumentKind, schemaOf } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { filmAfter } from "../../domain/workflow/film.ts";
import { restoreBranch } from "../../domain/workflow/rollback.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";
import { wordList } from "../../lib/word-list.ts";
import { asideWords, branchAction, nameOfStep } from "./aside-words.ts";
import { findBranch } from "./branch-list.ts";
import { branchTexts } from "./branch-texts.ts";
import { sentence } from "./plan-words.ts";
import type { RollbackParts } from "./rollback-parts.ts";

const MAX_TOLD = 5;

/** Brings back what a roll-back put aside, exactly as it was, or refuses the whole with what stands in the way. */
export async function restoreFrom(parts: RollbackParts, turn: Turn, words: string): Promise<Outcome> {
  requireRole(turn.person.role, "producer", "bring back what was put aside");
  const branch = findBranch(turn, words);
  const [texts, written] = await Promise.all([
    branchTexts(parts.documents, branch),
    parts.bible.changesOfTurn(branch.turn_id),
  ]);
  const open = written.filter(({ undone }) => !undone);
  refuseLostKinds(turn, branch, open);
  const entries = open.length > 0 ? await loadForUndo(parts.bible, turn.project.id, open) : [];
  const back = bringBack(open, entries, authorOfTurn(turn, parts));
  if (!back.ok) return notAsItWas(turn, branch, back.refusals);
  const project = restoreBranch(turn.project, branch, texts);
  const view = evaluateWorkflow({ ...filmAfter(turn, back.changes), project });
  const said = [
    `Brought back what came after **${nameOfStep(branch.to, turn.workflow)}**: ${asideWords(branch, schemaOf(turn.project))}.`,
    replacedWords(turn, texts),
    sentence(view),
  ];
  return {
    project,
    changes: back.changes,
    put_aside: true,
    blocks: [
      { type: "text", text: said.filter((each) => each !== "").join(" ") },
      { type: "offers", prompt: "What next?", offers: [...view.next, undoOffer(turn.id)] },
    ],
    memory: { focus: focusAfter(turn.session.memory.focus, back.changes, entries) },
  };
}

/** What was written in the meantime gives way, and is in the history. */
function replacedWords({ project }: Turn, texts: Partial<Record<DocumentKind, string>>): string {
  const papers = (Object.keys(texts) as DocumentKind[]).filter((document) => {
    const now = project.documents[document];
    return now !== undefined && now !== texts[document];
  });
  const [first] = papers;
  if (first === undefined) return "";
  const names = wordList(papers.map((document) => `the ${document}`));
  return `What ${names} said in the meantime stays in the history: /history ${first}.`;
}

/** Entries cannot live in a project that has given up their kind. */
function refuseLostKinds(turn: Turn, branch: Branch, changes: readonly Change[]): void {
  const own = schemaOf(turn.project);
  const lost = [...new Set(changes.map(({ kind }) => kind))].filter(
    (kind) => !isBuiltIn(kind) && !own.kinds.some(({ name }) => name === kind),
  );
  if (lost.length === 0) return;
  throw new UserError(
    "conflict",
    `I brought nothing back: this project has no ${wordList(
      lost.map((kind) => kindLabel(kind, own)),
      MAX_TOLD,
      "or",
    )} any more, and what came after ${nameOfStep(branch.to, turn.workflow)} has some.`,
    "Make the kind again with /schema, then bring it back.",
  );
}

function notAsItWas(
  turn: Turn,
  branch: Branch,
  refusals: readonly { readonly reason: string; readonly hint: string }[],
): Outcome {
  const name = nameOfStep(branch.to, turn.workflow);
  const reasons = refusals.slice(0, MAX_TOLD).map(({ reason }) => reason);
  const more = refusals.length - reasons.length;
  const message = `I brought nothing back, since what came after ${name} could not come back as it was: ${[...reasons, ...(more > 0 ? [`${more} more like these`] : [])].join("; ")}.`;
  const hint = [...new Set(refusals.map((each) => each.hint))].slice(0, 2).join(" ");
  return {
    refusal: { code: "conflict", message, hint },
    blocks: [
      { type: "text", text: `${message} ${hint}` },
      {
        type: "offers",
        offers: [
          {
            label: "Compare with what is there now",
            description: "Shows both side by side",
            category: "recommended",
            action: branchAction("compare", branch.id),
          },
          {
            label: "Try again",
            description: "Once that is out of the way",
            category: "alternative",
            action: branchAction("restore", branch.id),
          },
        ],
      },
    ],
  };
}
