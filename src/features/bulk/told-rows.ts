import type { Turn } from "../../chat/turn.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { UserError } from "../../domain/errors.ts";
import { type BadRow, type ItemRow, readItemRows } from "../../domain/import/item-rows.ts";
import type { StoredFile } from "../../domain/message.ts";
import { MAX_BULK_ITEMS } from "../../domain/operation.ts";
import { schemaOf } from "../../domain/project.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { BulkParts } from "./parts.ts";
import type { Wish } from "./wish.ts";

/** "/bulk characters" and what may stand behind it on its line; a number there asks for so many, and has no rows below. */
const COMMAND = /^\s*\/(?:backlot\s+)?bulk\s+\S+[^\S\r\n]*(?<brief>[^\r\n]*)/i;
const COUNT = /^[+-]?\d\S*/;
const KEYS_A_READ = 1_000;
/** A name may be one entry's own and a part of another's. */
const ENTRIES_PER_KEY = 3;

/** Rows that say of each item what it should be. */
export interface ToldRows {
  /** The message they stand in. */
  readonly message_id: string;
  readonly file?: string;
  /** What the command's own line says of all of them. */
  readonly brief: string;
  readonly good: readonly ItemRow[];
  readonly bad: readonly BadRow[];
}

/**
 * The rows that come with a wish: below its command, in a file beside it, or in the message a button names. Undefined when
 * it has none. Throws UserError for rows that are gone, too many, or say nothing.
 */
export async function toldRows(
  parts: BulkParts,
  turn: Turn,
  wish: Wish,
  kind: EntryKind | undefined,
): Promise<ToldRows | undefined> {
  const said = await saidIn(parts, turn, wish);
  const line = said && (COMMAND.exec(said.text)?.groups?.brief ?? "").trim();
  if (!said || line === undefined || !parts.rowsIn) return undefined;
  if (said.files.length === 0 && (!/[\r\n]/.test(said.text) || COUNT.test(line))) return undefined;
  const { table, file, problem } = await parts.rowsIn(said, MAX_BULK_ITEMS);
  if (problem) throw new UserError("invalid", problem.message, problem.hint);
  const rows = table && kind && readItemRows(table, kind, schemaOf(turn.project));
  if (!rows) {
    if (file === undefined || COUNT.test(line)) return undefined;
    throw kind === undefined ? noRowsFor(wish.kind) : unreadable(file);
  }
  const count = rows.good.length + rows.bad.length + rows.more;
  if (rows.more > 0) throw tooMany(table.rows.length + rows.more);
  if (count === 0) throw unreadable(file ?? "what you pasted");
  if (COUNT.test(line) && Number(COUNT.exec(line)?.[0]) !== count) throw otherCount(line, count);
  const free = await withoutTaken(parts, turn.project.id, kind, rows.good);
  return {
    message_id: said.id,
    ...(file === undefined ? {} : { file }),
    brief: line.replace(COUNT, "").trim(),
    good: free.good,
    bad: [...rows.bad, ...free.bad].sort((a, b) => a.row - b.row),
  };
}

interface Said {
  readonly id: string;
  readonly text: string;
  readonly files: readonly StoredFile[];
}

async function saidIn(parts: BulkParts, turn: Turn, { rows }: Wish): Promise<Said | undefined> {
  if (rows) {
    const message = await parts.messages.get(rows);
    if (message?.session_id === turn.session.id)
      return { id: message.id, text: message.text, files: message.files ?? [] };
    throw new UserError("not_found", "Those rows are gone.", "Send them again.");
  }
  const files = turn.event.type === "message" ? (turn.event.files ?? []) : [];
  return turn.message && { ...turn.message, files };
}

/** Names that the bible has already make no new entry. */
async function withoutTaken(parts: BulkParts, projectId: string, kind: EntryKind, rows: readonly ItemRow[]) {
  const keyOf = ({ fields }: ItemRow) => nameKey(String(fields.name ?? ""));
  const keys = [...new Set(rows.map(keyOf).filter((key) => key !== ""))];
  const taken = new Map<string, string>();
  for (let at = 0; at < keys.length; at += KEYS_A_READ) {
    const some = keys.slice(at, at + KEYS_A_READ);
    for (const entry of await parts.bible.byKeys(projectId, some, some.length * ENTRIES_PER_KEY))
      if (entry.kind === kind) taken.set(nameKey(entry.name), entry.name);
  }
  const good = rows.filter((row) => !taken.has(keyOf(row)));
  const bad = rows.flatMap((row): BadRow[] => {
    const name = taken.get(keyOf(row));
    if (name === undefined) return [];
    return [{ row: row.row, cell: "name", said: name, wanted: "the bible has one of that name already" }];
  });
  return { good, bad };
}

const tooMany = (rows: number) =>
  new UserError(
    "too_large",
    `There are ${rows.toLocaleString("en")} rows; one operation holds ${MAX_BULK_ITEMS.toLocaleString("en")}.`,
    "Split them and send the parts one after the other.",
  );

const otherCount = (line: string, rows: number) =>
  new UserError(
    "invalid",
    `You asked for ${COUNT.exec(line)?.[0]}, and there are ${rows} rows.`,
    "Leave the number out to make one of each row, or the file to make that many.",
  );

const unreadable = (where: string) =>
  new UserError(
    "invalid",
    `I found no rows in ${where} that I can make something of.`,
    "Begin with a line that names the columns, for example: name, role, brief",
  );

const noRowsFor = (kind: string) =>
  new UserError(
    "invalid",
    `Rows can say what characters, locations and scenes to make, not ${kind}.`,
    "Leave the file out, or type /import to add its rows as they are.",
  );
