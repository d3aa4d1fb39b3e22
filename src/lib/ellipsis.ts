/** At most `limit` UTF-16 units on one line; what is left out shows as "…". */
export function ellipsis(text: string, limit: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= limit) return line;
  return `${line
    .slice(0, limit - 1)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}
