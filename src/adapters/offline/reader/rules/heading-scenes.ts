import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { type Discourse, sentencesIn, speakOf } from "../parts/discourse.ts";
import { compact } from "../parts/fields.ts";
import { placeName } from "../parts/names.ts";
import { castField, castIn, summaryField } from "../parts/scene-facts.ts";
import { entryStatement } from "../parts/statements.ts";
import { findHeadings, type Heading, type Piece } from "../text/headings.ts";
import { startsCommand } from "./commands.ts";

export interface HeadingScenes {
  readonly statements: readonly Statement[];
  /** Stretches of the message that are scenes, and say nothing else. */
  readonly covered: readonly { readonly start: number; readonly end: number }[];
}

/** Each heading of the message, with what stands under it, as a scene and its location. */
export function readHeadingScenes(talk: Discourse, masked: (offset: number) => boolean): HeadingScenes {
  const headings = findHeadings(talk.text).filter((heading) => !masked(heading.start));
  const statements: Statement[] = [];
  const covered: { start: number; end: number }[] = [];
  const places = new Set<string>();
  headings.forEach((heading, index) => {
    const limit = headings[index + 1]?.lead ?? talk.text.length;
    const end = bodyEnd(talk, heading.end, limit);
    covered.push({ start: heading.inline ? heading.start : lineStart(talk.text, heading.start), end });
    const scene = sceneOf(talk, heading, end);
    statements.push(scene);
    speakOf(talk, { name: heading.text.toUpperCase(), kind: "scene", fresh: true });
    const place = locationOf(heading);
    const key = nameKey(String(place.value));
    if (!places.has(key)) statements.push(locationEntry(talk, heading, place));
    places.add(key);
  });
  return { statements, covered };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** What stands under a heading ends at the next one, and at a command or a question. */
function bodyEnd(talk: Discourse, from: number, limit: number): number {
  const stop = sentencesIn(talk, from, limit).find((s) => s.start >= from && (s.asks || startsCommand(s)));
  return stop?.start ?? limit;
}

const LONG_BODY_CHARS = 600;

/** Of a pasted script only the first paragraph: the rest is the script's, not a summary. */
function summaryEnd(text: string, from: number, end: number): number {
  if (end - from <= LONG_BODY_CHARS) return end;
  const first = text.slice(from, end).search(/\S/);
  const gap = text.slice(from + Math.max(first, 0), end).search(/\n[ \t]*\n/);
  return gap < 0 ? end : from + Math.max(first, 0) + gap;
}

function sceneOf(talk: Discourse, heading: Heading, end: number): Statement {
  const place = locationOf(heading);
  const fields: FieldReading[] = [
    { field: "heading", value: normalHeading(heading), start: heading.start, end: heading.textEnd },
    ...(heading.int_ext === undefined ? [] : [piece("int_ext", heading.int_ext, heading.prefix)]),
    piece("set", heading.set.text.toUpperCase(), heading.set),
    ...(heading.time === undefined
      ? []
      : [piece("time_of_day", heading.time.text.toUpperCase(), heading.time)]),
    ...(heading.number === undefined ? [] : [piece("number", heading.number.text, heading.number)]),
    place,
    ...castField(castIn(talk, heading.end, end)),
    ...compact([summaryField(talk, heading.end, summaryEnd(talk.text, heading.end, end))]),
  ];
  const subject = { name: normalHeading(heading), start: heading.start, end: heading.textEnd };
  return entryStatement("scene", subject, true, fields, {
    start: heading.start,
    end: Math.max(heading.textEnd, trimmedEnd(talk.text, end)),
  });
}

function trimmedEnd(text: string, end: number): number {
  let to = end;
  while (to > 0 && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return to;
}

/** Capitals, "INT. SET - TIME": what was typed in lower case or without marks looks like every other heading. */
function normalHeading(heading: Heading): string {
  const typed = heading.text.toUpperCase();
  const complete =
    /^[A-Z/. ]*[./]/.test(typed) &&
    (heading.time === undefined || /[-–—,]\s*[A-Z ]+(?:\(.*\))?$/.test(typed));
  if (complete) return typed;
  const prefix = heading.prefix.text
    .toUpperCase()
    .replace(/\.?$/, heading.prefix.text.includes("/") ? "" : ".");
  const set = heading.set.text.toUpperCase();
  return heading.time === undefined
    ? `${prefix} ${set}`
    : `${prefix} ${set} - ${heading.time.text.toUpperCase()}`;
}

/** The set's first part: "SARAH'S APARTMENT - BEDROOM" is in Sarah's apartment. */
function locationOf(heading: Heading): FieldReading {
  const first = heading.set.text.split(/\s+[-–—]+\s+|\s*\/\s*/)[0] ?? heading.set.text;
  return {
    field: "location",
    value: placeName(first),
    start: heading.set.start,
    end: heading.set.start + first.length,
  };
}

function locationEntry(talk: Discourse, heading: Heading, place: FieldReading): Statement {
  const known = talk.known.find(nameKey(String(place.value))).filter((entry) => entry.kind === "location");
  const [only] = known;
  const subject = { name: only?.name ?? String(place.value), start: place.start, end: place.end };
  return entryStatement(
    "location",
    only !== undefined && known.length === 1 ? { ...subject, entry_id: only.entry_id } : subject,
    true,
    [],
    { start: heading.start, end: heading.textEnd },
  );
}

function piece(field: string, value: string, from: Piece): FieldReading {
  return { field, value, start: from.start, end: from.end };
}
