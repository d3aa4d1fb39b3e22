import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import { kindsOf } from "../../domain/import/kind-words.ts";
import type { StoredFile } from "../../domain/message.ts";
import type { Point } from "../../domain/points/point.ts";
import { schemaOf } from "../../domain/project.ts";
import { type ImportSource, type Said, sourceInFiles, sourceInText } from "./import-source.ts";
import { type ImportParts, type ImportWishes, NO_WISHES } from "./parts.ts";
import { preview } from "./preview.ts";

const HOW = [
  "Paste the rows after the command, or send them as a CSV, TSV, JSON or text file of up to 1 MB. A Markdown table or a plain list will do as well:",
  "```\n/import characters\nName, Age, Job\nSarah, 28, journalist\nJohn, 41, cook\n```",
  "I show what I read before anything is saved. It works for characters, scenes, locations, props and the kinds of your own.",
].join("\n");

/** Rows that people paste or upload, previewed before any of them is written. */
export interface Imports {
  /** /import: the rows after it, or how it works. */
  start(turn: Turn, data: string): Promise<Outcome>;
  /** The same rows read otherwise. Throws UserError when the preview is settled, or its rows are gone. */
  redo(turn: Turn, pointId: string, wishes: ImportWishes): Promise<Outcome>;
  /** A preview of rows that were found. */
  preview(turn: Turn, source: ImportSource): Promise<Outcome>;
  /** A preview of the rows in a message's files; undefined when they hold none. */
  files(turn: Turn, files: readonly StoredFile[]): Promise<Outcome | undefined>;
}

export function createImports(parts: ImportParts): Imports {
  return {
    start: async (turn, data) => {
      const source = sourceInText(turn.message?.text ?? "", schemaOf(turn.project));
      if (source.tables.length > 0) return preview(parts, turn, source, NO_WISHES);
      const head = data.trim() === "" ? "" : "I could not read rows in that. ";
      return { blocks: [{ type: "text", text: `${head}${HOW}` }] };
    },
    redo: (turn, pointId, wishes) => redo(parts, turn, pointId, wishes),
    preview: (turn, source) => preview(parts, turn, source, NO_WISHES),
    files: async (turn, files) => {
      const said = { text: turn.message?.text ?? "", files };
      const { source, problem } = await sourceInFiles(parts.blobs, said, schemaOf(turn.project));
      if (source) return preview(parts, turn, source, NO_WISHES);
      return problem === undefined ? undefined : { blocks: [{ type: "text", text: problem }] };
    },
  };
}

async function redo(parts: ImportParts, turn: Turn, pointId: string, wishes: ImportWishes): Promise<Outcome> {
  const [point] = await parts.points.get([pointId]);
  const isImport = point?.asks.type === "proposal" && point.asks.reason === "import";
  if (point === undefined || !isImport || point.project_id !== turn.project.id)
    throw new UserError("not_found", "There is no such import in this project.", "Paste the rows again.");
  if (point.state !== "open")
    throw new UserError(
      "conflict",
      "That import is settled already.",
      "Paste the rows again to read them otherwise.",
    );
  if (wishes.kind !== undefined && !kindsOf(schemaOf(turn.project)).includes(wishes.kind))
    throw new UserError("invalid", `This project has no ${wishes.kind}.`, "Choose one of its kinds.");
  const source = await sourceOf(parts, turn, point);
  if (source) return preview(parts, turn, source, wishes, point);
  throw new UserError("not_found", "The rows of that import are gone.", "Paste them again.");
}

/** The rows as they were said. */
async function sourceOf(parts: ImportParts, turn: Turn, point: Point): Promise<ImportSource | undefined> {
  const message = point.message_id === undefined ? undefined : await parts.messages.get(point.message_id);
  if (!message) return undefined;
  const said: Said = { text: message.text, files: message.files ?? [] };
  const source = sourceInText(said.text, schemaOf(turn.project));
  if (source.tables.length > 0) return source;
  return (await sourceInFiles(parts.blobs, said, schemaOf(turn.project))).source;
}
