/** A light markdown as people type it in chat: no HTML, no images, links only to http(s). Unclosed marks stay text. */
export type Inline =
  | { readonly type: "text" | "code"; readonly text: string }
  | { readonly type: "strong" | "em" | "strike"; readonly children: readonly Inline[] }
  | { readonly type: "link"; readonly url: string; readonly text: string };

export type MarkdownBlock =
  | { readonly type: "paragraph" | "quote"; readonly lines: readonly (readonly Inline[])[] }
  | { readonly type: "heading"; readonly content: readonly Inline[] }
  | {
      readonly type: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Inline[])[];
    }
  | { readonly type: "code"; readonly text: string };

const FENCE = /^\s*```[\w-]*\s*$/;
const QUOTE = /^\s*>\s?(.*)$/;
const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBERED = /^\s*(\d{1,4})[.)]\s+(.*)$/;
const HEADING = /^#{1,4}\s+(.+)$/;

const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "\\*\\*(?<strong>(?=\\S)[^\\n]+?(?<=\\S))\\*\\*",
    "~~(?<strike>(?=\\S)[^\\n]+?(?<=\\S))~~",
    "(?<![\\w*])\\*(?<star>(?=[^\\s*])[^*\\n]+?(?<=\\S))\\*(?![\\w*])",
    "(?<!\\w)_(?<under>(?=[^\\s_])(?:[^_\\n]|(?<=\\w)_(?=\\w))+?(?<=\\S))_(?!\\w)",
    "\\[(?<label>[^\\]\\n]+)\\]\\((?<href>https?://[^\\s)]+)\\)",
    "(?<url>https?://[^\\s<>]*[^\\s<>.,;:!?)\\]'\"])",
  ].join("|"),
  "g",
);

/** Unclosed marks make the search quadratic in a line's length: a longer line stays plain. */
const LONGEST_LINE_CHARS = 4_000;

/** Blocks in order. Takes time linear in the number of lines. */
export function parseMarkdown(source: string): readonly MarkdownBlock[] {
  const lines = source.replaceAll("\r\n", "\n").split("\n");
  const blocks: MarkdownBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (line.trim() === "") {
      at += 1;
      continue;
    }
    const [block, next] = readBlock(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

function readBlock(lines: readonly string[], at: number): readonly [MarkdownBlock, number] {
  const line = lines[at] ?? "";
  if (FENCE.test(line)) return readFence(lines, at);
  const heading = HEADING.exec(line);
  if (heading !== null) return [{ type: "heading", content: parseInline(heading[1] ?? "") }, at + 1];
  if (QUOTE.test(line)) {
    const end = runEnd(lines, at, (each) => QUOTE.test(each));
    const quoted = lines.slice(at, end).map((each) => parseInline(QUOTE.exec(each)?.[1] ?? ""));
    return [{ type: "quote", lines: quoted }, end];
  }
  if (BULLET.test(line)) return readList(lines, at, BULLET, false);
  if (NUMBERED.test(line)) return readList(lines, at, NUMBERED, true);
  const end = runEnd(lines, at + 1, (each) => each.trim() !== "" && !startsBlock(each));
  return [{ type: "paragraph", lines: lines.slice(at, end).map(parseInline) }, end];
}

function readFence(lines: readonly string[], at: number): readonly [MarkdownBlock, number] {
  const end = runEnd(lines, at + 1, (each) => !FENCE.test(each));
  return [{ type: "code", text: lines.slice(at + 1, end).join("\n") }, end + 1];
}

function readList(
  lines: readonly string[],
  at: number,
  mark: RegExp,
  ordered: boolean,
): readonly [MarkdownBlock, number] {
  const end = runEnd(lines, at, (each) => mark.test(each));
  const items = lines.slice(at, end).map((each) => parseInline(mark.exec(each)?.at(-1) ?? ""));
  const start = ordered ? Number(mark.exec(lines[at] ?? "")?.[1] ?? 1) : 1;
  return [{ type: "list", ordered, start, items }, end];
}

const startsBlock = (line: string): boolean =>
  [FENCE, QUOTE, BULLET, NUMBERED, HEADING].some((pattern) => pattern.test(line));

function runEnd(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let end = from;
  while (end < lines.length && belongs(lines[end] ?? "")) end += 1;
  return end;
}

export function parseInline(source: string): readonly Inline[] {
  if (source.length > LONGEST_LINE_CHARS) return [{ type: "text", text: source }];
  const parts: Inline[] = [];
  let at = 0;
  for (const found of source.matchAll(INLINE)) {
    if (found.index > at) parts.push({ type: "text", text: source.slice(at, found.index) });
    parts.push(inlineOf(found.groups ?? {}, found[0]));
    at = found.index + found[0].length;
  }
  if (at < source.length) parts.push({ type: "text", text: source.slice(at) });
  return parts;
}

function inlineOf(groups: Record<string, string | undefined>, whole: string): Inline {
  const { code, strong, strike, star, under, label, href, url } = groups;
  if (code !== undefined) return { type: "code", text: code };
  if (strong !== undefined) return { type: "strong", children: parseInline(strong) };
  if (strike !== undefined) return { type: "strike", children: parseInline(strike) };
  const emphasis = star ?? under;
  if (emphasis !== undefined) return { type: "em", children: parseInline(emphasis) };
  if (href !== undefined) return { type: "link", url: href, text: label ?? href };
  if (url !== undefined) return { type: "link", url, text: url };
  return { type: "text", text: whole };
}
