/** Times of day as headings write them, longest first where one begins another. */
export const TIMES_OF_DAY = [
  "LATER THAT NIGHT",
  "LATER THAT DAY",
  "LATER THAT EVENING",
  "THE NEXT MORNING",
  "THE NEXT DAY",
  "NEXT MORNING",
  "NEXT DAY",
  "MOMENTS LATER",
  "MAGIC HOUR",
  "GOLDEN HOUR",
  "EARLY MORNING",
  "LATE NIGHT",
  "LATE AFTERNOON",
  "MORNING",
  "AFTERNOON",
  "EVENING",
  "MIDNIGHT",
  "NOON",
  "MIDDAY",
  "SUNRISE",
  "SUNSET",
  "TWILIGHT",
  "DAWN",
  "DUSK",
  "NIGHT",
  "DAY",
  "CONTINUOUS",
  "SAME TIME",
  "SAME",
  "LATER",
] as const;

const IN_PROSE = new Map<string, string>([
  ...["dawn", "dusk", "night", "noon", "midday", "midnight", "sunrise", "sunset", "twilight"].map(
    (word): [string, string] => [`at ${word}`, word.toUpperCase()],
  ),
  ...["morning", "afternoon", "evening"].map((word): [string, string] => [
    `in the ${word}`,
    word.toUpperCase(),
  ]),
  ["during the day", "DAY"],
  ["in the middle of the night", "NIGHT"],
  ["late at night", "NIGHT"],
  ["by day", "DAY"],
  ["by night", "NIGHT"],
  ["in daylight", "DAY"],
]);
const PROSE_PATTERN = new RegExp(
  `\\b(?:${[...IN_PROSE.keys()].sort((a, b) => b.length - a.length).join("|")})\\b`,
  "i",
);

/** "at night" → NIGHT, with where it stands in `text`. */
export function timeInProse(text: string): { value: string; start: number; end: number } | undefined {
  const found = PROSE_PATTERN.exec(text);
  const value = found === null ? undefined : IN_PROSE.get(found[0].toLowerCase());
  return found === null || value === undefined
    ? undefined
    : { value, start: found.index, end: found.index + found[0].length };
}

export function isTimeOfDay(words: string): boolean {
  const upper = words.toUpperCase();
  return TIMES_OF_DAY.some((time) => time === upper);
}
