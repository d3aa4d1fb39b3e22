/**
 * What is neither a space, a mark without a letter, nor one of the characters that show nothing by design:
 * https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point. Braille's empty cell is a symbol, and blank.
 */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\p{DI}\u2800\s]/u;

/** The text without spaces at its ends; empty where nothing in it can be seen. */
export const unlessBlank = (text: string): string => (VISIBLE.test(text) ? text.trim() : "");
