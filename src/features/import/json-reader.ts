/** A value of JSON with its place in the text: UTF-16 offsets, end exclusive. */
export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly type: "scalar"; readonly text: string }
  | { readonly type: "array"; readonly items: readonly JsonNode[] }
  | { readonly type: "object"; readonly pairs: readonly JsonPair[] }
);

export interface JsonPair {
  readonly start: number;
  readonly key: string;
  readonly value: JsonNode;
}

/** Deeper data is no table. */
const MAX_DEPTH = 12;
/** How data begins: brackets, a brace, and a quoted key with its colon. A note in brackets has no such key. */
const KEYED = /^[\s[]*\{\s*["“'][^"”'\n]{1,60}["”']\s*:/;
const KEYED_CHARS = 200;
const BARE = /[\w.+-]+/y;
const SPACE = /(?:\s|\/\/[^\n]*)*/y;
/** What closes a string that one of these opens: chat programs turn straight quotes into curly ones. */
const QUOTES: Readonly<Record<string, string>> = { '"': '"“”', "'": "'", "“": '"”“', "‘": "’" };
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "", b: "", f: "" };

/**
 * Reads JSON as people paste it: with commas after the last item, curly or single quotes, or line comments. Undefined for
 * what is no object or array. JSON.parse would tell neither the places nor forgive. Linear in the text.
 */
export function readJson(text: string, from: number): JsonNode | undefined {
  const reader = { text, at: from };
  space(reader);
  if (!/[[{]/.test(text.charAt(reader.at))) return undefined;
  return node(reader, 0);
}

/**
 * Where JSON that begins at `from` cannot be read any further; undefined for JSON that can be, and for what only begins
 * like it: some key of it must have been read.
 */
export function brokenAt(text: string, from: number): number | undefined {
  const reader = { text, at: from };
  space(reader);
  if (!KEYED.test(text.slice(reader.at, reader.at + KEYED_CHARS))) return undefined;
  return node(reader, 0) === undefined ? reader.at : undefined;
}

interface Reader {
  readonly text: string;
  at: number;
}

function node(reader: Reader, depth: number): JsonNode | undefined {
  space(reader);
  const start = reader.at;
  const first = reader.text.charAt(start);
  if (depth > MAX_DEPTH) return undefined;
  if (first === "[") {
    const items = list(reader, "]", () => node(reader, depth + 1));
    return items && { type: "array", items, start, end: reader.at };
  }
  if (first === "{") {
    const pairs = list(reader, "}", () => pair(reader, depth + 1));
    return pairs && { type: "object", pairs, start, end: reader.at };
  }
  const text = first in QUOTES ? string(reader) : bare(reader);
  return text === undefined ? undefined : { type: "scalar", text, start, end: reader.at };
}

function list<T>(reader: Reader, close: string, item: () => T | undefined): T[] | undefined {
  const items: T[] = [];
  reader.at += 1;
  for (;;) {
    space(reader);
    if (reader.text.charAt(reader.at) === close) {
      reader.at += 1;
      return items;
    }
    const read = item();
    if (read === undefined) return undefined;
    items.push(read);
    space(reader);
    if (reader.text.charAt(reader.at) === ",") reader.at += 1;
    else if (reader.text.charAt(reader.at) !== close) return undefined;
  }
}

function pair(reader: Reader, depth: number): JsonPair | undefined {
  const start = reader.at;
  const key = reader.text.charAt(start) in QUOTES ? string(reader) : bare(reader);
  space(reader);
  if (key === undefined || reader.text.charAt(reader.at) !== ":") return undefined;
  reader.at += 1;
  const value = node(reader, depth);
  return value && { start, key, value };
}

function string(reader: Reader): string | undefined {
  const { text } = reader;
  const closing = QUOTES[text.charAt(reader.at)] ?? "";
  let said = "";
  for (let at = reader.at + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (closing.includes(char)) {
      reader.at = at + 1;
      return said;
    }
    if (char !== "\\") {
      said += char;
      continue;
    }
    at += 1;
    const escaped = text.charAt(at);
    const code = escaped === "u" ? /^[0-9a-f]{4}/i.exec(text.slice(at + 1, at + 5))?.[0] : undefined;
    said +=
      code === undefined ? (ESCAPES[escaped] ?? escaped) : String.fromCharCode(Number.parseInt(code, 16));
    at += code?.length ?? 0;
  }
  return undefined;
}

/** Numbers, true, false and null; an unquoted key. */
function bare(reader: Reader): string | undefined {
  BARE.lastIndex = reader.at;
  const word = BARE.exec(reader.text)?.[0];
  if (word === undefined) return undefined;
  reader.at += word.length;
  return word === "null" ? "" : word;
}

function space(reader: Reader): void {
  SPACE.lastIndex = reader.at;
  reader.at += SPACE.exec(reader.text)?.[0].length ?? 0;
}
