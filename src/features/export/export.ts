import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { countWords } from "../../domain/bible/describe.ts";
import { countOf, type EntryKind } from "../../domain/bible/kinds.ts";
import { kindsOf, resolveKind } from "../../domain/bible/schema-words.ts";
import { UserError } from "../../domain/errors.ts";
import { titleInFileName } from "../../domain/file-record.ts";
import { schemaOf } from "../../domain/project.ts";
import { wordList } from "../../lib/word-list.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { Blobs } from "../../ports/blobs.ts";
import { bibleJson, kindCsv, MAX_ENTRIES, papersMarkdown } from "./contents.ts";
import { keepFile } from "./keep-file.ts";

/** A message carries no more files than this on any platform. */
const MAX_FILES = 10;

export interface ExportParts {
  readonly bible: BibleStore;
  readonly blobs: Blobs;
}

/** Hands the film out as files. */
export interface Exporting {
  /** `what`: nothing for a table of every kind and the papers, a kind's word for its table, "json", or "papers". */
  files(turn: Turn, what: string): Promise<Outcome>;
}

export const createExport = (parts: ExportParts): Exporting => ({
  files: (turn, what) => handOut(parts, turn, what.trim().toLowerCase()),
});

async function handOut(parts: ExportParts, turn: Turn, what: string): Promise<Outcome> {
  const { project, counts } = turn;
  const own = schemaOf(project);
  if (what === "json") return { blocks: await jsonBlocks(parts, turn) };
  const wanted = kindsWanted(turn, what);
  const kinds = wanted.filter((kind) => countOf(counts, kind) > 0);
  const withPapers = what === "" || what === "papers";
  const papers = withPapers ? papersMarkdown(project) : "";
  if (kinds.length === 0 && papers === "") return nothingYet(what);
  const files: DraftBlock[] = [];
  for (const kind of kinds.slice(0, MAX_FILES - 1))
    files.push(await keepFile(parts.blobs, turn, ...(await tableOf(parts, turn, kind))));
  if (papers !== "")
    files.push(await keepFile(parts.blobs, turn, nameOf(turn, "papers.md"), "text/markdown", papers));
  const told = kinds.map((kind) => countWords(countOf(counts, kind), kind, own));
  const written = papers === "" ? [] : [`the papers (${Object.keys(project.documents).join(", ")})`];
  const text = `Here is **${project.title}** as files: ${wordList([...told, ...written], 12)}. A table opens in any spreadsheet, and comes back in with /import.`;
  return { blocks: [{ type: "text", text }, ...files, ...shortened(turn, kinds)] };
}

function kindsWanted({ project }: Turn, what: string): readonly EntryKind[] {
  const own = schemaOf(project);
  if (what === "papers") return [];
  if (what === "" || what === "csv") return kindsOf(own);
  const kind = resolveKind(what.replace(/ ?\bcsv\b ?/, ""), own);
  if (kind) return [kind];
  throw new UserError(
    "invalid",
    `I cannot export “${what.slice(0, 40)}”.`,
    "Type /export alone for everything, /export characters for one table, or /export json.",
  );
}

async function tableOf({ bible }: ExportParts, turn: Turn, kind: EntryKind) {
  const words = countWords(2, kind, schemaOf(turn.project)).replace(/^2 /, "");
  return [nameOf(turn, `${words}.csv`), "text/csv", await kindCsv(bible, turn.project, kind)] as const;
}

async function jsonBlocks({ bible, blobs }: ExportParts, turn: Turn): Promise<DraftBlock[]> {
  const { project } = turn;
  const json = await bibleJson(bible, project);
  const file = await keepFile(blobs, turn, nameOf(turn, "bible.json"), "application/json", json);
  return [
    { type: "text", text: `Here is the bible of **${project.title}**, every field of it.` },
    file,
    ...shortened(turn, []),
  ];
}

const nameOf = ({ project }: Turn, end: string): string => `${titleInFileName(project.title)} ${end}`;

const nothingYet = (what: string): Outcome => ({
  blocks: [
    {
      type: "text",
      text: `There is nothing to export yet${what === "" ? "" : ` of ${what}`}. Tell me who is in the film, for instance: “Create a character named Sarah, a 28-year-old journalist”.`,
    },
  ],
});

/** Nothing is left out without a word. */
function shortened({ counts, project }: Turn, kinds: readonly EntryKind[]): DraftBlock[] {
  const all = kinds.length === 0 ? Object.values(counts).reduce((sum, count) => sum + count, 0) : 0;
  const long = kinds.filter((kind) => countOf(counts, kind) > MAX_ENTRIES);
  if (all <= MAX_ENTRIES && long.length === 0) return [];
  const text = `A file here holds the first ${MAX_ENTRIES} entries. The page's own export has them all: GET /api/v1/projects/${project.id}/export.`;
  return [{ type: "text", text }];
}
