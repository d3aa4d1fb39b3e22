import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import { seeStale } from "../../chat/stale-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import { linkedIds } from "../../domain/bible/links.ts";
import { changesMarks, documentOf, joinStale, NO_STALE, type StaleWrite } from "../../domain/bible/stale.ts";
import { staleAfter } from "../../domain/bible/stale-after.ts";
import { wordList } from "../../lib/word-list.ts";
import { rewritten } from "./compose.ts";
import type { ConverseParts } from "./parts.ts";

/** So many scenes are counted; past them it is "more than". */
const MAX_COUNTED = 100;
const NAMED = 3;

/**
 * Marks what a turn's changes put out of date, clears what they bring up to date, and says in one line what was made
 * before them. Only a change that contradicts what was there costs a read.
 */
export async function tellStale(
  parts: Pick<ConverseParts, "bible" | "ids">,
  turn: Turn,
  outcome: Outcome,
  at: string,
): Promise<Outcome> {
  const changes = outcome.changes ?? [];
  const documents = outcome.documents ?? rewritten({ turn, outcome, at, ids: parts.ids });
  if (changes.length === 0 && documents.length === 0) return outcome;
  const after = staleAfter({ changes, documents, project: turn.project, at });
  const stale = joinStale(outcome.stale ?? NO_STALE, after);
  if (!changesMarks(stale)) return outcome;
  const scenes = await scenesBehind(parts, changes, after);
  const papers = documentsBehind(turn, after);
  const told =
    scenes.length + papers.length > 0 ? tell(outcome.blocks, sentence(scenes, papers)) : outcome.blocks;
  return { ...outcome, documents, stale, blocks: told };
}

/** Names of the scenes that are marked, each once. */
async function scenesBehind(
  { bible }: Pick<ConverseParts, "bible">,
  changes: readonly Change[],
  { causes, marks, rewritten: anew }: StaleWrite,
): Promise<string[]> {
  const links = causes.map(({ linked, cause_id }) => linked ?? [cause_id]);
  const [first, marked] = [
    links.flatMap((ids) => ids.slice(0, 1)),
    new Set(marks.map((mark) => mark.dependant_id)),
  ];
  const made = changes.filter((change) => change.before === null).map((change) => change.entry_id);
  const fresh = new Set([...made, ...anew.map((each) => each.dependant_id)]);
  const found = first.length > 0 ? await bible.linkedTo([...new Set(first)], MAX_COUNTED + 1) : [];
  const behind = found.filter((entry) => {
    const ids = linkedIds(entry);
    const linked = links.some((all) => all.every((id) => ids.includes(id)));
    return entry.kind === "scene" && !fresh.has(entry.id) && linked;
  });
  const written = changes.flatMap(({ after }) => (after && marked.has(after.id) ? [after] : []));
  const elsewhere = [...marked].filter(
    (id) => !id.includes(":") && !written.some((scene) => scene.id === id),
  );
  const atHand = [
    ...written,
    ...(elsewhere.length > 0 ? await bible.get(elsewhere.slice(0, MAX_COUNTED)) : []),
  ];
  return [...new Map([...behind, ...atHand].map((scene) => [scene.id, scene.name])).values()];
}

const documentsBehind = (turn: Turn, { marks }: StaleWrite): string[] => [
  ...new Set(marks.flatMap((mark) => documentOf(turn.project.id, mark.dependant_id) ?? [])),
];

/** "5 scenes and the synopsis were written before this: INT. DINER - NIGHT, EXT. PARK - DAY and 3 more." */
function sentence(scenes: readonly string[], papers: readonly string[]): string {
  const [only] = scenes;
  const counted = scenes.length > MAX_COUNTED ? `More than ${MAX_COUNTED} scenes` : `${scenes.length} scenes`;
  const some = scenes.length === 1 && only !== undefined ? [only] : scenes.length > 1 ? [counted] : [];
  const things = wordList([...some, ...papers.map((paper) => `the ${paper}`)]);
  const one = scenes.length + papers.length === 1;
  const names = scenes.length > 1 ? `: ${wordList(scenes, NAMED)}` : "";
  const said = `${things} ${one ? "was" : "were"} written before this${names}. I left ${one ? "it as it is" : "them as they are"}.`;
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** The line goes before the choices, and its own choice among them. */
function tell(blocks: readonly DraftBlock[], text: string): DraftBlock[] {
  const last = blocks.findLastIndex((block) => block.type === "offers");
  const line: DraftBlock = { type: "text", text };
  const offers = blocks[last];
  if (offers?.type !== "offers") return [...blocks, line, { type: "offers", offers: [seeStale] }];
  return blocks.toSpliced(last, 1, line, { ...offers, offers: [...offers.offers, seeStale] });
}
