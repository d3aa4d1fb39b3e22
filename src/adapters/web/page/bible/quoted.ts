import type { Fact } from "../api/wire.ts";

/** How much is shown on either side. */
const AROUND_CHARS = 70;

interface Quoted {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** A quote with the words around it. A message edited since may no longer hold it: then it stands alone. */
export function quoted(
  { quote, start, end }: NonNullable<Fact["evidence"]>,
  text: string | undefined,
  around = AROUND_CHARS,
): Quoted {
  if (text === undefined || text.slice(start, end) !== quote) return { before: "", quote, after: "" };
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  return {
    before: `${from > 0 ? "…" : ""}${text.slice(from, start)}`,
    quote,
    after: `${text.slice(end, to)}${to < text.length ? "…" : ""}`,
  };
}
