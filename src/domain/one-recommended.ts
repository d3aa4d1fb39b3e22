import type { Offer } from "./choice.ts";

/** The same offers with at most one of them recommended: the first that was. */
export function oneRecommended(offers: readonly Offer[]): Offer[] {
  const first = offers.findIndex((offer) => offer.category === "recommended");
  return offers.map((offer, at) =>
    offer.category === "recommended" && at !== first ? { ...offer, category: "alternative" } : offer,
  );
}
