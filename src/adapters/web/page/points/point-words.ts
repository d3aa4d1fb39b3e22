import type { Point } from "../api/wire.ts";

const ASKED: Readonly<Record<Point["asks"]["type"], string>> = {
  conflict: "Contradiction",
  which: "Which one",
  missing: "Still missing",
  name: "No name yet",
  proposal: "Proposal",
};

type Reason = Extract<Point["asks"], { type: "proposal" }>["reason"];
const REASONS: Readonly<Record<Reason, string>> = {
  saving: "Proposal",
  role: "Suggestion",
  review: "Correction",
  guess: "Only a guess",
  import: "Import",
  merge: "Merge",
  stale: "Out of date",
  edit: "Edited message",
};

/** What a card is, in a word or three. */
export const pointLabel = ({ asks }: Point): string =>
  asks.type === "proposal" ? REASONS[asks.reason] : ASKED[asks.type];

/** Who alone may accept it; empty where every writer may. */
export function waitsFor({ needs }: Point, nameOf: (user_id: string) => string): string {
  if (needs === undefined) return "";
  const role = `a ${needs.role}`;
  return needs.author === undefined
    ? `Waits for ${role}.`
    : `Waits for ${nameOf(needs.author).replace(/^You$/, "you")} or ${role}.`;
}

/** What was asked here comes first; the rest of the film's follows. */
export function bySession(
  points: readonly Point[],
  session_id: string,
): { readonly here: readonly Point[]; readonly elsewhere: readonly Point[] } {
  return {
    here: points.filter((point) => point.session_id === session_id),
    elsewhere: points.filter((point) => point.session_id !== session_id),
  };
}

/** "3", and "50+" where the list was cut. */
export const countText = (count: number, most: number): string => (count < most ? String(count) : `${most}+`);

/** A quote that only says the value again proves nothing a reader does not see. */
export function telling(quote: string | undefined, value: string): string | undefined {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return quote === undefined || bare(quote) === bare(value) ? undefined : quote;
}
