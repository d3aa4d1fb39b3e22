/** "a", "a and b", "a, b and c"; past `limit` the rest is counted: "a, b and 4 more". */
export function wordList(words: readonly string[], limit = Number.POSITIVE_INFINITY, joint = "and"): string {
  const shown =
    words.length > limit ? [...words.slice(0, limit), `${words.length - limit} more`] : [...words];
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} ${joint} ${last}`;
}
