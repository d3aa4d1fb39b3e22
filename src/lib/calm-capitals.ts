/** Capitals only, as headings are written, become a name: "THE RUSTY ANCHOR" → "The Rusty Anchor". Anything else stays as it is. */
export function calmCapitals(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text
    .toLowerCase()
    .replace(
      /(^|[^\p{L}\p{N}'’])(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toUpperCase(),
    );
}
