const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** "28", "twenty-eight", "twenty eight" (one or two words), "a hundred" → 28. Undefined when it is no plain number. */
export function wordNumber(words: string): number | undefined {
  const low = words.toLowerCase().replace("fourty", "forty");
  if (/^\d{1,7}$/.test(low)) return Number(low);
  if (low === "hundred" || low === "a hundred") return 100;
  if (low === "a dozen" || low === "dozen") return 12;
  const unit = UNITS.indexOf(low);
  if (unit >= 0) return unit;
  const [ten, one, ...rest] = low.split(/[-‑\s]/);
  const tens = TENS.indexOf(ten ?? "");
  if (tens < 0 || rest.length > 0) return undefined;
  if (one === undefined) return 20 + tens * 10;
  const ones = UNITS.indexOf(one);
  return ones > 0 && ones < 10 ? 20 + tens * 10 + ones : undefined;
}
