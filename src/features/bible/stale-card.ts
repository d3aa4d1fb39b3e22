import type { DraftBlock } from "../../chat/reply.ts";
import { fineOffer, updateOffer } from "../../chat/stale-offers.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { StaleMark } from "../../domain/bible/stale.ts";
import type { Offer } from "../../domain/choice.ts";
import type { BibleParts } from "./parts.ts";

/** A scene that was changed around so often is told by the newest reasons. */
const MAX_MARKS = 5;

/** Why a scene may be out of date. Nothing else in the bible is made from other entries. */
export async function marksOf({ stale }: BibleParts, entry: Entry): Promise<readonly StaleMark[]> {
  if (entry.kind !== "scene" || stale === undefined) return [];
  return stale.list({ project_id: entry.project_id, dependant_ids: [entry.id] }, MAX_MARKS);
}

/** The card with the word that it may be out of date, and why. */
export function withStale(card: DraftBlock, marks: readonly StaleMark[]): DraftBlock {
  if (card.type !== "card" || marks.length === 0) return card;
  const reasons = [...new Set(marks.map((mark) => mark.reason))].join("; ");
  return {
    ...card,
    subtitle: `${card.subtitle}, may be out of date`,
    fields: [...card.fields, { name: "Written before", value: reasons }],
  };
}

export const staleOffers = ({ id, name }: Entry, marks: readonly StaleMark[]): Offer[] =>
  marks.length > 0 ? [updateOffer(id, name), fineOffer(id, name)] : [];
