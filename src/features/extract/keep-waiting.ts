import type { Outcome } from "../../chat/outcome.ts";
import { openAction, proposal } from "../../chat/proposal.ts";
import type { Turn } from "../../chat/turn.ts";
import { expandGroups } from "../../domain/bible/groups.ts";
import { kindLabel } from "../../domain/bible/kind-words.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { Offer } from "../../domain/choice.ts";
import { oneRecommended } from "../../domain/one-recommended.ts";
import { itemise } from "../../domain/points/itemise.ts";
import type { Point } from "../../domain/points/point.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import { type Heard, hear } from "./hear.ts";
import type { ExtractParts } from "./parts.ts";

const MAX_PEOPLE = 4;
const LABEL_CHARS = 80;

export interface Waiting {
  readonly point: Point;
  readonly offer: Offer;
  /** Whom it adds: offers that only make them are left out. */
  readonly adds: readonly string[];
}

/**
 * What had to wait only because those it names are nobody yet, kept with them as one proposal: a press makes both, and
 * nobody types a scene twice. Undefined where that would not open the way.
 */
export async function keepWaiting(
  parts: ExtractParts,
  turn: Turn,
  heard: Heard,
  statements: readonly Statement[],
): Promise<Waiting | undefined> {
  const waits = heard.notes.flatMap((note) => (note.type === "withheld" ? [note] : []));
  const people = [...new Set(waits.flatMap((note) => note.people))];
  if (turn.message === undefined || people.length === 0 || people.length > MAX_PEOPLE) return undefined;
  const held = new Set<EntryKind>(waits.map(({ kind }) => kind));
  const left = statements.filter((each) => each.type === "entry" && held.has(each.kind));
  const { text } = turn.message;
  const all = [...people.map((name) => personIn(text, name)), ...left];
  const again = await hear(parts, turn, all, { contradictions: "write" });
  if (again.changes.length === 0 || again.notes.some(({ type }) => type === "withheld")) return undefined;
  const items = itemise(expandGroups(all, again.known).statements, again.known, text);
  const names = wordList(people);
  const [kind] = held;
  const what =
    left.length > 1 || kind === undefined ? "all of it" : `the ${kindLabel(kind, schemaOf(turn.project))}`;
  const title = `This waits for ${names} to be in the bible. Nothing of it is saved yet.`;
  const point = proposal(turn, (id) => parts.ids.next(id), { reason: "saving", title, items });
  return {
    point,
    adds: people,
    offer: {
      label: ellipsis(`Add ${names} and keep ${what}`, LABEL_CHARS),
      description: "Writes down both, as you said it",
      category: "recommended",
      action: openAction("accept", point.id, { value: "all" }),
    },
  };
}

/** The offer before all others of the reply. */
export function offeredFirst(outcome: Outcome, { offer, adds }: Waiting): Outcome {
  const at = outcome.blocks.findIndex(({ type }) => type === "offers");
  const block = outcome.blocks[at];
  if (block?.type !== "offers")
    return { ...outcome, blocks: [...outcome.blocks, { type: "offers", offers: [offer] }] };
  const others = block.offers.filter((each) => !adds.some((name) => onlyMakes(each, name)));
  const offers = oneRecommended([offer, ...others]);
  return { ...outcome, blocks: outcome.blocks.with(at, { ...block, offers }) };
}

function onlyMakes({ action }: Offer, name: string): boolean {
  const options = action.type === "command" && action.command === "character" ? action.options : {};
  return options.action === "create" && options.name === name;
}

/** The statement that makes somebody whom a text names. */
export function personIn(text: string, name: string): Statement {
  const found = text.toLowerCase().indexOf(name.toLowerCase());
  const start = Math.max(0, found);
  const span = { start, end: found < 0 ? start : start + name.length };
  return { type: "entry", kind: "character", subject: { name, ...span }, explicit: true, fields: [], span };
}
