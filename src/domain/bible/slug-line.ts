/** A scene's heading taken apart: "INT. DINER - NIGHT" → INT, DINER, NIGHT. */
export interface SlugLine {
  readonly int_ext: "INT" | "EXT" | "INT/EXT" | "EXT/INT";
  readonly set: string;
  readonly time_of_day?: string;
}

const SLUG = /^\s*(int\.?\s*\/\s*ext|ext\.?\s*\/\s*int|i\s*\/\s*e|int|ext|est)\b[.:]?\s+(.+?)\s*$/i;
const TIME = /^(.+?)\s*[-–—]\s*([^-–—]+)$/;

/** Undefined when the line is no heading (Fountain: INT, EXT, EST, INT./EXT, INT/EXT, I/E, with a dot or a space). */
export function parseSlugLine(line: string): SlugLine | undefined {
  const [, prefix, rest] = SLUG.exec(line) ?? [];
  if (prefix === undefined || rest === undefined) return undefined;
  const [, set, time] = TIME.exec(rest) ?? [];
  return {
    int_ext: interiorOf(prefix),
    set: (set ?? rest).toUpperCase(),
    ...(time === undefined ? {} : { time_of_day: time.trim().toUpperCase() }),
  };
}

function interiorOf(prefix: string): SlugLine["int_ext"] {
  const letters = prefix.toUpperCase().replace(/[^A-Z/]/g, "");
  if (letters === "I/E" || letters === "INT/EXT") return "INT/EXT";
  if (letters === "EXT/INT") return "EXT/INT";
  return letters === "INT" ? "INT" : "EXT";
}
