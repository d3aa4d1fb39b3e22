import type { Span } from "./reading.ts";

/** Shorter quotes must match but for case, accents and punctuation. */
const FUZZY_FROM_CHARS = 5;
/** One wrong letter in so many is forgiven. */
const CHARS_PER_EDIT = 6;
/** Cells of the comparison table; beyond it only exact and folded matches count. */
const MAX_CELLS = 40_000_000;
const NEVER = 1_000_000;
/** Scripts that part words by spaces: a quote must not begin or end inside one of their words. */
const WORD_CHAR =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}\p{M}]/u;

/**
 * Where `quote` stands in `text`, in UTF-16 offsets, end exclusive: exactly, else but for case, accents, spacing and
 * punctuation, else with few letters wrong. Places at or after `from` come first, so that a caller who passes the end
 * of the last mention finds the next one; when there is none, places before it count. Undefined: it is not there.
 */
export function alignSpan(text: string, quote: string, from = 0): Span | undefined {
  const wanted = quote.trim();
  if (wanted === "" || text === "") return undefined;
  const exact = findExact(text, wanted, from) ?? findExact(text, wanted, 0);
  if (exact) return exact;
  const folded = fold(text);
  const pattern = fold(wanted).text.trim();
  if (pattern === "") return undefined;
  const after = folded.starts.findIndex((start) => start >= from);
  const first = after < 0 ? folded.text.length : after;
  return (
    findFolded(folded, pattern, first) ??
    findFolded(folded, pattern, 0) ??
    findFuzzy(folded, pattern, first) ??
    findFuzzy(folded, pattern, 0)
  );
}

function findExact(text: string, wanted: string, from: number): Span | undefined {
  for (let start = text.indexOf(wanted, from); start >= 0; start = text.indexOf(wanted, start + 1)) {
    const end = start + wanted.length;
    if (isEdge(text, start) && isEdge(text, end)) return { start, end };
  }
  return undefined;
}

/** No word runs across this offset. */
function isEdge(text: string, at: number): boolean {
  return !(WORD_CHAR.test(text.charAt(at - 1)) && WORD_CHAR.test(text.charAt(at)));
}

/** Small letters without accents, every run of anything else one space; with each character's place in the source. */
interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function fold(source: string): Folded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of source) {
    const end = at + char.length;
    const kept = foldChar(char);
    for (const unit of kept === " " && units.at(-1) === " " ? "" : kept.split("")) {
      units.push(unit);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text: units.join(""), starts, ends };
}

function foldChar(char: string): string {
  if (/^[a-z0-9]$/.test(char)) return char;
  if (/^['’\p{M}]$/u.test(char)) return "";
  const plain = char.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return /[\p{L}\p{N}]/u.test(plain) ? plain : " ";
}

function findFolded(folded: Folded, pattern: string, from: number): Span | undefined {
  const { text } = folded;
  for (let start = text.indexOf(pattern, from); start >= 0; start = text.indexOf(pattern, start + 1)) {
    const end = start + pattern.length;
    if (isEdge(text, start) && isEdge(text, end)) return spanOf(folded, start, end);
  }
  return undefined;
}

/** The best approximate match that begins and ends with a word (Sellers, 1980), the earliest among equals. */
function findFuzzy(folded: Folded, pattern: string, from: number): Span | undefined {
  const { text } = folded;
  const size = pattern.length;
  if (size < FUZZY_FROM_CHARS || (text.length - from) * size > MAX_CELLS) return undefined;
  let best = { cost: Math.max(1, Math.floor(size / CHARS_PER_EDIT)) + 1, start: 0, end: 0 };
  let costs = Int32Array.from({ length: size + 1 }, () => NEVER);
  let starts = new Int32Array(size + 1);
  let nextCosts = new Int32Array(size + 1);
  let nextStarts = new Int32Array(size + 1);
  for (let at = from; at <= text.length; at += 1) {
    nextCosts[0] = isWordStart(text, at) ? 0 : NEVER;
    nextStarts[0] = at;
    for (let row = 1; row <= size; row += 1) {
      const same = at > from && text.charCodeAt(at - 1) === pattern.charCodeAt(row - 1) ? 0 : 1;
      const replace = at > from ? read(costs, row - 1) + same : NEVER;
      const skipText = at > from ? read(costs, row) + 1 : NEVER;
      const skipPattern = read(nextCosts, row - 1) + 1;
      const cost = Math.min(replace, skipText, skipPattern);
      nextCosts[row] = cost;
      nextStarts[row] =
        cost === replace
          ? read(starts, row - 1)
          : cost === skipText
            ? read(starts, row)
            : read(nextStarts, row - 1);
    }
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
    const found = { cost: read(costs, size), start: read(starts, size), end: at };
    if (found.cost < best.cost && found.end > found.start && isWordEnd(text, at)) best = found;
  }
  return best.end === 0 ? undefined : spanOf(folded, best.start, best.end);
}

const read = (cells: Int32Array, at: number): number => cells[at] as number;
const isWordStart = (text: string, at: number): boolean => text.charAt(at) !== " " && isEdge(text, at);
const isWordEnd = (text: string, at: number): boolean => text.charAt(at - 1) !== " " && isEdge(text, at);

function spanOf(folded: Folded, start: number, end: number): Span {
  return { start: folded.starts[start] as number, end: folded.ends[end - 1] as number };
}
