/** One way to understand "Sarah by Ana 5": whose history, by whom, and how many lines. */
export interface Wording {
  readonly name: string;
  readonly by?: string;
  readonly limit?: number;
}

const NUMBER = /^(?:(?<words>.*\S)\s+)?(?<number>\d{1,3})$/s;
const BY = /^(?:(?<name>.*\S)\s+)?by\s+(?<by>\S.*)$/is;

/**
 * All ways to understand the words, the most literal first: an entry's own name may end in a number or hold a "by". A
 * wording without a name means the whole project.
 */
export function readAbout(text: string): readonly Wording[] {
  const whole = text.trim();
  const number = NUMBER.exec(whole)?.groups;
  const limit = number?.number === undefined ? {} : { limit: Number(number.number) };
  const counted = number ? (number.words ?? "") : whole;
  return [
    { name: whole },
    ...(number ? [{ name: counted, ...limit }] : []),
    ...author(counted, limit),
    ...(number ? author(whole, {}) : []),
  ];
}

function author(words: string, limit: { limit?: number }): Wording[] {
  const found = BY.exec(words)?.groups;
  return found?.by === undefined ? [] : [{ name: found.name ?? "", by: found.by.trim(), ...limit }];
}
