import { entryAction, slashOf } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { kindLabel, pluralOf } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { areTogether, findTwins, listKeys, mayHaveTwins, type Twin } from "../../domain/bible/twins.ts";
import type { Offer } from "../../domain/choice.ts";
import { schemaOf } from "../../domain/project.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import type { MergeParts } from "./parts.ts";

const PAGE = 200;
const MAX_PAGES = 5;
const MAX_PAIRS = 24;
const CANDIDATES = 1_000;
const LINKED_LIMIT = 2_000;
/** So many with the rarest keys in common: a hundred guards are not held one against the other. */
const MAX_COMPARED = 40;

interface Two {
  readonly younger: Entry;
  readonly older: Entry;
  readonly twin: Twin;
}

/**
 * Entries of a kind that may be one and the same, the likeliest first, each pair with a look at the merge. Goes through a
 * thousand entries at most, two reads for each two hundred; what is left is a press away.
 */
export async function listDuplicates(
  parts: MergeParts,
  turn: Turn,
  kind: EntryKind,
  after?: string,
): Promise<Outcome> {
  const own = schemaOf(turn.project);
  if (!mayHaveTwins(kind)) {
    const text = `Two ${pluralOf(kind, own)} may well be called alike, so I do not look for doubles among them. To make one of two, type ${slashOf(kind)} merge and both names.`;
    return { blocks: [{ type: "text", text }] };
  }
  const { pairs, looked, last } = await lookThrough(parts, turn, kind, after);
  const more = last === undefined ? [] : [lookFurther(kind, last)];
  if (pairs.length === 0) {
    const where = last === undefined && after === undefined ? "" : ` among the ${looked} I looked at`;
    const text = `No ${kindLabel(kind, own)} looks like another${where}.`;
    return {
      blocks: [
        { type: "text", text },
        ...(more.length > 0 ? [{ type: "offers" as const, offers: more }] : []),
      ],
    };
  }
  const items = pairs.map(({ younger, older, twin }) => `${younger.name} and ${older.name}: ${twin.reason}`);
  return {
    blocks: [
      { type: "list", title: `These ${pluralOf(kind, own)} may be one and the same`, items },
      { type: "offers", offers: [...pairs.map(mergeOffer), ...more] },
    ],
  };
}

async function lookThrough(
  parts: MergeParts,
  turn: Turn,
  kind: EntryKind,
  after: string | undefined,
): Promise<{ readonly pairs: readonly Two[]; readonly looked: number; readonly last: string | undefined }> {
  const found = new Map<string, Two>();
  let [last, looked] = [after, 0];
  for (let page = 0; page < MAX_PAGES && found.size < MAX_PAIRS; page += 1) {
    const filter = { kind, limit: PAGE, ...(last === undefined ? {} : { after: last }) };
    const entries = await parts.bible.list(turn.project.id, filter);
    looked += entries.length;
    for (const two of await pairsAmong(parts, turn, entries))
      if (found.size < MAX_PAIRS) found.set(`${two.younger.id} ${two.older.id}`, two);
    last = entries.length < PAGE ? undefined : entries.at(-1)?.id;
    if (last === undefined) break;
  }
  const pairs = [...found.values()].toSorted((a, b) => a.twin.rank - b.twin.rank);
  return { pairs, looked, last };
}

/** Pairs of which at least one is among the entries, but for those that something in the bible holds apart. */
async function pairsAmong(parts: MergeParts, turn: Turn, entries: readonly Entry[]): Promise<Two[]> {
  if (entries.length === 0) return [];
  const keysOf = new Map(entries.map((entry) => [entry.id, listKeys(entry)]));
  const keys = [...new Set([...keysOf.values()].flat())];
  const candidates = await parts.bible.byKeys(turn.project.id, keys, CANDIDATES);
  const byKey = new Map<string, Entry[]>();
  for (const candidate of candidates)
    for (const key of listKeys(candidate)) byKey.set(key, [...(byKey.get(key) ?? []), candidate]);
  const pairs = entries.flatMap((entry) => {
    const rarest = (keysOf.get(entry.id) ?? [])
      .map((key) => byKey.get(key) ?? [])
      .toSorted((a, b) => a.length - b.length);
    const near = [...new Set(rarest.flat())].slice(0, MAX_COMPARED);
    return findTwins(entry, near).map((twin) => pairOf(entry, twin));
  });
  if (pairs.length === 0) return [];
  const ids = [...new Set(pairs.map(({ younger }) => younger.id))];
  const linked = await parts.bible.linkedTo(ids, LINKED_LIMIT);
  return pairs.filter(({ younger, older }) => !areTogether(younger, older, linked));
}

const pairOf = (entry: Entry, twin: Twin): Two =>
  entry.id < twin.entry.id
    ? { younger: twin.entry, older: entry, twin }
    : { younger: entry, older: twin.entry, twin };

const mergeOffer = ({ younger, older, twin }: Two): Offer => ({
  label: `Merge ${ellipsis(younger.name, 32)} with ${ellipsis(older.name, 32)}`,
  description: twin.reason,
  category: "alternative",
  action: entryAction(older.kind, { action: "merge", id: younger.id, name: older.id }),
});

const lookFurther = (kind: EntryKind, last: string): Offer => ({
  label: "Look further",
  description: "Goes through the next ones",
  category: "manual",
  action: entryAction(kind, { action: "duplicates", id: last }),
});
