import { z } from "zod";

/**
 * Whether a text is free of what no store and no reader can hold: control characters other than white space,
 * and halves of surrogate pairs.
 */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && !CONTROL.test(text);
}

/** Text of one field, without what `isCleanText` refuses. */
export const cleanText = (maxChars: number) =>
  z.string().max(maxChars).refine(isCleanText, "holds control characters or broken Unicode");

/** The same, with something to read in it. */
export const cleanLine = (maxChars: number) =>
  z.string().trim().min(1).max(maxChars).refine(isCleanText, "holds control characters or broken Unicode");

/** An id as somebody sends it: whether it names anything is found out by looking it up. */
export const SentId = z.string();

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;
