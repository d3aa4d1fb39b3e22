const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** "thirties" → 30, "30s" → 30, "1970s" → undefined. */
export function decade(word: string): number | undefined {
  const digits = /^([2-9]0)['’]?s$/.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  const singular = word.replace("fourties", "forties").replace(/ies$/, "y");
  const tens = word.endsWith("ies") ? TENS.indexOf(singular) : -1;
  return tens < 0 ? undefined : 20 + tens * 10;
}
