import type { Offer } from "../../domain/choice.ts";
import { oneRecommended } from "../../domain/one-recommended.ts";

const MAX_LABEL_CHARS = 80;
const MAX_DESCRIPTION_CHARS = 200;

/** An offer as the model would show it. */
export interface Pick {
  readonly index: number;
  readonly label: string;
  readonly description: string;
  readonly recommended: boolean;
}

/**
 * The offers a model picked, in its words and its order; indexes that do not exist, or come twice, are passed over.
 * Without picks: the offers as they are. At most one is recommended either way, and what a press does never changes.
 */
export function pickOffers(offers: readonly Offer[], picks: readonly Pick[] | undefined): Offer[] {
  if (picks === undefined) return oneRecommended(offers);
  const seen = new Set<number>();
  const picked = picks.flatMap((pick) => {
    const offer = offers[pick.index];
    if (offer === undefined || seen.has(pick.index)) return [];
    seen.add(pick.index);
    return [reworded(offer, pick)];
  });
  return oneRecommended(picked);
}

function reworded(offer: Offer, pick: Pick): Offer {
  const label = pick.label.trim();
  const description = pick.description.trim();
  return {
    ...offer,
    label: label === "" || label.length > MAX_LABEL_CHARS ? offer.label : label,
    description:
      description === "" || description.length > MAX_DESCRIPTION_CHARS ? offer.description : description,
    category: pick.recommended ? "recommended" : offer.category === "manual" ? "manual" : "alternative",
  };
}
