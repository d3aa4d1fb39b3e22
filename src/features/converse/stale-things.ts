import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { linkedIds } from "../../domain/bible/links.ts";
import { documentOf, type StaleWrite, stepOf } from "../../domain/bible/stale.ts";
import type { ConverseParts } from "./parts.ts";

/** So many scenes are counted; past them it is "more than". */
export const MAX_COUNTED = 100;

type Parts = Pick<ConverseParts, "bible" | "stale">;

/** What a turn puts out of date, by name. */
export interface Things {
  readonly scenes: readonly string[];
  readonly documents: readonly string[];
}

/** What is marked because of the changes. One read, or two when a prop changes. */
export async function thingsBehind(
  { bible }: Parts,
  turn: Turn,
  { changes = [] }: Outcome,
  { causes, marks, rewritten }: StaleWrite,
): Promise<Things> {
  const links = causes.map(({ linked, cause_id }) => linked ?? [cause_id]);
  const made = changes.filter((change) => change.before === null).map((change) => change.entry_id);
  const fresh = new Set([...made, ...rewritten.map((each) => each.dependant_id)]);
  const firsts = [...new Set(links.flatMap((ids) => ids.slice(0, 1)))];
  const found = firsts.length > 0 ? await bible.linkedTo(firsts, MAX_COUNTED + 1) : [];
  const linked = found.filter((entry) => {
    const ids = linkedIds(entry);
    const all = links.some((wanted) => wanted.every((id) => ids.includes(id)));
    return entry.kind === "scene" && all && !fresh.has(entry.id);
  });
  const marked = await named(
    bible,
    turn,
    marks.map((mark) => mark.dependant_id),
    changes.flatMap(({ after }) => after ?? []),
  );
  return {
    scenes: [...new Set([...linked.map((scene) => scene.name), ...marked.scenes])],
    documents: marked.documents,
  };
}

/** What had been brought up to date with changes that this turn takes back, and was not taken back with them. */
export async function thingsLeftAhead(
  { bible, stale }: Parts,
  turn: Turn,
  { undone = [] }: Outcome,
  { reversals }: StaleWrite,
): Promise<Things> {
  const ids = reversals.map((reversal) => reversal.undoes);
  const rewritten = ids.length > 0 ? await stale.rewritten(ids, MAX_COUNTED + 1) : [];
  const ahead = rewritten.filter(({ by }) => !undone.includes(by)).map((each) => each.dependant_id);
  return named(bible, turn, ahead, []);
}

async function named(
  bible: Parts["bible"],
  turn: Turn,
  dependants: readonly string[],
  known: readonly Entry[],
): Promise<Things> {
  const ids = [...new Set(dependants)];
  const documents = ids.flatMap((id) => documentOf(turn.project.id, id) ?? []);
  const entries = ids.filter(
    (id) => documentOf(turn.project.id, id) === undefined && stepOf(turn.project.id, id) === undefined,
  );
  const atHand = new Map(known.map((entry) => [entry.id, entry]));
  const missing = entries.filter((id) => !atHand.has(id)).slice(0, MAX_COUNTED);
  for (const entry of missing.length > 0 ? await bible.get(missing) : []) atHand.set(entry.id, entry);
  const scenes = entries.flatMap((id) => atHand.get(id) ?? []).filter((scene) => scene.status !== "removed");
  return { documents, scenes: scenes.map((scene) => scene.name) };
}
