/**
 * Characters that nobody sees and that spoil what is seen: controls but for tab and line breaks, orders to write from the
 * other side (https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings), spaces without width, code points
 * that are no characters. What joins emoji and letters of some scripts stays.
 */
const JUNK =
  /(?![\t\n])\p{Cc}|[\u00ad\u200b\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffc]/gu;
/** More marks over one letter than any script has. */
const PILE = /(\p{M}{4})\p{M}+/gu;

export const cleanCharacters = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .replaceAll(/[\r\u2028\u2029]/g, "\n")
    .replace(JUNK, "")
    .toWellFormed()
    .replace(PILE, "$1");
