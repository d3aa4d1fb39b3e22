/**
 * Keys under which a name is found: the whole name, its parts, and the name without a leading article,
 * all in lower case without accents or punctuation. "Dr. Sarah O'Neil" → "dr sarah oneil", "dr", "sarah", "oneil".
 */
export function nameKeys(name: string): string[] {
  const whole = nameKey(name);
  if (whole === "") return [];
  const parts = whole.split(" ");
  const keys = new Set([
    whole,
    whole.replace(/^(the|a|an) /, ""),
    ...parts.filter((part) => part.length > 1),
  ]);
  return [...keys].filter((key) => key !== "" && !STOP.has(key));
}

/** One name as it is compared: lower case, no accents, no punctuation, single spaces. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Every key of one to four words that a text may contain; bounded by `limit` so that a huge message stays cheap. */
export function candidateKeys(text: string, limit = 400): string[] {
  const words = nameKey(text.replace(/['’]s\b/g, ""))
    .split(" ")
    .filter(Boolean);
  const keys = new Set<string>();
  for (let size = 1; size <= 4; size += 1) {
    for (let start = 0; start + size <= words.length; start += 1) {
      const key = words.slice(start, start + size).join(" ");
      if (size === 1 && STOP.has(key)) continue;
      keys.add(key);
      if (keys.size >= limit) return [...keys];
    }
  }
  return [...keys];
}

const STOP = new Set(
  "a an the and or of in on at to for with by from is are was were be been he she it they his her its their him them who what when where which that this these those i you we my your our me us not no yes do does did has have had will would can could should as but if so than then there here int ext day night create add make".split(
    " ",
  ),
);
