import type { Offer } from "../choice.ts";

const MAX_LABEL = 80;
const MAX_DESCRIPTION = 120;
/** Words as short as "the" say nothing of what an offer is about; longer ones are told apart by so many letters. */
const STEM = 4;
const BEYOND_PLAIN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}`*_~|<>[\]{}\\@#]|:\/\/|www\.|\w\.\w{2,}\//u;
/** What would turn an offer into its opposite. */
const AGAINST = /\b(not?|never|don[’']?t|without|stop|cancel|undo|delete|remove|drop|ignore|except)\b/i;

/** An offer as a language model would word it. */
export interface Wording {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

export const wordingId = (index: number): string => `o${index + 1}`;

/**
 * The same offers in other words, where these are fit to be shown: plain, short, different from one another, and still of
 * what the offer is about. Whatever else is answered, an offer keeps its own words; ids that are not ours, or come twice,
 * make the whole answer worthless. Order, category and what pressing does never change.
 */
export function reworded(offers: readonly Offer[], answer: readonly Wording[]): Offer[] {
  const byId = new Map(answer.map((wording) => [wording.id, wording]));
  const known = new Set(offers.map((_, index) => wordingId(index)));
  if (byId.size !== answer.length || answer.some(({ id }) => !known.has(id))) return [...offers];
  const drawn = offers.map((offer, index) => wordedAs(offer, byId.get(wordingId(index))));
  const labels = new Set(drawn.map(({ label }) => label.toLowerCase()));
  return labels.size === drawn.length ? drawn : [...offers];
}

function wordedAs(offer: Offer, wording: Wording | undefined): Offer {
  if (!wording) return offer;
  const label = wording.label.trim();
  const description = wording.description.trim();
  const fits = isPlain(label, MAX_LABEL) && keepsSubject(offer.label, label) && agrees(offer.label, label);
  if (!fits) return offer;
  const about = isPlain(description, MAX_DESCRIPTION) && agrees(offer.description, description);
  return { ...offer, label, ...(about ? { description } : {}) };
}

const isPlain = (text: string, limit: number): boolean =>
  text !== "" && text.length <= limit && !BEYOND_PLAIN.test(text);

const agrees = (ours: string, theirs: string): boolean => AGAINST.test(ours) || !AGAINST.test(theirs);

/** The last word that says something is what an offer is about: "logline" in "Draft a logline". */
function keepsSubject(ours: string, theirs: string): boolean {
  const subject = stems(ours).at(-1);
  return subject === undefined || stems(theirs).includes(subject);
}

const stems = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length >= STEM && word !== "done")
    .map((word) => word.slice(0, STEM));
