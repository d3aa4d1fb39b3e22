import { type Exchange, inPlaceOf, whole, wordsPattern } from "./exchange.ts";

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A number that stands after one of these counts something else. */
const LABELS =
  "room|route|highway|number|no|nr|chapter|scene|flat|apartment|apt|unit|page|suite|floor|street|gate|platform|line|bus|flight|channel|track|cell|ward|house|table|take|day|night|episode|act|part|week|grade|door|box|locker|pier|exit|lot|reel|section";
const BEFORE = new RegExp(`(?:[$£€#.,:/–-]|\\b(?:${LABELS})\\.?\\s+)$`, "i");
/** What follows an age: nothing, a mark, "years old", or a word that goes on with the sentence. */
const AFTER_AGE =
  /^(?:\s*(?:$|[;!?)\]–—"”\n]|[.,:](?!\d))|[-\s]years?[-\s]old\b|\s+years of age\b|\s*yo\b|\s+(?:and|but|when|now|with|who|today|at|in|on|going|then|or|as|while|by)\b)/i;

/** "28" or "twenty-eight" of one value becomes the other, in figures or words as it stood, where it tells an age. */
export function exchangeAge(before: number, after: number): Exchange {
  return {
    find: whole(formsOf(before)),
    by: (match) => {
      const { index, input } = match;
      if (BEFORE.test(input.slice(0, index)) || !AFTER_AGE.test(input.slice(index + match[0].length)))
        return undefined;
      return inPlaceOf(match, sameForm(match[3] ?? "", after));
    },
  };
}

/** A count of something that is named within three words: "three rusty knives". */
export function exchangeCount(before: number, after: number, noun: string): Exchange {
  const named = new RegExp(`^(?:\\s+[\\p{L}-]+){0,2}\\s+${wordsPattern(noun.replace(/s$/i, ""))}`, "iu");
  return {
    find: whole(formsOf(before)),
    by: (match) => {
      const { index, input } = match;
      if (BEFORE.test(input.slice(0, index)) || !named.test(input.slice(index + match[0].length)))
        return undefined;
      return inPlaceOf(match, sameForm(match[3] ?? "", after));
    },
  };
}

const formsOf = (value: number): string => {
  const words = numberWords(value);
  return words === undefined ? String(value) : `${value}|${words.replace("-", "[-\\s]")}`;
};

const sameForm = (old: string, value: number): string =>
  /\d/.test(old) ? String(value) : (numberWords(value) ?? String(value));

function numberWords(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 99) return undefined;
  if (value < 20) return UNITS[value];
  const [ten = "", unit] = [TENS[Math.floor(value / 10) - 2], UNITS[value % 10]];
  return value % 10 === 0 ? ten : `${ten}-${unit}`;
}
