import { parseSlugLine, type SlugLine } from "../bible/slug-line.ts";
import type { Span } from "../reading/reading.ts";

const TIME =
  "(?:early|late|next|the next|later that|pre-?)?[\\s-]*(?:morning|afternoon|evening|midnight|noon|midday|sunrise|sunset|twilight|dawn|dusk|night|day|magic hour|golden hour)(?:\\s*\\([^)]*\\))?|continuous|same(?: time)?|moments? later|later|flashback|present";
const TIMED = new RegExp(`^(.*?)\\s*[-–—,.]\\s*(${TIME})(?=\\s*(?:[-–—:;.|,]|$))`, "i");
/** A scene's number and INT. or EXT. fit in so many. */
const LEAD_CHARS = 40;
const PREFIX = /^(?:int|ext|est|i\s*\/\s*e|e\s*\/\s*i)\b[./\s]/i;
const NUMBER = /^(?:scene\s*)?#?(\d{1,4}[a-z]{0,2})\s*[.):–—-]?\s+(?=(?:int|ext|est|i\s*\/\s*e)\b)/i;

export interface SceneLine extends Partial<Omit<SlugLine, "set">> {
  readonly heading: string;
  readonly number?: string;
  readonly set?: string;
  /** What follows the heading on its line, with its place within the line. */
  readonly rest?: Span & { readonly text: string };
}

export const isSceneLine = (line: string): boolean =>
  PREFIX.test(line.trimStart().slice(0, LEAD_CHARS).replace(NUMBER, ""));

/**
 * A heading and what is said after it: "INT. DINER - NIGHT – Sarah meets John". A heading ends at its time of day; one
 * without ends at a spaced dash or a colon before words that are not all capitals.
 */
export function readSceneLine(line: string): SceneLine {
  const number = NUMBER.exec(line.trimStart());
  const lead = line.length - line.trimStart().length + (number?.[0].length ?? 0);
  const body = line.slice(lead).trimEnd();
  const end = headingEnd(body);
  const heading = body.slice(0, end).trim();
  const after = /^[\s:;.,|–—-]*/.exec(body.slice(end))?.[0].length ?? 0;
  const start = lead + end + after;
  const text = line.slice(start).trim();
  const slug = slugOf(heading);
  return {
    heading: slug ? heading.toUpperCase() : heading,
    ...(number?.[1] === undefined ? {} : { number: number[1] }),
    ...slug,
    ...(text === "" ? {} : { rest: { text, start, end: start + text.length } }),
  };
}

/** Without a time of day the last dash belongs to the set: "INT. DINER - BACK ROOM". */
function slugOf(heading: string): SlugLine | undefined {
  const slug = parseSlugLine(heading);
  if (slug?.time_of_day === undefined || TIMED.test(heading)) return slug;
  return { int_ext: slug.int_ext, set: `${slug.set} - ${slug.time_of_day}` };
}

function headingEnd(body: string): number {
  const timed = TIMED.exec(body);
  if (timed) return timed[0].length;
  for (const stop of body.matchAll(/\s[-–—]\s|:\s|\s\|\s|;\s/g)) {
    const after = body.slice(stop.index + stop[0].length);
    if (after !== after.toUpperCase()) return stop.index;
  }
  return body.length;
}
