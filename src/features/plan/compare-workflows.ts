import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { schemaOf } from "../../domain/project.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { diffWorkflows } from "./diff-workflows.ts";
import { problemList } from "./problem-list.ts";
import {
  compileFor,
  currentSource,
  findSource,
  type NamedSource,
  type WorkflowParts,
} from "./workflow-parts.ts";

const MAX_ROWS = 100;
const MAX_CELL_CHARS = 300;

/**
 * How two workflows differ. `a` and `b` are versions or names of shipped ones; without `b` it is what the project follows
 * now, without `a` the shipped one that it goes by the name of, else film.
 */
export async function compareWorkflows(parts: WorkflowParts, turn: Turn, a = "", b = ""): Promise<Outcome> {
  const to = b.trim() === "" ? await currentSource(parts, turn) : await findSource(parts, turn, b);
  const shipped = parts.shipped.has(to.name) ? to.name : "film";
  const from = await findSource(parts, turn, a.trim() === "" ? shipped : a);
  const [old, now] = [compiled(turn, from), compiled(turn, to)];
  if (!old.ok) return problemList(old.problems, `${upper(from.label)} cannot be read.`);
  if (!now.ok) return problemList(now.problems, `${upper(to.label)} cannot be read.`);
  const rows = diffWorkflows(old.definition, now.definition, schemaOf(turn.project));
  if (rows.length === 0)
    return { blocks: [{ type: "text", text: `${upper(from.label)} and ${to.label} do not differ.` }] };
  const more = rows.length - MAX_ROWS;
  return {
    blocks: [
      {
        type: "table",
        title: "How the workflows differ",
        columns: ["What", upper(from.label), upper(to.label)],
        rows: rows.slice(0, MAX_ROWS).map((row) => row.map((cell) => ellipsis(cell, MAX_CELL_CHARS))),
        ...(more > 0 ? { note: `and ${more} more` } : {}),
      },
    ],
  };
}

const compiled = (turn: Turn, { source, version }: NamedSource) => compileFor(turn, source, version);

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
