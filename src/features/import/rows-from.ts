import type { RowSource, RowsFound } from "../../domain/import/rows-found.ts";
import type { ImportTable } from "../../domain/import/table.ts";
import type { Blobs } from "../../ports/blobs.ts";
import { linesOf } from "./lines.ts";
import { DELIMITERS, parseDelimited } from "./parse-delimited.ts";
import { isReadable, readTextFile } from "./read-text-file.ts";

/** Ten thousand rows of some words each fit; what is read at once stays small beside the program. */
const MAX_FILE_BYTES = 4 * 1_048_576;

/** The rows of the first readable file, else of what follows the command's line. */
export const rowsFrom =
  (blobs: Blobs): RowSource =>
  async ({ text, files }, most) => {
    const file = files.find(isReadable);
    if (file === undefined) return asFound(tableIn(text, text.search(/[\r\n]/), most));
    const read = await readTextFile(blobs, file, MAX_FILE_BYTES);
    if (read.type === "text") return { ...asFound(tableIn(read.text, 0, most)), file: file.name };
    return { file: file.name, problem: PROBLEMS[read.type](file.name) };
  };

const PROBLEMS = {
  too_large: (name: string) => ({
    message: `${name} is larger than ${MAX_FILE_BYTES / 1_048_576} MB, more than I read at once.`,
    hint: "Split it and send the parts.",
  }),
  away: (name: string) => ({
    message: `I cannot open ${name} from here.`,
    hint: "Paste its rows below the command.",
  }),
};

const asFound = (table: ImportTable | undefined): RowsFound => (table === undefined ? {} : { table });

/** The rows from an offset on; undefined where there is no header with a row below it. */
function tableIn(text: string, from: number, most: number): ImportTable | undefined {
  if (from < 0) return undefined;
  const lines = linesOf(text, from).filter((line) => line.text.trim() !== "" && !isFence(line.text));
  const [header, next] = lines;
  const last = lines.at(-1);
  if (header === undefined || next === undefined || last === undefined) return undefined;
  const delimiter = DELIMITERS.toSorted((a, b) => count(header.text, b) - count(header.text, a))[0] ?? ",";
  return parseDelimited(text, {
    start: header.start,
    end: last.end,
    delimiter,
    header: true,
    said: "",
    most,
  });
}

const isFence = (line: string): boolean => /^\s*(?:```|~~~)/.test(line);
const count = (text: string, mark: string): number => text.split(mark).length;
