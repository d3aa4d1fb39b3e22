import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import { kindsOf } from "../../domain/import/kind-words.ts";
import type { StoredFile } from "../../domain/message.ts";
import { openItems, settleItems } from "../../domain/points/settle-proposal.ts";
import { schemaOf, settingsOf } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { type ImportSource, type Said, sourceInFiles, sourceInText, tellBroken } from "./import-source.ts";
import { type ImportParts, type ImportWishes, NO_WISHES, type Shown } from "./parts.ts";
import { preview } from "./preview.ts";

const HOW = [
  "Paste the rows after the command, or send them as a CSV, TSV, JSON or text file of up to 1 MB. A Markdown table or a plain list will do as well:",
  "```\n/import characters\nName, Age, Job\nSarah, 28, journalist\nJohn, 41, cook\n```",
  "I show what I read before anything is saved. It works for characters, scenes, locations, props and the kinds of your own.",
].join("\n");

/** Which rows are meant: those of a preview, or of a message where nothing waits. The other is empty. */
export interface RedoRef {
  readonly point: string;
  readonly message: string;
}

/** Rows that people paste or upload, previewed before any of them is written. */
export interface Imports {
  /** /import: the rows after it, or how it works. */
  start(turn: Turn, data: string): Promise<Outcome>;
  /** The same rows read otherwise. Throws UserError when the preview is settled, or its rows are gone. */
  redo(turn: Turn, which: RedoRef, wishes: ImportWishes): Promise<Outcome>;
  /** The outcome of accepting some rows of a preview, with its other rows declined. */
  without(turn: Turn, pointId: string, accepted: Outcome): Outcome;
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
      const uploaded =
        turn.event.type === "message" ? await filesIn(parts, turn, turn.event.files ?? []) : undefined;
      if (uploaded) return uploaded;
      const broken = tellBroken(turn.message?.text ?? "");
      if (broken !== undefined) return { blocks: [{ type: "text", text: broken }] };
      const head = data.trim() === "" ? "" : "I could not read rows in that. ";
      return { blocks: [{ type: "text", text: `${head}${HOW}` }] };
    },
    redo: (turn, which, wishes) => redo(parts, turn, which, wishes),
    without: (turn, pointId, accepted) => declineRest(parts, turn, pointId, accepted),
    preview: (turn, source) => preview(parts, turn, source, NO_WISHES),
    files: (turn, files) => filesIn(parts, turn, files),
  };
}

async function filesIn(
  parts: ImportParts,
  turn: Turn,
  files: readonly StoredFile[],
): Promise<Outcome | undefined> {
  const said = { text: turn.message?.text ?? "", files };
  const { source, problem } = await sourceInFiles(parts.blobs, said, schemaOf(turn.project));
  if (source) return preview(parts, turn, source, NO_WISHES);
  return problem === undefined ? undefined : { blocks: [{ type: "text", text: problem }] };
}

async function redo(parts: ImportParts, turn: Turn, which: RedoRef, wishes: ImportWishes): Promise<Outcome> {
  const shown =
    which.point === "" ? await shownIn(parts, turn, which.message) : await shownBy(parts, turn, which.point);
  if (wishes.kind !== undefined && !kindsOf(schemaOf(turn.project)).includes(wishes.kind))
    throw new UserError("invalid", `This project has no ${wishes.kind}.`, "Choose one of its kinds.");
  if (wishes.over) mayOverrule(turn);
  const message = await parts.messages.get(shown.message_id);
  const source = message && (await sourceOf(parts, turn, { text: message.text, files: message.files ?? [] }));
  if (source) return preview(parts, turn, source, wishes, shown);
  throw new UserError("not_found", "The rows of that import are gone.", "Paste them again.");
}

/** By the preview that waits. */
async function shownBy(parts: ImportParts, turn: Turn, pointId: string): Promise<Shown> {
  const [point] = await parts.points.get([pointId]);
  const isImport = point?.asks.type === "proposal" && point.asks.reason === "import";
  if (!point?.message_id || !isImport || point.project_id !== turn.project.id) throw gone();
  if (point.state === "open") return { message_id: point.message_id, by: point.by, point };
  const hint = "Paste the rows again to read them otherwise.";
  throw new UserError("conflict", "That import is settled already.", hint);
}

/** By the message itself, where nothing of it waits. */
async function shownIn(parts: ImportParts, turn: Turn, messageId: string): Promise<Shown> {
  const message = messageId === "" ? undefined : await parts.messages.get(messageId);
  if (message?.session_id !== turn.session.id) throw gone();
  return { message_id: message.id, by: message.user_id };
}

const gone = () =>
  new UserError("not_found", "There is no such import in this project.", "Paste the rows again.");

/** Where corrections are reviewed, what somebody else confirmed waits for a producer. */
function mayOverrule(turn: Turn): void {
  if (settingsOf(turn.project).corrections === "reviewed")
    requireRole(turn.person.role, "producer", "change what others have confirmed");
}

/** When nothing could be accepted, the point is not among those written, and stays open. */
function declineRest({ clock }: ImportParts, turn: Turn, pointId: string, accepted: Outcome): Outcome {
  const [by, at] = [turn.person.id, clock.now().toISOString()];
  const points = (accepted.points ?? []).map((point) =>
    point.id === pointId && point.state === "open"
      ? settleItems(point, openItems(point, "all"), "declined", by, at)
      : point,
  );
  const settled = new Set(points.filter(({ state }) => state !== "open").map(({ id }) => id));
  const asked = accepted.memory?.asked?.filter((id) => !settled.has(id));
  return { ...accepted, points, ...(asked ? { memory: { ...accepted.memory, asked } } : {}) };
}

/** The rows as they were said. */
async function sourceOf(parts: ImportParts, turn: Turn, said: Said): Promise<ImportSource | undefined> {
  const source = sourceInText(said.text, schemaOf(turn.project));
  if (source.tables.length > 0) return source;
  return (await sourceInFiles(parts.blobs, said, schemaOf(turn.project))).source;
}
