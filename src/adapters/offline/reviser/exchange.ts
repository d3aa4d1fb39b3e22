/** Words of a text that take the place of others. `by` answers undefined where they stay as they are. */
export interface Exchange {
  readonly find: RegExp;
  readonly by: (match: RegExpExecArray) => string | undefined;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly now: string;
}

/** Makes all exchanges at once, so that none reads what another wrote; where two meet, the earlier and longer one counts. */
export function exchangeAll(text: string, exchanges: readonly Exchange[]): string {
  const cuts = exchanges
    .flatMap((exchange) => cutsOf(text, exchange))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let result = "";
  let done = 0;
  for (const { start, end, now } of cuts) {
    if (start < done) continue;
    result += text.slice(done, start) + now;
    done = end;
  }
  return result + text.slice(done);
}

function cutsOf(text: string, { find, by }: Exchange): Cut[] {
  return [...text.matchAll(find)].flatMap((match) => {
    const now = by(match);
    if (now === undefined || now === match[0]) return [];
    return { start: match.index, end: match.index + match[0].length, now };
  });
}

/** Words as a pattern: whatever space stands between them, in any case. */
export const wordsPattern = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`))
    .join("\\s+");

/** A pattern that does not begin or end within a word, with the article before it. */
export const whole = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:(an?)(\\s+))?(${pattern})(?![\\p{L}\\p{N}])`, "giu");

/** The new words in the case of the old ones, and the article that fits them. `match` is one of `whole`. */
export function inPlaceOf(match: RegExpExecArray, now: string): string {
  const [, article, space = " ", old = ""] = match;
  const words = likeCase(old, now);
  return article === undefined ? words : `${likeCase(article, articleOf(now))}${space}${words}`;
}

function likeCase(old: string, now: string): string {
  if (old.length > 1 && old === old.toUpperCase() && old !== old.toLowerCase()) return now.toUpperCase();
  const capital = /^\p{Lu}/u.test(old);
  return capital ? now.charAt(0).toUpperCase() + now.slice(1) : now;
}

const articleOf = (words: string): string =>
  /^(?:[aeio]|u(?!ni|se|su|to)|8|11\b|18\b|hour|honest|heir)/i.test(words) && !/^(?:one|once)\b/i.test(words)
    ? "an"
    : "a";
