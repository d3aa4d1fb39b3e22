import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { ImportTable } from "../../domain/import/table.ts";
import type { StoredFile } from "../../domain/message.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import type { Blobs } from "../../ports/blobs.ts";
import { brokenJson, findImport } from "./find-import.ts";
import { announcesRows } from "./lead.ts";
import { isReadable, MAX_FILE_BYTES, readTextFile } from "./read-text-file.ts";

const NEAR_CHARS = 40;

/** "/import", what the rows are, and the names of options as Discord writes them. */
const COMMAND =
  /^\s*\/(?:backlot\s+)?import\b[ \t]*(?:kind[:=])?([^\S\r\n]*[\p{L}_-]+(?=\s|$))?[ \t]*(?:data[:=])?/iu;

/** Where rows come from. `text` is what their places count in. */
export interface ImportSource {
  readonly text: string;
  readonly tables: readonly ImportTable[];
  /** Whether `text` is the message, whose words prove what is written. */
  readonly proves: boolean;
  /** The file they stand in. */
  readonly file?: string;
}

export interface Said {
  readonly text: string;
  readonly files: readonly StoredFile[];
}

/** The rows of a message itself, which may be a command. */
export function sourceInText(text: string, schema: ProjectSchema): ImportSource {
  const command = COMMAND.exec(text);
  const data = withoutCommand(text, command);
  const said = command?.[1]?.trim() ?? "";
  return { text, tables: findImport(data, { schema, asked: command !== null, said }), proves: true };
}

/** Blanks in place of the command keep the places of what follows. */
const withoutCommand = (text: string, command: RegExpExecArray | null): string =>
  command === null ? text : " ".repeat(command[0].length) + text.slice(command[0].length);

/** What is wrong with a message that hands over JSON which breaks off; undefined for every other. */
export function tellBroken(text: string): string | undefined {
  const broken = brokenJson(withoutCommand(text, COMMAND.exec(text)));
  if (broken === undefined) return undefined;
  const near = ellipsis(broken.near, NEAR_CHARS);
  return `That looks like JSON, but I can read it only up to line ${broken.line}, near “${near}”. Nothing is saved. Mend it there and paste it again, or paste the rows as a table.`;
}

/** Whether a message's words hand over the rows of its files. "Can you import this list?" does, with the list beside it. */
export const announcesFiles = ({ text, files }: Said, schema: ProjectSchema): boolean =>
  files.some(isReadable) &&
  text.split(/\r?\n/, 4).some((line) => announcesRows(line.trim().replace(/[.!?:]*$/, ":"), schema));

/**
 * The rows of the first file that has some. Text in a file is data: whatever it says, it only becomes rows of a preview.
 * `problem` tells why a file that should have rows could not be read.
 */
export async function sourceInFiles(
  blobs: Blobs,
  { text, files }: Said,
  schema: ProjectSchema,
): Promise<{ readonly source?: ImportSource; readonly problem?: string }> {
  const asked = text.trim() !== "";
  const command = COMMAND.exec(text);
  const said = command === null ? text : (command[1] ?? "");
  let problem: string | undefined;
  for (const file of files.filter(isReadable)) {
    const read = await readTextFile(blobs, file);
    if (read.type === "too_large")
      problem ??= `${file.name} is larger than ${MAX_FILE_BYTES / 1_048_576} MB, more than I read at once. Split it and send the parts.`;
    if (read.type !== "text") continue;
    const words = `${said} ${wordsOf(file.name)}`.trim();
    const tables = findImport(read.text, { schema, asked, said: words, least: 1 });
    if (tables.length > 0) return { source: { text: read.text, tables, proves: false, file: file.name } };
  }
  return problem === undefined ? {} : { problem };
}

/** "cast-list_v2.csv" → "cast list v2": what somebody called the file says what is in it. */
const wordsOf = (name: string): string => name.replace(/\.\w+$/, "").replace(/[-_.]+/g, " ");
