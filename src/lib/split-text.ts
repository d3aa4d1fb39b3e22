const FENCE = /^\s*(```|~~~)/;

const QUOTE = /^(?:>|&gt;) ?/;
/** Under this, a mark that is repeated on each piece would leave no room for words. */
const MIN_QUOTED = 20;

/**
 * Cuts a text into pieces of at most `limit` UTF-16 units: between paragraphs where it can, else between the items of a
 * list, then lines, then words, and within a word only when it must. A code block stays whole, or is closed and opened
 * again; a quotation stays one; a link, a name in code and bold words stay whole. Nothing is lost but the white space at
 * the cuts.
 */
export function splitText(text: string, limit: number): string[] {
  return pack(paragraphs(text), "\n\n", limit, (paragraph) =>
    FENCE.test(paragraph) ? splitFence(paragraph, limit) : splitLines(paragraph, limit),
  );
}

function splitLines(paragraph: string, limit: number): string[] {
  return pack(items(paragraph.split("\n")), "\n", limit, (item) =>
    pack(item.split("\n"), "\n", limit, (line) => splitLine(line, limit)),
  );
}

/** Lines that are set in belong to the item above them. */
function items(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of lines) {
    if (found.length > 0 && /^\s/.test(line)) found[found.length - 1] += `\n${line}`;
    else found.push(line);
  }
  return found;
}

function splitLine(line: string, limit: number): string[] {
  const mark = limit >= MIN_QUOTED ? (QUOTE.exec(line)?.[0] ?? "") : "";
  const room = limit - mark.length;
  const words = pack(units(line.slice(mark.length), room), " ", room, (word) => slices(word, room));
  return mark === "" ? words : words.map((piece) => mark + piece);
}

/** Words, those that are one thing together: a link, code, bold. What is too long for a piece is words again. */
function units(line: string, limit: number): string[] {
  const found: string[] = [];
  let open: string[] = [];
  for (const word of line.split(" ")) {
    open.push(word);
    const unit = open.join(" ");
    if (unit.length > limit) {
      found.push(...open);
      open = [];
    } else if (isWhole(unit)) {
      found.push(unit);
      open = [];
    }
  }
  return [...found, ...open];
}

function isWhole(unit: string): boolean {
  if (count(unit, "`") % 2 === 1 || count(unit, "**") % 2 === 1) return false;
  if (unit.lastIndexOf("<http") > unit.lastIndexOf(">")) return false;
  const bracket = unit.lastIndexOf("[");
  return bracket < 0 || unit.indexOf("]", bracket) >= 0;
}

const count = (text: string, mark: string) => text.split(mark).length - 1;

/** Joins pieces as long as they fit; a piece that is too long by itself is divided. */
function pack(
  pieces: readonly string[],
  joiner: string,
  limit: number,
  divide: (piece: string) => string[],
): string[] {
  const packed: string[] = [];
  for (const piece of pieces.flatMap((whole) => (whole.length > limit ? divide(whole) : [whole]))) {
    const last = packed.at(-1);
    const joined = last === undefined ? piece : last + joiner + piece;
    if (last === undefined || joined.length > limit) packed.push(piece);
    else packed[packed.length - 1] = joined;
  }
  return packed.map((piece) => piece.replace(/^\n+/, "").trimEnd()).filter((piece) => piece !== "");
}

/** Blank lines part paragraphs, except inside a code block. */
function paragraphs(text: string): string[] {
  const found: string[] = [];
  let lines: string[] = [];
  let fence: string | undefined;
  const close = () => {
    if (lines.length > 0) found.push(lines.join("\n"));
    lines = [];
  };
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const mark = FENCE.exec(line)?.[1];
    if (mark && fence === undefined) {
      close();
      fence = mark;
      lines.push(line);
    } else if (fence !== undefined) {
      lines.push(line);
      if (mark === fence) {
        fence = undefined;
        close();
      }
    } else if (line.trim() === "") close();
    else lines.push(line);
  }
  close();
  return found;
}

function splitFence(block: string, limit: number): string[] {
  const [first = "```", ...rest] = block.split("\n");
  const mark = FENCE.exec(first)?.[1] ?? "```";
  const open = first.length <= limit / 4 ? first : mark;
  const closed = rest.at(-1)?.trim() === mark;
  const body = closed ? rest.slice(0, -1) : rest;
  const lines = open === first ? body : [first.trim().slice(mark.length), ...body];
  const room = limit - open.length - mark.length - 2;
  return pack(lines, "\n", room, (line) => slices(line, room)).map((part) => `${open}\n${part}\n${mark}`);
}

const MAX_ENTITY = 6;

/** Never between the two halves of one character, nor within an escaped sign such as "&amp;". */
function slices(word: string, limit: number): string[] {
  const found: string[] = [];
  let start = 0;
  while (start < word.length) {
    let end = Math.min(start + limit, word.length);
    const code = word.charCodeAt(end - 1);
    if (end < word.length && end - 1 > start && code >= 0xd800 && code <= 0xdbff) end -= 1;
    const sign = word.lastIndexOf("&", end - 1);
    const cut = end < word.length && sign > start && end - sign < MAX_ENTITY;
    if (cut && /^&\w{2,4};/.test(word.slice(sign, sign + MAX_ENTITY)) && !word.slice(sign, end).includes(";"))
      end = sign;
    found.push(word.slice(start, end));
    start = end;
  }
  return found;
}
