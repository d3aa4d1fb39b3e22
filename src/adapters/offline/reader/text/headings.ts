import { TIMES_OF_DAY } from "../words/times.ts";

/** A scene heading found in a text; offsets are the text's own. */
export interface Heading {
  readonly start: number;
  /** It stands after a sentence on the same line. */
  readonly inline: boolean;
  /** Where its number or "Scene 2:" begins. */
  readonly lead: number;
  /** After the heading, its scene number and the full stop that closes it. */
  readonly end: number;
  readonly text: string;
  readonly textEnd: number;
  readonly int_ext: "INT" | "EXT" | "INT/EXT" | "EXT/INT" | undefined;
  readonly prefix: Piece;
  readonly set: Piece;
  readonly time: Piece | undefined;
  readonly number: Piece | undefined;
}

export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PREFIX =
  "INT\\.?[ ]?\\/[ ]?EXT\\.?|EXT\\.?[ ]?\\/[ ]?INT\\.?|I\\/E\\.?|E\\/I\\.?|INT\\.?|EXT\\.?|EST\\.?";
/** "ep 1 opens int. fish market - dawn", "for EXT. DOCKS - NIGHT: …". */
const LEAD_WORDS =
  "(?:opens?|starts?|begins?|closes|ends)(?:[ \\t]+(?:on|in|with|at))?|(?:finale|opener|opening|ending|climax|closer|teaser|epilogue|prologue|tag)(?:['’]?s|[ \\t]+is)?|(?<=^|\\n)for";
/** At a line's start, perhaps numbered, after a colon ("opening scene: EXT. DESERT") or after a sentence. */
const START = new RegExp(
  `(^|\\n|[:：]|(?<![\\p{L}\\p{N}])(?:${LEAD_WORDS})(?=[ \\t]+(?:INT|EXT|I\\/E)[./])|(?<=\\p{L}{2}|\\d|["”)])[.!?](?=[ \\t]+(?:INT|EXT|I\\/E))|(?<![\\p{L}\\p{N}])scene(?=[ \\t]+(?:INT|EXT|I\\/E)))([ \\t]*(?:[-*•][ \\t]+)?\\.?(?:(?:sc(?:ene|n)?\\.?[ \\t]+)?(\\d{1,4}[A-Za-z]{0,2})[.):]?[ \\t]+(?:[-–—][ \\t]+)?)?)(${PREFIX})(?=[ \\t])`,
  "giu",
);
const TIMES = TIMES_OF_DAY.join("|");
const DASHED_TIME = new RegExp(
  `(?:[ \\t]*[-–—,][ \\t]*|[.]?[ \\t]+)(${TIMES})(?:[ \\t]*\\([^)\\n]{1,40}\\))?(?=[ \\t]*(?:[.:;,!#(]|$|\\n|[-–—]|[ \\t]\\p{Lu}))`,
  "iu",
);
const TAIL_NUMBER = /^[ \t]*#([\w.-]{1,8})#/;
/** "EXT. DOCKS is rained out": a scene is spoken of. */
const IN_A_SENTENCE =
  /\p{L} (?:is|was|are|needs|has|got|looks|will|still|moved|gets|might|may|could|should|can|would|won't|has) /u;
const MAX_HEADING = 160;

/** Every scene heading of a text, in order, in any of Fountain's forms and in lower case. Linear. */
export function findHeadings(text: string): Heading[] {
  const headings: Heading[] = [];
  for (const match of text.matchAll(START)) {
    const lead = (match[1] ?? "").length + (match[2] ?? "").length;
    const heading = parseHeading(text, match.index + lead, match[4] ?? "", match[3]);
    const inline = /^[.!?]$/.test(match[1] ?? "");
    if (heading === undefined || (inline && !isShouted(heading))) continue;
    if (isLedBy(match[1] ?? "") && !opensScene(match[1] ?? "", heading, text)) continue;
    headings.push({ ...heading, inline, lead: match.index + (match[1] ?? "").length });
  }
  return headings;
}

const isLedBy = (lead: string): boolean => /\p{L}/u.test(lead) && !/^scene$/i.test(lead);

/** After words a heading is one by its time of day; after "for" what is told of it follows a colon. */
const opensScene = (
  lead: string,
  { time, textEnd }: Pick<Heading, "time" | "textEnd">,
  text: string,
): boolean =>
  time !== undefined && (lead.toLowerCase() !== "for" || /^[ \t]*:/.test(text.slice(textEnd, textEnd + 4)));

function parseHeading(
  text: string,
  start: number,
  prefix: string,
  number: string | undefined,
): Omit<Heading, "lead" | "inline"> | undefined {
  const from = start + prefix.length;
  const line = lineFrom(text, from);
  const time = DASHED_TIME.exec(line);
  const stop = sentenceStop(line);
  const timed = time !== null && (stop < 0 || time.index <= stop);
  const setEnd = timed ? time.index : stop < 0 ? line.length : stop;
  const set = trimmed(text, from, from + setEnd);
  if (set === undefined || !isHeading(prefix, set.text, timed)) return undefined;
  const timePiece = timed ? timeOf(from, time) : undefined;
  const textEnd = timed ? from + time.index + time[0].length : set.end;
  const tail = TAIL_NUMBER.exec(text.slice(textEnd, textEnd + 16));
  const afterTail = textEnd + (tail?.[0].length ?? 0);
  const numbered = tail?.[1] ?? number;
  const closing =
    /^[ \t]*[.:;]?[ \t]*[-–—]?[ \t]*/.exec(text.slice(afterTail, afterTail + 12))?.[0].length ?? 0;
  return {
    start,
    end: afterTail + closing,
    text: text
      .slice(start, textEnd)
      .replace(/[ \t]+/g, " ")
      .trim(),
    textEnd,
    int_ext: intExt(prefix),
    prefix: { text: prefix, start, end: from },
    set,
    time: timePiece,
    number: numbered === undefined ? undefined : numberPiece(text, numbered, start, textEnd),
  };
}

function lineFrom(text: string, from: number): string {
  const newline = text.indexOf("\n", from);
  return text.slice(from, Math.min(newline < 0 ? text.length : newline, from + MAX_HEADING));
}

/** Where the heading's sentence ends: a full stop or colon followed by a space, not one after "ST" or "DR". */
function sentenceStop(line: string): number {
  for (const match of line.matchAll(/[.:!?](?=[ \t]|$)|#/g)) {
    if (!/(?:^|[ \t])(?:st|dr|mr|mrs|ms|mt|ft|no)$/i.test(line.slice(0, match.index))) return match.index;
  }
  return -1;
}

/** In the middle of a line only capitals are sure to be a heading. */
const isShouted = ({ prefix, set }: Pick<Heading, "prefix" | "set">): boolean =>
  prefix.text === prefix.text.toUpperCase() && set.text === set.text.toUpperCase();

/** "int" is also a word of programs, and "est." of dates: lower case needs the stop and a set, or a time of day. */
function isHeading(prefix: string, set: string, timed: boolean): boolean {
  if (!/\p{L}/u.test(set) || /^(?:or\b|tb[dac]$|todo$)/i.test(set)) return false;
  if (timed) return true;
  if (IN_A_SENTENCE.test(set)) return false;
  const strict = prefix === prefix.toUpperCase();
  if (/^est/i.test(prefix)) return strict && set === set.toUpperCase();
  if (prefix.includes(".")) return set.split(" ").length <= 8;
  return strict && set === set.toUpperCase();
}

function timeOf(from: number, match: RegExpExecArray): Piece {
  const word = match[1] ?? "";
  const start = from + match.index + match[0].indexOf(word);
  return { text: word, start, end: start + word.length };
}

function trimmed(text: string, from: number, to: number): Piece | undefined {
  let [start, end] = [from, to];
  while (start < end && /[\s.,\-–—]/.test(text[start] ?? "")) start += 1;
  while (end > start && /[\s.,\-–—]/.test(text[end - 1] ?? "")) end -= 1;
  return start >= end ? undefined : { text: text.slice(start, end), start, end };
}

function intExt(prefix: string): Heading["int_ext"] {
  const bare = prefix.toUpperCase().replace(/[^A-Z/]/g, "");
  if (bare === "INT" || bare === "EXT") return bare;
  if (bare === "INT/EXT" || bare === "I/E") return "INT/EXT";
  return bare === "EXT/INT" || bare === "E/I" ? "EXT/INT" : undefined;
}

function numberPiece(text: string, number: string, start: number, textEnd: number): Piece {
  const before = text.lastIndexOf(number, start);
  const at = before >= 0 && start - before < 16 ? before : text.indexOf(number, textEnd);
  return { text: number, start: at, end: at + number.length };
}
