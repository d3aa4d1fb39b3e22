/** How much of a file's beginning `fileTypeOf` wants to see. */
export const HEAD_BYTES = 4_096;

/**
 * The media type of a file Backlot accepts, from its first bytes and, where bytes do not tell (text, office documents),
 * its name. Undefined: not accepted. A name alone never makes a type: what calls itself .png and is text is neither.
 */
export function fileTypeOf(head: Uint8Array, name: string): string | undefined {
  const extension = extensionOf(name);
  const seen = MAGIC.find(({ matches }) => matches(head, extension));
  if (seen !== undefined) return typeof seen.type === "string" ? seen.type : seen.type[extension];
  return isText(head) ? TEXT_TYPES[extension] : undefined;
}

/** Whether a file would be taken if it held what its name says. */
export const isNamedAsTaken = (name: string): boolean =>
  NAMED.test(name) || TEXT_TYPES[extensionOf(name)] !== undefined;

export const ACCEPTED =
  "images (PNG, JPEG, WebP, GIF), PDF, text (txt, md, Fountain, FDX, CSV, TSV, JSON, XML, YAML), audio (MP3, WAV, Ogg, M4A, WebM), DOCX and XLSX";

interface Magic {
  readonly type: string | Readonly<Record<string, string>>;
  readonly matches: (head: Uint8Array, extension: string) => boolean;
}

const latin = (head: Uint8Array, start: number, end: number): string =>
  Buffer.from(head.subarray(start, end)).toString("latin1");
const startsWith = (words: string) => (head: Uint8Array) => latin(head, 0, words.length) === words;
const riff = (form: string) => (head: Uint8Array) =>
  latin(head, 0, 4) === "RIFF" && latin(head, 8, 12) === form;

/** MPEG-1, 2 or 2.5 audio without a tag: eleven set bits, then layer III. */
const mpegFrame = (head: Uint8Array): boolean => head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2;

const OFFICE = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

const MAGIC: readonly Magic[] = [
  { type: "image/png", matches: startsWith("\x89PNG\r\n\x1a\n") },
  { type: "image/jpeg", matches: startsWith("\xff\xd8\xff") },
  { type: "image/webp", matches: riff("WEBP") },
  { type: "image/gif", matches: (head) => /^GIF8[79]a/.test(latin(head, 0, 6)) },
  { type: "application/pdf", matches: (head) => latin(head, 0, 1_024).includes("%PDF-") },
  { type: "audio/wav", matches: riff("WAVE") },
  { type: "audio/ogg", matches: startsWith("OggS") },
  { type: "audio/mpeg", matches: startsWith("ID3") },
  { type: "audio/mpeg", matches: (head, extension) => extension === "mp3" && mpegFrame(head) },
  { type: { m4a: "audio/mp4" }, matches: (head) => latin(head, 4, 8) === "ftyp" },
  { type: { webm: "audio/webm" }, matches: startsWith("\x1a\x45\xdf\xa3") },
  { type: OFFICE, matches: startsWith("PK\x03\x04") },
];

/** Endings of names under which Backlot takes what bytes tell. */
const NAMED = /\.(?:png|jpe?g|webp|gif|pdf|wav|ogg|mp3|m4a|webm|docx|xlsx)$/i;

const TEXT_TYPES: Readonly<Record<string, string>> = {
  txt: "text/plain",
  md: "text/markdown",
  fountain: "text/plain",
  fdx: "application/xml",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  json: "application/json",
  xml: "application/xml",
  yaml: "application/yaml",
  yml: "application/yaml",
};

const extensionOf = (name: string): string => /[^.\\/]\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** No control bytes but white space; or UTF-16 by its mark, as old writing programs save. */
function isText(head: Uint8Array): boolean {
  const mark = latin(head, 0, 2);
  if (mark === "\xff\xfe" || mark === "\xfe\xff") return true;
  return !head.some((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d));
}
