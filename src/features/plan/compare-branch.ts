import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import { countWords as countKind, pluralOf } from "../../domain/bible/describe.ts";
import { countOf, type EntryKind } from "../../domain/bible/kinds.ts";
import { type Branch, type DocumentKind, schemaOf } from "../../domain/project.ts";
import { countWords } from "../../domain/workflow/needs.ts";
import { ago } from "../../lib/ago.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import { branchOffers, markState, nameOfStep } from "./aside-words.ts";
import { findBranch } from "./branch-list.ts";
import { branchTexts } from "./branch-texts.ts";
import type { RollbackParts } from "./rollback-parts.ts";

const NAMES = 20;
const CELL_CHARS = 600;
const LINE_CHARS = 120;
const MAX_ROWS = 100;

/** What was put aside beside what is there now: documents, entries by kind, and marks. Two reads, and one a kind. */
export async function compareBranch(parts: RollbackParts, turn: Turn, words: string): Promise<Outcome> {
  const branch = findBranch(turn, words);
  const [texts, changes] = await Promise.all([
    branchTexts(parts.documents, branch),
    parts.bible.changesOfTurn(branch.turn_id),
  ]);
  const removed = changes.filter(({ action, undone }) => action === "removed" && !undone);
  const byKind = [...Map.groupBy(removed, ({ kind }) => kind)];
  const present = await Promise.all(byKind.map(([kind]) => parts.bible.names(turn.project.id, kind, NAMES)));
  const rows = [
    ...branch.documents.flatMap((document) => documentRows(document, texts[document], turn)),
    ...byKind.map(([kind, some], index) => kindRow(turn, kind, some, present[index] ?? [])),
    ...markRows(turn, branch),
  ];
  const [, bringBack] = branchOffers(branch, turn.workflow);
  const who = `Put aside by ${branch.by_name ?? branch.by}, ${ago(new Date(branch.at), parts.clock.now())}`;
  return {
    blocks: [
      {
        type: "table",
        title: `What came after ${nameOfStep(branch.to, turn.workflow)}`,
        columns: ["", "Put aside", "Now"],
        rows: rows.slice(0, MAX_ROWS),
        note: `${who}${branch.reason ? `: ${branch.reason}` : ""}.`,
      },
      { type: "offers", offers: bringBack ? [bringBack] : [] },
    ],
  };
}

/** How long both texts are, and where they first differ. */
function documentRows(document: DocumentKind, then: string | undefined, { project }: Turn): string[][] {
  const now = project.documents[document];
  const label = document.charAt(0).toUpperCase() + document.slice(1);
  if (then !== undefined && then === now) return [[label, size(then), "the same"]];
  const head = [label, size(then), size(now)];
  if (then === undefined || now === undefined) return [head];
  const [old, present] = [then.split("\n"), now.split("\n")];
  const at = Array.from({ length: Math.max(old.length, present.length) }).findIndex(
    (_, index) => old[index] !== present[index],
  );
  return [head, [`${label}, line ${at + 1}`, lineAt(old, at), lineAt(present, at)]];
}

const size = (text: string | undefined): string => {
  const words = countWords(text ?? "");
  return text === undefined ? "none" : `${words} ${words === 1 ? "word" : "words"}`;
};

const lineAt = (lines: readonly string[], index: number): string =>
  lines[index] === undefined ? "(ends before)" : ellipsis(lines[index], LINE_CHARS);

function kindRow(turn: Turn, kind: EntryKind, some: readonly Change[], names: readonly string[]): string[] {
  const own = schemaOf(turn.project);
  const label = pluralOf(kind, own);
  const count = countOf(turn.counts, kind);
  return [
    label.charAt(0).toUpperCase() + label.slice(1),
    cell(
      countKind(some.length, kind, own),
      some.map(({ name }) => name),
      some.length,
    ),
    count === 0 ? "none" : cell(countKind(count, kind, own), names, count),
  ];
}

function cell(counted: string, names: readonly string[], total: number): string {
  const shown = names.slice(0, NAMES);
  const rest = total - shown.length;
  return ellipsis(`${counted}: ${wordList(rest > 0 ? [...shown, `${rest} more`] : shown)}`, CELL_CHARS);
}

const markRows = ({ project, workflow }: Turn, { marks }: Branch): string[][] =>
  Object.entries(marks).map(([step, mark]) => {
    const now = project.step_marks[step];
    return [`${nameOfStep(step, workflow)}`, markState(mark), now ? markState(now) : "no mark"];
  });
