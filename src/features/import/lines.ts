/** A line of a text without its break, with its place. */
export interface TextLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly number: number;
}

/** The lines from `from` to `to`, blank ones too. Breaks may be of any system. */
export function linesOf(text: string, from = 0, to = text.length): TextLine[] {
  const numberAt = lineCounter(text);
  const lines: TextLine[] = [];
  for (let start = from; start <= to; ) {
    const found = text.slice(start, to).search(/[\r\n]/);
    const end = found < 0 ? to : start + found;
    lines.push({ text: text.slice(start, end), start, end, number: numberAt(start) });
    start = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}

/** Tells on which line an offset stands, for offsets that grow from call to call. */
export function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (; at < offset; at += 1) {
      const char = text.charCodeAt(at);
      if (char === 10 || (char === 13 && text.charCodeAt(at + 1) !== 10)) line += 1;
    }
    return line;
  };
}
