/** "a b c" → a set of words; a comma-separated list keeps phrases together. */
export function wordSet(list: string): ReadonlySet<string> {
  const separator = list.includes(",") ? "," : /\s+/;
  return new Set(
    list
      .split(separator)
      .map((word) => word.replace(/\s+/g, " ").trim())
      .filter((word) => word !== ""),
  );
}
