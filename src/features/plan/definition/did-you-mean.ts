import { closest } from "../../../lib/closest.ts";

const MAX_LISTED = 12;
const MAX_SHOWN_CHARS = 60;

/** "“breakdwn” is not a step; did you mean breakdown?", or what may stand there when nothing is like it. */
export function notKnown(word: string, what: string, candidates: readonly string[]): string {
  const said = `“${shown(word)}” is not ${what}`;
  const near = closest(word.slice(0, MAX_SHOWN_CHARS), candidates);
  if (near !== undefined) return `${said}; did you mean ${near}?`;
  if (candidates.length === 0) return `${said}; take it out.`;
  const more = candidates.length > MAX_LISTED ? " …" : "";
  return `${said}; use one of: ${candidates.slice(0, MAX_LISTED).join(", ")}${more}.`;
}

/** What somebody wrote, short enough for a line. */
export const shown = (word: string): string =>
  word.length > MAX_SHOWN_CHARS ? `${word.slice(0, MAX_SHOWN_CHARS)}…` : word;
