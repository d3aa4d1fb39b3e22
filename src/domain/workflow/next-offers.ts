import type { Offer } from "../choice.ts";
import type { Film } from "./film.ts";
import { checkGate } from "./gate.ts";
import { detailed } from "./offer-details.ts";
import { addCharacter, addScene, inventCharacters } from "./offers.ts";
import type { Standing } from "./survey.ts";
import { recommendOne, stepWays } from "./ways.ts";

const MAX_OFFERS = 4;

/**
 * The next moves, best first: the current step's, then the other open steps'; where none is open, past what is blocked.
 * What only marks a step done comes last. At most one is recommended, and every one of them passes the gates as the film
 * stands.
 */
export function nextOffers(film: Film, standings: readonly Standing[]): Offer[] {
  const open = standings.filter(({ state }) => state === "active" || state === "available");
  const current = open.toSorted((a, b) => Number(b.state === "active") - Number(a.state === "active"));
  const held = open.length > 0 ? [] : standings.filter(({ state }) => state === "blocked");
  const offers = [...current, ...held].flatMap((standing) => stepWays(film, standing).slice(0, 1));
  const always = storyOffers(film);
  const labels = new Set<string>();
  const once = [...offers, ...always].filter(({ label }) => !labels.has(label) && labels.add(label));
  const shown = once.slice(0, MAX_OFFERS);
  // What is made outside is marked done now and then; what can be done here comes before it.
  const first = shown.toSorted((a, b) => Number(a.category === "manual") - Number(b.category === "manual"));
  return recommendOne(first.map((offer) => detailed(film, offer)));
}

/** A story always takes more people and places, wherever the steps stand. */
function storyOffers(film: Film): Offer[] {
  const scene = checkGate(film, "scene").ok ? [addScene({})] : [];
  const cast = checkGate(film, "character").ok ? [addCharacter({}), ...scene, inventCharacters(3)] : scene;
  return cast;
}
