export interface AgeRange {
  readonly low: number;
  readonly high: number;
}

const TENS: Readonly<Record<string, number>> = {
  ten: 10,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const DECADES: Readonly<Record<string, number>> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
};
const WORDS: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:teen(?:age)?(?:r|rs|s)?|adolescents?|high[- ]school)\b/, 13, 19],
  [/\b(?:child(?:ren)?|kids?|little (?:boys?|girls?))\b/, 7, 12],
  [/\b(?:boys?|girls?)\b/, 8, 16],
  [/\bmiddle[- ]aged\b/, 42, 58],
  [
    /\b(?:elderly|old(?: (?:man|woman|men|women|people|folk))?|aged|ageing|pensioners?|retire(?:d|es)|grand(?:mother|father|parent)s?)\b/,
    64,
    84,
  ],
  [/\byoung\b/, 19, 29],
];

/** The ages a brief asks for: "over 60", "20 to 30", "in her late forties", "teenagers", "a 28-year-old". */
export function ageWish(brief: string): AgeRange | undefined {
  const text = brief.toLowerCase().replace(/\b[a-z]+\b/g, (word) => String(TENS[word] ?? word));
  return fromNumbers(text) ?? fromDecade(text) ?? fromWords(text);
}

function fromNumbers(text: string): AgeRange | undefined {
  const span = /\b(\d{1,2})\s*(?:-|–|to|and)\s*(\d{1,2})\b(?!\s*(?:scenes?|characters?))/.exec(text);
  if (span) return range(Number(span[1]), Number(span[2]));
  const over =
    /\b(?:over|above|older than|past)\s+(\d{1,2})\b|\b(\d{1,2})\s*(?:\+|and (?:over|older)|or older)/.exec(
      text,
    );
  if (over?.[1] !== undefined) return range(Number(over[1]) + 1, Number(over[1]) + 24);
  if (over?.[2] !== undefined) return range(Number(over[2]), Number(over[2]) + 24);
  const under = Number(/\b(?:under|below|younger than)\s+(\d{1,2})\b/.exec(text)?.[1]);
  if (under > 0) return range(under > 20 ? 18 : Math.min(8, under - 1), under - 1);
  const exact = /\b(\d{1,2})[- ]years?[- ]olds?\b|\baged?\s+(\d{1,2})\b/.exec(text);
  const age = exact?.[1] ?? exact?.[2];
  return age === undefined ? undefined : range(Number(age), Number(age));
}

function fromDecade(text: string): AgeRange | undefined {
  const found =
    /\b(early|mid|late)?[- ]?(twenties|thirties|forties|fifties|sixties|seventies|eighties)\b/.exec(text);
  const decade = DECADES[found?.[2] ?? ""];
  if (decade === undefined) return undefined;
  if (found?.[1] === "early") return range(decade, decade + 3);
  if (found?.[1] === "mid") return range(decade + 4, decade + 6);
  if (found?.[1] === "late") return range(decade + 7, decade + 9);
  return range(decade, decade + 9);
}

function fromWords(text: string): AgeRange | undefined {
  const found = WORDS.find(([pattern]) => pattern.test(text));
  return found && range(found[1], found[2]);
}

function range(from: number, to: number): AgeRange {
  return { low: Math.max(1, Math.min(from, to)), high: Math.max(1, from, to) };
}
