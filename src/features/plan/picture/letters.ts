/** Widths of Archivo SemiBold from the space to the tilde, in hundredths of the font's size (its `hmtx` table). */
const ASCII_WIDTHS = [
  20, 29, 44, 58, 54, 97, 73, 25, 36, 36, 41, 64, 30, 33, 30, 30, 57, 58, 58, 58, 58, 57, 58, 58, 58, 57, 34,
  34, 64, 64, 64, 61, 100, 71, 71, 72, 73, 67, 61, 79, 73, 28, 59, 70, 57, 84, 73, 78, 67, 78, 72, 67, 62, 72,
  67, 95, 69, 68, 63, 34, 30, 34, 64, 51, 21, 56, 59, 55, 59, 56, 31, 59, 58, 25, 25, 54, 25, 86, 58, 60, 59,
  59, 36, 54, 31, 58, 53, 76, 55, 53, 51, 39, 25, 39, 64,
] as const;
const WIDE = /[ÆŒæœ—…™№→←↔‰₩⁒]/;
const NARROW = /[’‘‚·‹›′ıłŁ]/;
/** Of letters that are no accented form of an ASCII one. */
const ANY_WIDTH = 0.76;

/** The letters Archivo has shapes for, without private ones (its `cmap` table). Every other one shows as an empty box. */
const HAS_SHAPE =
  /^[\u{20}-\u{7e}\u{a0}-\u{17f}\u{18f}\u{192}\u{19d}\u{1a0}\u{1a1}\u{1af}\u{1b0}\u{1cd}-\u{1dc}\u{1e6}\u{1e7}\u{1ea}\u{1eb}\u{1fa}-\u{21b}\u{22a}-\u{22d}\u{230}-\u{233}\u{259}\u{1e62}\u{1e63}\u{1e80}-\u{1e85}\u{1e9e}\u{1ea0}-\u{1ef9}\u{2013}-\u{2015}\u{2018}-\u{201a}\u{201c}-\u{201e}\u{2020}-\u{2022}\u{2026}\u{2030}\u{2032}\u{2033}\u{2039}\u{203a}\u{2044}\u{20a9}\u{20ac}\u{20b9}\u{20ba}\u{20bd}\u{2116}\u{2122}\u{2190}-\u{2193}\u{2212}\u{2260}\u{2264}\u{2265}]$/u;
const LETTER = /\p{L}|\p{N}/u;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The text as the picture's typeface can show it, on one line. Emoji and invisible signs go; fancy forms of Latin letters
 * become plain ones; a word in another script becomes "…". Answers `otherwise` when less than half would be left to read.
 */
export function drawable(text: string, otherwise: string): string {
  const words = text.toWellFormed().normalize("NFC").trim().split(/\s+/).map(drawableWord);
  const shown = words.join(" ").replace(/…(?: …)+/g, "…");
  const had = lettersIn(text.normalize("NFKC"));
  const kept = lettersIn(shown);
  return kept === 0 || kept * 2 < had ? otherwise : shown.replace(/ {2,}/g, " ").trim();
}

/** How wide a text is at a size, in the same unit. `weight` as in CSS; kerning is left out of account. */
export function textWidth(text: string, size: number, weight: number): number {
  const width = [...text].reduce((sum, char) => sum + widthOf(char), 0);
  return width * size * (weight > 700 ? 1.09 : weight > 600 ? 1.04 : 1);
}

function drawableWord(word: string): string {
  const parts = [...graphemes.segment(word)].map(({ segment }) => drawableGrapheme(segment));
  return parts.includes(undefined) ? "…" : parts.join("");
}

/** Undefined for a letter that cannot be drawn; empty for what is no letter. */
function drawableGrapheme(segment: string): string | undefined {
  if (hasShape(segment)) return segment;
  const plain = segment.normalize("NFKD").replace(/\p{M}/gu, "");
  if (plain !== "" && hasShape(plain)) return plain;
  return LETTER.test(segment) && !/\p{Emoji_Presentation}|\ufe0f/u.test(segment) ? undefined : "";
}

const hasShape = (text: string): boolean => [...text].every((char) => HAS_SHAPE.test(char));

const lettersIn = (text: string): number => [...text].filter((char) => LETTER.test(char)).length;

function widthOf(char: string): number {
  const base = char.normalize("NFD").charCodeAt(0);
  const known = ASCII_WIDTHS[base - 0x20];
  if (known !== undefined) return known / 100;
  if (WIDE.test(char)) return 1.05;
  return NARROW.test(char) ? 0.4 : ANY_WIDTH;
}
